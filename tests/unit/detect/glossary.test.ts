import { expect, test } from "vitest";
import { compileCommonest } from "../../../lib/catalog/build/lists.ts";
import { accentedKey, type Glossary, phraseKey, translate } from "../../../lib/detect/glossary.ts";
import type { NameHits } from "../../../lib/detect/names.ts";
import { hashWord, Tokens, tokenize, words } from "../../../lib/detect/tokens.ts";
import { readCommonest, tongueNamed, tongueOf, tongues } from "../../../lib/detect/tongue.ts";

function tokensOf(text: string): Tokens {
  const tokens = new Tokens();
  tokenize(text, tokens);
  return tokens;
}

const commonest = readCommonest(compileCommonest());
const tongue = (text: string, before = "en") =>
  tongues[tongueOf(commonest, tokensOf(text), tongues.indexOf(before as (typeof tongues)[number]))];

test("a language is known by its commonest words", () => {
  expect(tongue("She was the first of them to see that he is not there.")).toBe("en");
  expect(tongue("Ella fue la primera en ver que él no estaba.")).toBe("es");
  expect(tongue("Ela foi a primeira a ver que ele não estava no quarto.")).toBe("pt");
  expect(tongue("Elle a été la première à voir qu'il n'est pas dans la chambre.")).toBe("fr");
  expect(tongue("Sie war die erste, die sah, dass er nicht im Zimmer ist.")).toBe("de");
  expect(tongue("彼女が最初に気づいた。")).toBe("ja");
});

test("what shows no language of its own is in that of the text before", () => {
  expect(tongue("Marwen", "es")).toBe("es");
  expect(tongue("Top 10", "de")).toBe("de");
  expect(tongue("The end of the road is near.", "de")).toBe("en");
  expect(tongue("君の名は。 is the film that all of them saw.")).toBe("en");
  // Kanji alone are Chinese as well.
  expect(tongue("森野死亡", "en")).toBe("en");
});

test("English that has a word or two of another language stays English", () => {
  for (const text of [
    "Ten characters who die in war",
    "Why do all fans say no?",
    "No one saw it coming. No way!",
    "The son, plus one more",
    "Las Noches and Los Lobos",
    "Hotarubi no Mori e",
  ])
    expect(tongue(text)).toBe("en");
  expect(tongue("A moon over the hill", "ja")).toBe("en");
});

test("what a page says of its language is where it begins", () => {
  expect(tongues[tongueNamed("pt-BR")]).toBe("pt");
  expect(tongues[tongueNamed("DE")]).toBe("de");
  for (const lang of ["en", "", undefined, "zh", "constructor"])
    expect(tongues[tongueNamed(lang)]).toBe("en");
});

/** A glossary of these forms, divided by spaces; a phrase has underscores. */
function glossary(forms: Record<string, string>): Glossary {
  const english = Object.keys(forms);
  const numbers = new Map<number, number>();
  const begins = new Set<number>();
  english.forEach((word, number) => {
    for (const form of forms[word]!.split(" ")) {
      const hashes = words(form.replaceAll("_", " ")).map(hashWord);
      numbers.set(form === "é" ? accentedKey(form) : phraseKey(hashes, 0, hashes.length), number);
      if (hashes.length > 1) begins.add(phraseKey(hashes, 0, 1));
    }
  });
  return { numbers, begins, english, hashes: Int32Array.from(english, hashWord) };
}

/**
 * The words that come out, and how the names left are written. `names`: what is taken for one, in order. `lang`: as
 * pages name it.
 */
function translated(
  text: string,
  forms: Record<string, string>,
  names: readonly string[] = [],
  lang = /[ぁ-ん]/.test(text) ? "ja" : "es",
) {
  const tokens = tokensOf(text);
  const hits: NameHits = { from: [], to: [], name: [] };
  let at = 0;
  for (const name of names) {
    const start = text.indexOf(name, at);
    at = start + name.length;
    hits.from.push(tokens.start.indexOf(start));
    hits.to.push(tokens.end.indexOf(at) + 1);
    hits.name.push(hits.name.length);
  }
  translate({ tokens, hits }, glossary(forms), tongueNamed(lang), () => true);
  for (let i = 0; i < tokens.count; i++) expect(tokens.hash[i]).toBe(hashWord(tokens.word(i)));
  return {
    words: Array.from({ length: tokens.count }, (_, i) => tokens.word(i)),
    names: hits.from.map((from, h) => text.slice(tokens.start[from], tokens.end[hits.to[h]! - 1])),
  };
}

test("words stand in English, phrases as one, and what is unknown as it is", () => {
  const forms = { dies: "muere pierde_la_vida", the: "la el", life: "vida" };
  expect(translated("La vida: Marwen pierde la vida, el otro muere.", forms, ["Marwen"])).toEqual({
    words: ["the", "life", "marwen", "dies", "the", "otro", "dies"],
    names: ["Marwen"],
  });
});

test("of scripts without spaces several letters are a word, and particles are left out", () => {
  const forms = { dies: "死ぬ", died: "死亡した", "-": "は", witch: "魔女" };
  expect(translated("サクラは魔女。アキラは死亡した", forms, ["サクラ", "アキラ"])).toEqual({
    words: ["サクラ", "witch", "アキラ", "died"],
    names: ["サクラ", "アキラ"],
  });
});

test("words that are taken for names are none", () => {
  // L', a word written small, part of a longer word, and what the language has as a word.
  expect(translated("l'attaque de L", { the: "l la" }, ["l", "L"]).names).toEqual(["L"]);
  expect(translated("el sol de Sol", { sun: "sol" }, ["sol", "Sol"]).names).toEqual(["Sol"]);
  expect(translated("ライトノベルとライト", { with: "と" }, ["ライト", "ライト"]).names).toEqual(["ライト"]);
  expect(translated("シーンの最後", { scene: "シーン" }, ["シーン"]).names).toEqual([]);
});

test("words in another order are another phrase, and a word twice is no word", () => {
  const forms = { death: "死が", queen: "女王", "-": "が" };
  expect(translated("が死ぬ", forms).words).toEqual(["死", "ぬ"]);
  expect(translated("王女", forms).words).toEqual(["王", "女"]);
  expect(phraseKey([5, 5], 0, 2)).not.toBe(phraseKey([7, 7], 0, 2));
});

test("a word that means another with its accents is asked for as it is written", () => {
  const forms = { is: "é", and: "e" };
  expect(translated("Marwen é Tilda e É", forms, ["Marwen", "Tilda"], "pt").words).toEqual([
    "marwen",
    "is",
    "tilda",
    "and",
    "is",
  ]);
});

test("the Japanese verb stands where its subject is marked, within its clause", () => {
  const forms = {
    is: "は が",
    witch: "魔女",
    dies: "死ぬ",
    wins: "勝つ",
    "-": "に を",
    titan: "巨人",
    mole: "内通者だった",
  };
  const names = ["サクラ", "アキラ"];
  const english = (text: string) =>
    translated(
      text,
      forms,
      names.filter((name) => text.includes(name)),
    ).words.join(" ");
  expect(english("サクラは魔女に死ぬ、アキラが勝つ")).toBe("サクラ dies witch アキラ wins");
  // A space parts what is said.
  expect(english("サクラは魔女 アキラが勝つ")).toBe("サクラ is witch アキラ wins");
  // What somebody is, with letters that inflect it or without.
  expect(english("サクラは巨人")).toBe("サクラ is titan");
  expect(english("サクラは魔女に内通者だった")).toBe("サクラ is mole witch");
});
