import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, foldTable, invisible } from "../../../lib/detect/fold.ts";
import { foldWord, hashWord, Tokens, tokenize, words } from "../../../lib/detect/tokens.ts";

function tokensOf(text: string): Tokens {
  const tokens = new Tokens();
  tokenize(text, tokens);
  return tokens;
}

test("case, macrons, accents and full width do not matter", () => {
  for (const spelling of ["Kosei", "KOSEI", "Kōsei", "Ko\u0304sei", "Kôsei", "Ｋｏｓｅｉ"]) {
    expect(words(spelling)).toEqual(["kosei"]);
  }
  expect(words("SPY×FAMILY Østen Æon")).toEqual(["spyxfamily", "osten", "aon"]);
});

test("what has no width divides no name", () => {
  expect(words("Mado\u200bka Ka\u00adna\u2060me Mi\ufeffki")).toEqual(["madoka", "kaname", "miki"]);
});

test("a hashtag is read word by word where capitals show them", () => {
  const text = "#LastHarbor #lastharbor #ZkS #ZKS2 LastHarbor #Last-Harbor_S2";
  expect(words(text)).toEqual([
    "last",
    "harbor",
    "lastharbor",
    "zks",
    "zks2",
    "lastharbor",
    "last",
    "harbor",
    "s2",
  ]);
  const tokens = tokensOf(text);
  expect(text.slice(tokens.start[0], tokens.end[0])).toBe("Last");
  expect(text.slice(tokens.start[1], tokens.end[1])).toBe("Harbor");
  expect([...tokens.capital.slice(0, 3)]).toEqual([1, 1, 0]);
});

test("Greek and Cyrillic letters among Latin ones are what they look like", () => {
  // М, а, і; Μ, α, ο; К with А; an accent on ё.
  for (const spelling of ["\u041cami", "M\u0430m\u0456", "\u039cami", "m\u03b1mi", "M\u0430\u00admi"])
    expect(words(spelling)).toEqual(["mami"]);
  // A full-width letter is a Latin one.
  expect(words("\u039d\uff21GISA")).toEqual(["nagisa"]);
  expect(words("\u041a\u0410ITO k\u0451iko \u039dagisa")).toEqual(["kaito", "keiko", "nagisa"]);
});

test("a word of one script stays what it is, and so does one with letters that have no Latin twin", () => {
  expect(words("\u041c\u0430\u043c\u0456")).toEqual(["\u043c\u0430\u043c\u0456"]);
  expect(words("\u043f\u043eezd \u03bcm")).toEqual(["\u043f\u043eezd", "\u03bcm"]);
});

test("offsets of a disguised word lead back to its own letters", () => {
  const text = "«\u041ca\u00admi» dies";
  const tokens = tokensOf(text);
  expect(text.slice(tokens.start[0], tokens.end[0])).toBe("\u041ca\u00admi");
  expect([tokens.capital[0], tokens.length[0], tokens.hash[0]]).toEqual([1, 4, hashWord("mami")]);
});

test("letters of mathematics, small and raised, in circles, brackets and squares are the letters that they show", () => {
  const styles = ["𝐌𝐚𝐦𝐢", "𝑀𝒶𝓂𝒾", "ℳ𝔞𝕞𝖎", "𝘔𝖺𝙢𝚒", "ᴹᵃᵐⁱ", "Ⓜⓐⓜⓘ", "⒨⒜⒨⒤", "🄼🄰🄼🄸", "🅜🅐🅜🅘", "🅼🅰🅼🅸", "🄜𝗮M𝐈"];
  for (const spelling of styles) expect(words(spelling), spelling).toEqual(["mami"]);
  expect(words("Episode 𝟑: 𝐌\u0430𝐦𝐢’s 𝐊𝐨\u0304sei")).toEqual(["episode", "3", "mami", "s", "kosei"]);
});

test("what only stands beside a word is no letter of it", () => {
  expect(words("Mami™ died¹ twice№ 🅰️ 🆎🇯🇵 H₂O \ud835 \ud835\udc55")).toEqual([
    "mami",
    "died",
    "twice",
    "a",
    "h",
    "o",
  ]);
});

test("offsets of letters of two halves lead to whole letters", () => {
  const text = "«𝐌𝐚\u00ad𝐦𝐢\u00ad» 𝐝𝐢𝐞𝐬";
  const tokens = tokensOf(text);
  const slices = Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i], tokens.end[i]));
  expect(slices).toEqual(["𝐌𝐚\u00ad𝐦𝐢", "𝐝𝐢𝐞𝐬"]);
  expect([tokens.capital[0], tokens.length[0], tokens.hash[0]]).toEqual([1, 4, hashWord("mami")]);
});

test("a possessive leaves the name a word of its own", () => {
  expect(words("Mami's Mami’s Mami＇s")).toEqual(["mami", "s", "mami", "s", "mami", "s"]);
});

test("kana, kanji and hangul are a token a character, Latin among them is not", () => {
  expect(words("巴マミはMami、안녕")).toEqual(["巴", "マ", "ミ", "は", "mami", "안", "녕"]);
});

test("offsets lead back to the text, zero-width characters counted", () => {
  const text = "  «Ma\u00admi» 巴!";
  const tokens = tokensOf(text);
  const slices = Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i], tokens.end[i]));
  expect(slices).toEqual(["Ma\u00admi", "巴"]);
});

test("capitals are marked, accented and full-width ones too", () => {
  const tokens = tokensOf("Light light Éclair éclair Ｌ 光 ×");
  expect([...tokens.capital.subarray(0, tokens.count)]).toEqual([1, 0, 1, 0, 1, 0, 0]);
});

test("more tokens than the arrays first hold", () => {
  const tokens = tokensOf("ab ".repeat(5000));
  expect(tokens.count).toBe(5000);
  expect(tokens.word(4999)).toBe("ab");
});

const units = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }),
  fc.constantFrom(
    ...Array.from(
      "aZ'é 巴ー가Ａ.\u041c\u0430\u0451\u0436\u039d\u03bf\u00ad\u200b\u0304\ud83d\ude00\ufeffⓐ⒜ℳᵃ",
      (c) => c.charCodeAt(0),
    ),
    // Halves of letters of mathematics and in squares, which may meet.
    ...[0xd835, 0xdc0c, 0xdc22, 0xd83c, 0xdd30],
  ),
);
const anyString = fc.array(units, { maxLength: 60 }).map((codes) => String.fromCharCode(...codes));

test("property: each token's stretch folds to its word and hash, broken surrogates or not", () => {
  fc.assert(
    fc.property(anyString, (text) => {
      const tokens = tokensOf(text);
      let last = 0;
      for (let i = 0; i < tokens.count; i++) {
        const [start, end] = [tokens.start[i]!, tokens.end[i]!];
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        const word = foldWord(text.slice(start, end));
        expect(tokens.word(i)).toBe(word);
        expect(hashWord(word)).toBe(tokens.hash[i]);
        expect(word).toHaveLength(tokens.length[i]!);
        expect(words(text.slice(start, end))).toEqual([word]);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 1000 },
  );
});

test("property: words fold to themselves", () => {
  fc.assert(
    fc.property(anyString, (text) => {
      expect(words(words(text).join(" "))).toEqual(words(text));
    }),
  );
});

test("whatever a letter is folded to is folded to itself", () => {
  const table = foldTable();
  const restless = [...table.keys()].filter((c) => table[c]! > invisible && fold(table[c]!) !== table[c]);
  expect(restless.map((c) => String.fromCharCode(c))).toEqual([]);
});
