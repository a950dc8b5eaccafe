/** Titles made comparable. */

/**
 * Lower case without accents and marks, words separated by one space: "Gintama'", "Steins;Gate", "Kōsei & Co." become
 * "gintama", "steins gate", "kosei and co". Kana keep their voicing marks.
 */
export function fold(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]|[\u200b-\u200f]|\ufe0f/g, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/×/g, " x ")
    .replace(/(?<=\p{L})['’‘`´](?=\p{L}|\s|$)/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * What is left when spelling habits are taken off a folded title: spaces ("Re Zero", "ReZero"), long vowels
 * ("Shoujo", "Shojo"), the particle "wo", a leading "the".
 */
export function squeeze(folded: string): string {
  return folded
    .replace(/^the /, "")
    .replace(/\bwo\b/g, "o")
    .replaceAll(" ", "")
    .replace(/ou|oo/g, "o")
    .replace(/uu/g, "u");
}

/** As written but for case, width and spaces: tells "K-On!" from "K-On!!". */
export function exact(title: string): string {
  return title.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
