/**
 * Words of other languages in English, one by one: what is known of English words (clues, scenes, cues, vectors,
 * weights) holds for them, too. The order of words is that of the text, but for the Japanese verb (`bringVerbs`).
 */
import { decodeBase64 } from "./bytes.ts";
import { isScript } from "./fold.ts";
import type { NameHits } from "./names.ts";
import { stem } from "./stems.ts";
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

/** Puts English words in the place of all that are no names; `hits` loses words that were taken for names. */
export function translate(tokens: Tokens, hits: NameHits, glossary: Glossary): void {
  dropWords(tokens, hits, glossary);
  const { start, end, hash, length, capital, count, text } = tokens;
  const said: (string | undefined)[] = [];
  const named = new Uint8Array(count);
  /** By first token of a name in a script without spaces the token after it: its letters are one word, too. */
  const whole = new Map<number, number>();
  for (let h = 0; h < hits.from.length; h++) {
    const from = hits.from[h]!;
    named.fill(1, from, hits.to[h]!);
    if (isScript(text.charCodeAt(start[from]!))) whole.set(from, hits.to[h]!);
  }
  /** Where the token stands now: of several words that are one in English, one is left. */
  const place = new Int32Array(count + 1);
  let to = 0;
  for (let i = 0; i < count; ) {
    const phrase = named[i] ? undefined : longest(glossary, hash, i, named, count);
    // Portuguese: folded it would be "and".
    const isBe = phrase?.end === i + 1 && end[i]! - start[i]! === 1 && /é/i.test(text[start[i]!]!);
    const word = isBe ? "is" : phrase && glossary.english[phrase.number]!;
    const next = phrase?.end ?? whole.get(i) ?? i + 1;
    place.fill(to, i, next);
    if (word !== nothing) {
      start[to] = start[i]!;
      end[to] = end[next - 1]!;
      if (isBe) hash[to] = hashWord("is");
      else if (phrase) hash[to] = glossary.hashes[phrase.number]!;
      else hash[to] = next > i + 1 ? hashWord(foldWord(text.slice(start[i], end[next - 1]))) : hash[i]!;
      length[to] = length[i]!;
      capital[to] = capital[i]!;
      said.push(word);
      to++;
    }
    i = next;
  }
  place[count] = to;
  for (let h = 0; h < hits.from.length; h++) {
    hits.from[h] = place[hits.from[h]!]!;
    hits.to[h] = place[hits.to[h]!]!;
  }
  tokens.count = to;
  tokens.said = said;
  bringVerbs(tokens, said);
}

/** A space parts what is said, too (sentences.ts). */
const clauseEnd = /[、。，．｡…！？!?\s「」『』]/;
const hiragana = /[\u3041-\u3096]/;

/**
 * Japanese has its verb last, and letters that inflect it: it changes places with what marks the subject, so that it
 * stands behind whom it is said of.
 */
function bringVerbs({ start, end, hash, count, text }: Tokens, said: (string | undefined)[]): void {
  // Last word of the clause at hand: looked for once, however many subjects are marked in it.
  let last = -1;
  for (let i = 0; i < count; i++) {
    if (said[i] !== "is" || !hiragana.test(text[start[i]!]!)) continue;
    if (last < i) {
      last = i;
      while (last + 1 < count && !clauseEnd.test(text.slice(end[last]!, start[last + 1]!))) last++;
    }
    const verb = said[last];
    if (verb === undefined || verb === "is" || !hiragana.test(text[end[last]! - 1]!)) continue;
    [said[i], said[last]] = [verb, "is"];
    [hash[i], hash[last]] = [hash[last]!, hash[i]!];
  }
}

/** The longest word or phrase that begins at `i`. */
function longest(
  { numbers, begins }: Glossary,
  hash: Int32Array,
  i: number,
  named: Uint8Array,
  count: number,
): { readonly number: number; readonly end: number } | undefined {
  let end = i + 1;
  if (begins.has(phraseKey(hash, i, end)))
    while (end < count && end < i + longestPhrase && !named[end]) end++;
  for (; end > i; end--) {
    const number = numbers.get(phraseKey(hash, i, end));
    if (number !== undefined) return { number, end };
  }
  return undefined;
}

const apostrophe = /['’]/;
const katakana = /[\u30a1-\u30fc]/;
const kanji = /[\u3400-\u9fff]/;
const inflected = /[\u3041-\u3096](?<![はがのをにともでへやかだじさくちっよね])/;

/** "l'attaque" is not L, "Il" and シーン are words: what the language has as a word and writes small is nobody. */
function dropWords(
  { start, end, hash, capital, count, text }: Tokens,
  hits: NameHits,
  { numbers, english }: Glossary,
): void {
  const written = capital.subarray(0, count).includes(1);
  const are = (script: RegExp, a: number) => script.test(text[a] ?? "") && script.test(text[a + 1] ?? "");
  const isWord = (from: number, to: number) => {
    const before = start[from]!;
    const after = end[to - 1]!;
    // Part of a longer word, which nothing else shows: ライトノベル, and of one kanji 結婚.
    if (are(katakana, before - 1) || are(katakana, after - 1)) return true;
    if (after - before === 1 && (are(kanji, before - 1) || are(kanji, before))) return true;
    // 結ばれる is a verb: no particle, title or copula begins so.
    if (after - before === 1 && kanji.test(text[before]!) && inflected.test(text[after] ?? "")) return true;
    // Who writes capitals at all writes names with one.
    if (written && to - from === 1 && !capital[from] && !isScript(text.charCodeAt(before))) return true;
    const number = to - from > longestPhrase ? undefined : numbers.get(phraseKey(hash, from, to));
    if (number === undefined) return false;
    if (/^[a-z]$/i.test(text.slice(before, after))) return apostrophe.test(text[after] ?? "");
    return !capital[from] || stem(english[number]!) === "";
  };
  const kept = hits.from.map((from, h) => !isWord(from, hits.to[h]!));
  for (const list of [hits.from, hits.to, hits.name]) {
    const left = list.filter((_, h) => kept[h]);
    list.length = 0;
    for (const value of left) list.push(value);
  }
}
