/**
 * Words of other languages in English, one by one, and in the order that English has (order.ts): what is known of
 * English words (clues, scenes, cues, vectors, weights) holds for them, too.
 */
import { decodeBase64 } from "./bytes.ts";
import { isScript } from "./fold.ts";
import type { NamedText } from "./named-text.ts";
import { dropWords } from "./native-words.ts";
import { inEnglishOrder, type Word } from "./order.ts";
import { foldWord, hashWord, type Tokens } from "./tokens.ts";

/** Words of one language. */
export interface Glossary {
  /** By `phraseKey` the number of the English word. */
  readonly numbers: ReadonlyMap<number, number>;
  /** Keys of the words that phrases begin with. */
  readonly begins: ReadonlySet<number>;
  readonly english: readonly string[];
  /** Token hashes of `english`. */
  readonly hashes: Int32Array;
}

/** Words in the longest phrase; of scripts without spaces, characters. */
export const longestPhrase = 6;

/** What has no word in English, as particles that stand behind a noun: left out. */
const nothing = "-";

/**
 * Of words in a row by their token hashes, 24 bits: of a thousand that no glossary has less than one is taken for
 * another. The first is multiplied by itself, or words would be the same in either order, and any word twice.
 */
export function phraseKey(hash: ArrayLike<number>, from: number, to: number): number {
  let key = Math.imul(hash[from]!, 0x85ebca6b);
  for (let i = from + 1; i < to; i++) key = Math.imul(key ^ hash[i]!, 0x01000193);
  return key >>> 8;
}

/** The key of a word that means another with its accents than without: "é" is "is", "e" is "and". */
export function accentedKey(written: string): number {
  return phraseKey([hashWord(written.toLowerCase())], 0, 1);
}

const bytesOfKey = 3;

/**
 * `english`: all glossaries' English words with spaces between. `packed`: base64 of, for each of these words, how many
 * forms it has here (u8) and their keys; then the keys of `begins`.
 */
export function readGlossary(english: string, packed: string): Glossary {
  const bytes = decodeBase64(packed);
  const words = english.split(" ");
  const numbers = new Map<number, number>();
  let at = 0;
  const key = () => {
    at += bytesOfKey;
    return bytes[at - 3]! | (bytes[at - 2]! << 8) | (bytes[at - 1]! << 16);
  };
  words.forEach((_, number) => {
    for (let n = bytes[at++]!; n > 0; n--) numbers.set(key(), number);
  });
  const begins = new Set<number>();
  while (at < bytes.length) begins.add(key());
  return { numbers, begins, english: words, hashes: Int32Array.from(words, hashWord) };
}

/**
 * Puts English words in the place of all that are no names; `hits` loses words that were taken for names. `tongue`: the
 * text's, whose words `glossary` has. `isMeant`: as for `dropWords`.
 */
export function translate(
  text: Omit<NamedText, "names">,
  glossary: Glossary,
  tongue: number,
  isMeant: Parameters<typeof dropWords>[2],
): void {
  const { tokens, hits } = text;
  const { numbers, english } = glossary;
  const say = (from: number, to: number) => {
    const number = to - from > longestPhrase ? undefined : numbers.get(phraseKey(tokens.hash, from, to));
    return number === undefined ? undefined : english[number];
  };
  dropWords(text, say, isMeant);
  const words = inEnglishOrder(wordsOf(text, glossary), tokens.text, tongue);
  words.forEach(({ start, end, hash, length, capital, name }, i) => {
    tokens.start[i] = start;
    tokens.end[i] = end;
    tokens.hash[i] = hash;
    tokens.length[i] = length;
    tokens.capital[i] = capital;
    if (name < 0) return;
    if (words[i - 1]?.name !== name) hits.from[name] = i;
    hits.to[name] = i + 1;
  });
  tokens.count = words.length;
  tokens.said = words.map(({ said }) => said);
}

/** What the text says, word by word: of several words that are one in English, one is left. */
function wordsOf({ tokens, hits }: Omit<NamedText, "names">, glossary: Glossary): Word[] {
  const { start, end, hash, length, capital, count, text } = tokens;
  const words: Word[] = [];
  for (let i = 0, h = 0; i < count; ) {
    const isName = hits.from[h]! <= i;
    const phrase = isName ? undefined : longest(glossary, tokens, i, hits.from[h] ?? count);
    // The letters of a name in a script without spaces are one word, too.
    const isWhole = hits.from[h] === i && isScript(text.charCodeAt(start[i]!));
    const next = phrase?.end ?? (isWhole ? hits.to[h]! : i + 1);
    const said = phrase && glossary.english[phrase.number]!;
    if (said !== nothing) {
      const written = text.slice(start[i], end[next - 1]);
      words.push({
        start: start[i]!,
        end: end[next - 1]!,
        length: length[i]!,
        capital: capital[i]!,
        hash: phrase
          ? glossary.hashes[phrase.number]!
          : next > i + 1
            ? hashWord(foldWord(written))
            : hash[i]!,
        said,
        name: isName ? h : -1,
      });
    }
    if (isName && next === hits.to[h]) h++;
    i = next;
  }
  return words;
}

/** Latin letters with marks. */
const accented = /[\xc0-\u024f]/;

/** The longest word or phrase that begins at `i`. `most`: before this token. */
function longest(
  { numbers, begins }: Glossary,
  { hash, start, end, text }: Tokens,
  i: number,
  most: number,
): { readonly number: number; readonly end: number } | undefined {
  let to = i + 1;
  if (begins.has(phraseKey(hash, i, to))) to = Math.min(most, i + longestPhrase);
  for (; to > i; to--) {
    const written = to === i + 1 ? text.slice(start[i], end[i]) : "";
    const number =
      (accented.test(written) ? numbers.get(accentedKey(written)) : undefined) ??
      numbers.get(phraseKey(hash, i, to));
    if (number !== undefined) return { number, end: to };
  }
  return undefined;
}
