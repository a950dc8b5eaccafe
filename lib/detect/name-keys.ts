/**
 * Where a name stands in the table of names: a key over the hashes of its words, made word by word, so that the key of
 * a name's beginning is on the way to its own. Shared by the build, which lays the table out, and by the look-up.
 *
 * The table is a text of two halves. The first is base64 of bytes that look random, for which gzip can do nothing:
 *
 *   head     `headNumbers` as u32, little-endian
 *   slots    a bit for each name's slot, the highest bits of its key: most words are neither a name nor the beginning
 *   of
 *            one, and the how-manieth bit it is says which name
 *   begin    a bit for each key that names begin with, of no more than `askedWords` words
 *   ranks    by block of slots how many more names are before it than if they stood evenly (`evenly`), i16
 *   low      by name the bits of its key below those of the slot, `lowBits` each
 *   taken    of names whose slot is another's all bits of the key, rising, u32: they are numbered after the others
 *
 * The second half is a digit each (`digitOf`), so that gzip sees how often which is: of each name its bearer, or where
 * its list of bearers begins, then all these lists; `bearerPlanes` one after another.
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

/** Slots of one block: 128. */
export const blockBits = 7;

export interface Head {
  /** What keys are made from, so that no two names of this catalog have one. */
  readonly seed: number;
  /** Names in slots, names whose slot is taken, and bearers in lists. */
  readonly slotted: number;
  readonly crowded: number;
  readonly listed: number;
  /**
   * Bits of a key that choose its slot, of those that tell names of a slot apart, and of its bit among the beginnings.
   */
  readonly slotBits: number;
  readonly lowBits: number;
  readonly beginBits: number;
  /** Is there a fifth plane? */
  readonly wide: number;
  /** Words of the longest name. */
  readonly longest: number;
}
export const headNumbers = [
  "seed",
  "slotted",
  "crowded",
  "listed",
  "slotBits",
  "lowBits",
  "beginBits",
  "wide",
  "longest",
] as const satisfies readonly (keyof Head)[];

/** Whole groups of base64, and aligned. */
export const headBytes = Math.ceil(headNumbers.length / 3) * 12;

/** Where the parts begin in the bytes, and how long a plane of digits is. */
export function layOut({ slotted, crowded, listed, slotBits, lowBits, beginBits }: Head) {
  const slots = headBytes;
  const begin = slots + 2 ** slotBits / 8;
  const ranks = begin + 2 ** beginBits / 8;
  // A read takes in three bytes; what is read as u32 is aligned.
  const low = ranks + Math.ceil(((2 ** slotBits) >> blockBits) / 2) * 4;
  const taken = low + Math.ceil((slotted * lowBits) / 32) * 4 + 4;
  return { slots, begin, ranks, low, taken, end: taken + crowded * 4, plane: slotted + crowded + listed };
}

/** How many names each block of slots would have if they stood evenly. */
export function evenly({ slotted, slotBits }: Pick<Head, "slotted" | "slotBits">): number {
  return slotted / ((2 ** slotBits) >> blockBits);
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
 * A bearer's digits: lower and middle part of the show; 0 for the title, else lower part of the character's index + 1;
 * strength and whether there is a further bearer (see `strengthAt`, names.ts); and, where any show or character is that
 * large, higher parts of both. Of a name with several bearers the first three (and the last) say where they are listed.
 */
export const bearerPlanes = 4;
