import fc from "fast-check";
import { expect, test } from "vitest";
import { foldTable, invisible } from "../../../lib/detect/fold.ts";
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
  fc.constantFrom(...[..."aZ'é 巴ー가Ａ.\u00ad\u200b\u0304\ud83d\ude00\ufeff"].map((c) => c.charCodeAt(0))),
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
  const restless = [...table.keys()].filter((c) => table[c]! > invisible && table[table[c]!] !== table[c]);
  expect(restless.map((c) => String.fromCharCode(c))).toEqual([]);
});
