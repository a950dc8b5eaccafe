/**
 * Where a name stands in the table of names: a key over the hashes of its words, made word by word, so that the key of
 * a name's beginning is on the way to its own. Shared by the build, which lays the table out, and by the look-up.
 */

/** The key of what `key` stands for with one more word, by the hash of its token; the table's seed is nothing yet. */
export function extendKey(key: number, hash: number): number {
  let k = Math.imul(key ^ hash, 0x9e3779b1);
  k ^= k >>> 15;
  k = Math.imul(k, 0x85ebca6b);
  return k ^ (k >>> 13);
}

/** Bytes of a table's head: six numbers, see `layOut`. */
export const headBytes = 24;
/** Buckets whose beginning is kept; between them counts are added up. */
export const strideBits = 3;
export const stride = 1 << strideBits;

export interface Head {
  /** What keys are made from, so that no two names of this catalog have one. */
  readonly seed: number;
  /** Names, and bearers beyond the first of a name. */
  readonly names: number;
  readonly more: number;
  /** Bits of a key that choose its bucket, its bit among the names, and its bit among the beginnings. */
  readonly bucketBits: number;
  readonly wholeBits: number;
  readonly beginBits: number;
}

/**
 * Offsets of the parts of the table in bytes, little-endian, the wide ones first so that each is aligned:
 *
 *   head       seed, names, more, bucketBits, wholeBits, beginBits as u32
 *   starts     for every `stride`th bucket the number of names before it: u32; one more at the end
 *   moreOf     for each further bearer the name that it bears, rising: u32
 *   low        by name, in the order of the keys: the lower half of its key, u16
 *   show       by name its first bearer's, then by further bearer: u16
 *   counts     names in each bucket, four bits each, the even one lower
 *   whole      a bit for each key of a name: most words are neither a name nor the beginning of one
 *   begin      a bit for each key that names begin with
 *   character  as `show`: 0 is the title, else index + 1: u8
 *   strength   as `show`: see tables.ts
 */
export function layOut({ names, more, bucketBits, wholeBits, beginBits }: Head) {
  const bearers = names + more;
  const starts = headBytes;
  const moreOf = starts + (2 ** bucketBits / stride + 1) * 4;
  const low = moreOf + more * 4;
  const show = low + names * 2;
  const counts = show + bearers * 2;
  const whole = counts + 2 ** bucketBits / 2;
  const begin = whole + 2 ** wholeBits / 8;
  const character = begin + 2 ** beginBits / 8;
  const strength = character + bearers;
  return { starts, moreOf, low, show, counts, whole, begin, character, strength, end: strength + bearers };
}
