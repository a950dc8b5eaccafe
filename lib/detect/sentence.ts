/** One sentence with what the scoring needs of it: words as numbers, no strings. */
import * as mark from "./marks.ts";
import type { Mention } from "./mentions.ts";
import type { Span } from "./split.ts";
import type { Tokens } from "./tokens.ts";
import { bit, bitsAt, stemOf, wordAt } from "./words.ts";

export { mark };

export interface Sentence {
  /** UTF-16 offsets in the passage; white space at both ends is left out. */
  readonly start: number;
  readonly end: number;
  /** For each word the lists that it is in (`bit`, words.ts). */
  readonly bits: readonly number[];
  /** The lists that any of the words is in, and how many are past tenses. */
  readonly anyBits: number;
  readonly past: number;
  /**
   * Ids of the words' stems (stems.ts) without the words that evidence passes over: what clues and scene words are met
   * in; 0 for titles.
   */
  readonly stems: readonly number[];
  /** The same, each once and without 0. */
  readonly distinct: readonly number[];
  /** For each stem the index of its word. */
  readonly at: readonly number[];
  /** Index in the passage's tokens of the first word. */
  readonly token: number;
  /** The stems with 0 for any name ("Death Note" is no death, Ash no ashes): what cues are matched on. */
  readonly unnamed: readonly number[];
  readonly mentions: readonly Mention[];
  /** Token hashes of the words. */
  readonly hashes: readonly number[];
  /** Those of the words that are no names: what its vector is made of. */
  readonly plain: readonly number[];
  /** Marks in it (`mark`). */
  readonly marks: number;
}

/** Is it a question? Also "(Does Mami die?)", "Does Mami die?!". */
export function asks(s: Sentence): boolean {
  return (s.marks & mark.asked) !== 0;
}

/** Are the words of `s` at `i` in this list? No word stands before the first or after the last. */
export function isIn(s: Sentence, i: number, list: number): boolean {
  return (s.bits[i]! & list) !== 0;
}

/** `bare`: of the words only the hashes, for a sentence that is about no show. */
export function makeSentence(tokens: Tokens, span: Span, bare: boolean): Sentence {
  const { from, to, start, end, mentions } = span;
  const bits: number[] = [];
  const stems: number[] = [];
  const distinct: number[] = [];
  const unnamed: number[] = [];
  const at: number[] = [];
  const hashes: number[] = [];
  let anyBits = 0;
  let past = 0;
  const text = tokens.text;
  begun++;
  // Names cover few words: most sentences have one or none.
  const plain = mentions.length > 0 ? [] : hashes;
  for (let i = from; i < to; i++) {
    hashes.push(tokens.hash[i]!);
    if (bare) continue;
    const word = wordAt(tokens, i);
    const b =
      bitsAt(word) | (i + 1 < to && parts(text, tokens.end[i]!, tokens.start[i + 1]!) ? bit.aside : 0);
    bits.push(b);
    anyBits |= b;
    if (b & bit.past) past++;
    let named = false;
    let titled = false;
    for (let k = 0; k < mentions.length; k++) {
      const m = mentions[k]!;
      if (i < m.from || i >= m.to) continue;
      named = true;
      if (m.character < 0) titled = true;
    }
    if (plain !== hashes && !named) plain.push(tokens.hash[i]!);
    const s = stemOf(word);
    if (s === 0) continue;
    stems.push(titled ? 0 : s);
    if (!titled && isNew(s)) distinct.push(s);
    at.push(i - from);
    unnamed.push(named ? 0 : s);
  }
  let last = end;
  while (last > start && isSpace(text, last - 1)) last--;
  let first = start;
  while (first < last && isSpace(text, first)) first++;
  return {
    start: first,
    end: last,
    bits,
    anyBits,
    past,
    stems,
    distinct,
    at,
    token: from,
    unnamed,
    mentions,
    hashes,
    plain,
    marks: bare ? 0 : marksIn(text, first, last),
  };
}

/** By stem id the sentence that had it last; sentences are counted. */
let met = new Int32Array(0);
let begun = 0;

/** Is this among the `distinct` stems of the sentence that was made last? */
export function isMet(stem: number): boolean {
  return met[stem] === begun;
}

/** These are among them as well, until `unmeet`. */
export function meet(stems: Iterable<number>): void {
  for (const stem of stems) isNew(stem);
}

export function unmeet(stems: Iterable<number>): void {
  for (const stem of stems) met[stem] = begun - 1;
}

function isNew(stem: number): boolean {
  if (stem >= met.length) {
    const longer = new Int32Array(stem * 2 + 4096);
    longer.set(met);
    met = longer;
  }
  if (met[stem] === begun) return false;
  met[stem] = begun;
  return true;
}

function isSpace(text: string, i: number): boolean {
  const c = text.charCodeAt(i);
  if (c > 0x20 && c < 0x7f) return false;
  return c === 0x20 || /\s/.test(text[i]!);
}

/** Does a comma, a colon, a semicolon, a bracket or a dash stand between two words? */
function parts(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x2c || c === 0x3a || c === 0x3b || c === 0x28 || c === 0x29 || c === 0x2013 || c === 0x2014)
      return true;
  }
  return false;
}

function marksIn(text: string, start: number, end: number): number {
  let marks = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c > 0x3a && c < 0x201c) continue;
    if (c === 0x22 || c === 0x201c || c === 0x201d || c === 0x300c || c === 0x300e) marks |= mark.quote;
    else if (c === 0x3a) marks |= mark.colon;
    else if (c === 0x28) marks |= mark.parenthesis;
  }
  const last = end > start ? text.charCodeAt(end - 1) : 0;
  if (last === 0x3f) marks |= mark.question;
  else if (last === 0x21) marks |= mark.exclamation;
  if (/[?？][!！"”’'»)\]」』]*$/.test(text.slice(Math.max(start, end - 8), end))) marks |= mark.asked;
  return marks;
}
