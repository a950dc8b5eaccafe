/**
 * Where a name stands in the table of names: a key over the hashes of its words, made word by word, so that the key of
 * a name's beginning is on the way to its own. Shared by the build, which lays the table out, and by the look-up.
 *
 * The table is a text of two halves. The first is base64 of bytes that look random, for which gzip can do nothing:
 *
 *   head     `headNumbers` as u32, little-endian
 *   begin    a bit for each key that names begin with, of no more than `askedWords` words
 *   orders   by bucket which of `placeOf`'s orders gives all its names places of their own, u16
 *   checks   by name the lowest 16 bits of its key, u16: no more is kept of it, and a word that is no name is taken for
 *            one once in sixty thousand
 *
 * Hardly a place is empty. The highest bits of a key choose its bucket: so a name is found by two reads, and nothing has
 * to be made ready.
 *
 * The second half is a digit each (`digitOf`), so that gzip sees how often which is: of each name its bearer, or the
 * number of its list of bearers, then the bearers in these lists (`bearerPlanes` one after another); how long each list
 * is; and how many bearers each show has.
 */

/** The key of what `key` stands for with one more word, by the hash of its token; the table's seed is nothing yet. */
export function extendKey(key: number, hash: number): number {
  let k = Math.imul(key ^ hash, 0x9e3779b1);
  k ^= k >>> 15;
  k = Math.imul(k, 0x85ebca6b);
  return k ^ (k >>> 13);
}

/** The key of two words in either order, by the keys of each alone: "Light Yagami" and "Yagami Light". */
export function pairKey(a: number, b: number): number {
  return extendKey((a + b) | 0, 0x2545f491);
}

/** After so many words of a name there are few names left: the rest is looked up without asking whether any goes on. */
export const askedWords = 4;

/** Where the name with this key stands among so many, in this order. */
export function placeOf(key: number, order: number, names: number): number {
  return Math.floor(((extendKey(key, order) >>> 0) / 2 ** 32) * names);
}

export const checkMask = 0xffff;

export interface Head {
  /** What keys are made from, so that no two names of this catalog have one. */
  readonly seed: number;
  /** Places of names, bearers in lists, and digits that say how long the lists are. */
  readonly names: number;
  readonly listed: number;
  readonly lengths: number;
  /** Bits of a key that choose its bucket, and its bit among the beginnings. */
  readonly bucketBits: number;
  readonly beginBits: number;
  /** Is there a further plane? */
  readonly wide: number;
  /** Words of the longest name. */
  readonly longest: number;
}
export const headNumbers = [
  "seed",
  "names",
  "listed",
  "lengths",
  "bucketBits",
  "beginBits",
  "wide",
  "longest",
] as const satisfies readonly (keyof Head)[];

/** Whole groups of base64, and aligned. */
export const headBytes = Math.ceil(headNumbers.length / 3) * 12;

/** Where the parts begin in the bytes and in the digits, and how long a plane of digits is. */
export function layOut({ names, listed, lengths, bucketBits, beginBits, wide }: Head) {
  const begin = headBytes;
  const orders = begin + 2 ** beginBits / 8;
  const checks = orders + 2 * 2 ** bucketBits;
  const plane = names + listed;
  const lists = plane * (bearerPlanes + wide);
  return { begin, orders, checks, end: checks + names * 2, plane, lists, people: lists + lengths };
}

/** Most a digit can be. */
export const lastDigit = 63;
const zero = 0x30;

/** Printable, and no end of a comment. */
export const digitOf = (n: number) => String.fromCharCode(zero + n);

/** The digit that stands at `i`. */
export function digitAt(text: string, i: number): number {
  return text.charCodeAt(i) - zero;
}

/**
 * Planes of digits: the bearer's number from its lowest bits on, in the third only the two highest, beside what kind of
 * name it is for this bearer (`kindOf`, build/encode-names.ts); where any number is larger, the rest is in a fourth.
 * Bearers are numbered show by show: its title, then its characters.
 */
export const bearerPlanes = 3;
/** From here on kinds say how many of a name's ordinary words are written with capitals; the last: it has several bearers. */
export const casedKind = 5;
export const listKind = 15;
