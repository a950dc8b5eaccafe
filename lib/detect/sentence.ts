/** One sentence with what the scoring needs of it. */
import type { Mention } from "./mentions.ts";
import { stem } from "./stems.ts";
import type { Tokens } from "./tokens.ts";

export interface Sentence {
  /** UTF-16 offsets in the passage; white space at the end is left out. */
  readonly start: number;
  readonly end: number;
  /** Folded words in order. */
  readonly words: readonly string[];
  /** Their stems without the words that evidence passes over: what clues and scene words are met in; "" for titles. */
  readonly stems: readonly string[];
  /** For each stem the index of its word. */
  readonly at: readonly number[];
  /** Index in the passage's tokens of the first word. */
  readonly token: number;
  /** The same without any name ("Death Note" is no death, Ash no ashes): what cues are matched on. */
  readonly unnamed: readonly string[];
  readonly mentions: readonly Mention[];
  /** Token hashes of `words`. */
  readonly hashes: readonly number[];
  /** Those of the words that are no names: what its vector is made of. */
  readonly plain: readonly number[];
  readonly text: string;
}

/** Tokens `[from, to)` as a sentence with the mentions in it. */
export function makeSentence(
  tokens: Tokens,
  from: number,
  to: number,
  start: number,
  end: number,
  mentions: readonly Mention[],
): Sentence {
  const name = new Set<number>();
  const title = new Set<number>();
  for (const m of mentions) {
    for (let i = m.from; i < m.to; i++) {
      name.add(i);
      if (m.character < 0) title.add(i);
    }
  }
  const words: string[] = [];
  const stems: string[] = [];
  const unnamed: string[] = [];
  const at: number[] = [];
  const hashes: number[] = [];
  const plain: number[] = [];
  for (let i = from; i < to; i++) {
    const word = tokens.word(i);
    const s = stem(word);
    words.push(word);
    hashes.push(tokens.hash[i]!);
    if (!name.has(i)) plain.push(tokens.hash[i]!);
    if (s === "") continue;
    stems.push(title.has(i) ? "" : s);
    at.push(i - from);
    unnamed.push(name.has(i) ? "" : s);
  }
  let last = end;
  while (last > start && /\s/.test(tokens.text[last - 1]!)) last--;
  let first = start;
  while (first < last && /\s/.test(tokens.text[first]!)) first++;
  const text = tokens.text.slice(first, last);
  return { start: first, end: last, words, stems, at, token: from, unnamed, mentions, hashes, plain, text };
}
