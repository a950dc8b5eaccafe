/**
 * Words and pairs of words as evidence, each with a weight learned offline. Names stand in it by what they are, so that
 * "Mami dies" and "Kamina dies" are one phrase: what is learned of one show holds for all.
 */
import { decodeBase64, encodeBase64 } from "./bytes.ts";
import type { Sentence } from "./sentence.ts";
import { hashWord } from "./tokens.ts";

/** Phrases by an open-addressing table of their hashes; a hash of 0 marks an empty slot. */
export interface Phrases {
  readonly mask: number;
  readonly hash: Int32Array;
  readonly weight: Float32Array;
}

/** What stands for a name: hashes that no folded word has. */
const stand = {
  title: hashWord("@title"),
  /** The best fact is about this character. */
  subject: hashWord("@subject"),
  character: hashWord("@character"),
  /** Name or title of another show. */
  other: hashWord("@other"),
  begin: hashWord("@begin"),
  end: hashWord("@end"),
} as const;

/** A place for each word that is no word: one that has no vector first, then what stands for names. */
export const standing: readonly number[] = [0, stand.title, stand.subject, stand.character, stand.other];

const pairPrime = 0x9e3779b1 | 0;

/** The hash of two words in a row; never 0. */
function pair(a: number, b: number): number {
  return (Math.imul(a, pairPrime) ^ Math.imul(b, 0x85ebca6b) ^ (b >>> 15)) | 0 || 1;
}

/**
 * The words of a sentence in order, read as one about `show`, a name as one word; `subjects`: the characters of the
 * best fact.
 */
export function wordsOf(s: Sentence, show: number, subjects: readonly number[]): number[] {
  const out: number[] = [];
  for (let i = 0; i < s.hashes.length; ) {
    let hash = s.hashes[i]!;
    let next = i + 1;
    for (const m of s.mentions) {
      if (m.from - s.token > i || m.to - s.token <= i) continue;
      next = Math.max(next, m.to - s.token);
      hash = standFor(m, show, subjects);
      // A name that several shows bear is theirs of whom the sentence is read.
      if (m.show === show) break;
    }
    out.push(hash);
    i = next;
  }
  return out;
}

/** The distinct phrases of a sentence: its words (`wordsOf`), and each two in a row. */
export function phrasesOf(words: readonly number[]): readonly number[] {
  const out = new Distinct(words.length * 2 + 1);
  let last: number = stand.begin;
  for (const hash of words) {
    out.add(hash);
    out.add(pair(last, hash));
    last = hash;
  }
  out.add(pair(last, stand.end));
  return out.list;
}

const slots = new Int32Array(1024);

/** Numbers without 0, each once, in order. A Set costs more than all else that is done for a phrase. */
class Distinct {
  readonly list: number[] = [];
  private readonly table: Int32Array;
  private readonly mask: number;

  constructor(most: number) {
    let size = 64;
    while (size < most * 2) size *= 2;
    this.table = size <= slots.length ? slots : new Int32Array(size);
    this.table.fill(0, 0, size);
    this.mask = size - 1;
  }

  add(n: number): void {
    const table = this.table;
    let slot = (n ^ (n >>> 16)) & this.mask;
    while (table[slot] !== 0) {
      if (table[slot] === n) return;
      slot = (slot + 1) & this.mask;
    }
    table[slot] = n;
    this.list.push(n);
  }
}

function standFor(m: { show: number; character: number }, show: number, subjects: readonly number[]): number {
  if (m.show !== show) return stand.other;
  if (m.character < 0) return stand.title;
  return subjects.includes(m.character) ? stand.subject : stand.character;
}

/** Decodes `encodePhrases`: below a millisecond. Throws nothing; an empty text is no phrase. */
export function decodePhrases(base64: string): Phrases {
  const bytes = decodeBase64(base64);
  const view = new DataView(bytes.buffer);
  const count = bytes.length ? view.getUint32(0, true) : 0;
  const scale = count ? view.getFloat32(4, true) : 0;
  const size = 1 << Math.ceil(Math.log2(count * 2 + 2));
  const table = { mask: size - 1, hash: new Int32Array(size), weight: new Float32Array(size) };
  if (count === 0) return table;
  // As they lie there: all machines with a browser are little-endian.
  const hashes = new Int32Array(bytes.buffer, 8, count);
  const weights = new Int8Array(bytes.buffer, 8 + count * 4, count);
  for (let i = 0; i < count; i++) {
    const slot = slotOf(table, hashes[i]!);
    table.hash[slot] = hashes[i]!;
    table.weight[slot] = weights[i]! * scale;
  }
  return table;
}

/** [count u32][scale f32] then the hashes (i32), then a signed byte each: the weight in units of the scale; base64. */
export function encodePhrases(weights: ReadonlyMap<number, number>): string {
  const most = Math.max(1e-9, ...[...weights.values()].map(Math.abs));
  const scale = most / 127;
  const kept = [...weights].filter(([, w]) => Math.round(w / scale) !== 0).sort(([a], [b]) => a - b);
  const bytes = new Uint8Array(8 + kept.length * 5);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, kept.length, true);
  view.setFloat32(4, scale, true);
  kept.forEach(([hash, weight], i) => {
    view.setInt32(8 + i * 4, hash, true);
    view.setInt8(8 + kept.length * 4 + i, Math.round(weight / scale));
  });
  return encodeBase64(bytes);
}

function slotOf(p: Phrases, hash: number): number {
  let slot = (hash ^ (hash >>> 16)) & p.mask;
  while (p.hash[slot] !== 0 && p.hash[slot] !== hash) slot = (slot + 1) & p.mask;
  return slot;
}

/** The sum of the phrases' weights, in log-odds. */
export function weighPhrases(p: Phrases, phrases: readonly number[]): number {
  let sum = 0;
  for (const hash of phrases) sum += p.weight[slotOf(p, hash)]!;
  return sum;
}
