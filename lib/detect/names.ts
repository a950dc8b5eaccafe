/** Finds names of the catalog in tokens, the longest first, in a table that is read as it ships (name-keys.ts). */
import { mostCapitals, strength, strengthBits, strengthMask } from "../catalog/tables.ts";
import { decodeBase64 } from "./bytes.ts";
import {
  askedWords,
  bearerPlanes,
  blockBits,
  digitAt,
  evenly,
  extendKey,
  type Head,
  headBytes,
  headNumbers,
  layOut,
  pairKey,
} from "./name-keys.ts";
import { abbreviated } from "./sentences.ts";
import type { Tokens } from "./tokens.ts";

/** Views of the table. */
export interface NameIndex extends Head {
  readonly slots: Uint32Array;
  readonly begin: Uint8Array;
  readonly low: Uint8Array;
  readonly ranks: Int16Array;
  /** See `evenly`. */
  readonly even: number;
  readonly taken: Uint32Array;
  /** A bit for each slot that names of `taken` have: of hardly any word they have to be searched. */
  readonly crowds: Uint32Array;
  readonly digits: string;
  /** How long a plane of digits is. */
  readonly plane: number;
  /** Words met that are no names, by hash: the names that they are a letter away from (misspelt.ts). */
  readonly around: Map<number, readonly number[]>;
}

/** `Tables.names`: half a millisecond a megabyte where the browser decodes base64 itself. */
export function decodeNames(text: string): NameIndex {
  const numbers = new Uint32Array(decodeBase64(text.slice(0, (headBytes / 3) * 4)).buffer);
  const head = Object.fromEntries(headNumbers.map((name, i) => [name, numbers[i]])) as unknown as Head;
  const at = layOut(head);
  const middle = Math.ceil(at.end / 3) * 4;
  const { buffer } = decodeBase64(text.slice(0, middle));
  const taken = new Uint32Array(buffer, at.taken, head.crowded);
  const crowds = new Uint32Array((2 ** head.slotBits) >> 5);
  for (const code of taken) crowds[code >>> (head.lowBits + 5)]! |= 1 << ((code >>> head.lowBits) & 31);
  return {
    ...head,
    slots: new Uint32Array(buffer, at.slots, (at.begin - at.slots) / 4),
    begin: new Uint8Array(buffer, at.begin, at.ranks - at.begin),
    ranks: new Int16Array(buffer, at.ranks, (at.low - at.ranks) / 2),
    even: evenly(head),
    low: new Uint8Array(buffer, at.low, at.taken - at.low),
    taken,
    crowds,
    digits: text.slice(middle),
    plane: at.plane,
    around: new Map(),
  };
}

/** What each is of a bearer, by its number (`bearersOf`). */
export function showAt({ digits, plane, wide }: NameIndex, bearer: number): number {
  const show = digitAt(digits, bearer) + digitAt(digits, plane + bearer) * 64;
  return wide ? show + (digitAt(digits, bearerPlanes * plane + bearer) >> 2) * 4096 : show;
}

/** 0 is the title, else index of the character + 1. */
export function characterAt({ digits, plane, wide }: NameIndex, bearer: number): number {
  const low = digitAt(digits, 2 * plane + bearer);
  return wide ? low + (digitAt(digits, bearerPlanes * plane + bearer) & 3) * 64 : low;
}

/** As tables.ts has it. */
export function strengthAt({ digits, plane }: NameIndex, bearer: number): number {
  const digit = digitAt(digits, 3 * plane + bearer) >> 1;
  if (digit === 2) return strength.distinct;
  if (digit < 2) return digit;
  const capitals = digit - 3;
  if (capitals <= mostCapitals) return strength.cased | (capitals << strengthBits);
  return strength.shared | ((capitals - mostCapitals) << strengthBits);
}

function countBits(n: number): number {
  let bits = n - ((n >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The number of the name with this key, whose slot is set; -1: the slot is another's. */
function find(index: NameIndex, key: number): number {
  const { slots, low, slotBits, lowBits } = index;
  const slot = key >>> (32 - slotBits);
  const block = slot >> blockBits;
  let name = Math.floor(block * index.even) + index.ranks[block]!;
  for (let i = block << (blockBits - 5); i < slot >> 5; i++) name += countBits(slots[i]!);
  name += countBits(slots[slot >> 5]! & ((1 << (slot & 31)) - 1));
  const bit = name * lowBits;
  const read = low[bit >>> 3]! | (low[(bit >>> 3) + 1]! << 8) | (low[(bit >>> 3) + 2]! << 16);
  const code = key >>> (32 - slotBits - lowBits);
  const mask = (1 << lowBits) - 1;
  if (((read >>> (bit & 7)) & mask) === (code & mask)) return name;
  if (!(index.crowds[slot >> 5]! & (1 << (slot & 31)))) return -1;
  const at = search(index.taken, code);
  return at < 0 ? -1 : index.slotted + at;
}

/** The number of the name that is this one word, by its token's hash; -1: none is. */
export function findWord(index: NameIndex, hash: number): number {
  const key = extendKey(index.seed, hash);
  const slot = key >>> (32 - index.slotBits);
  return index.slots[slot >> 5]! & (1 << (slot & 31)) ? find(index, key) : -1;
}

/** Where `wanted` stands in rising numbers, or -1. */
function search(list: Uint32Array, wanted: number): number {
  let from = 0;
  for (let to = list.length; from < to; ) {
    const middle = (from + to) >> 1;
    if (list[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return list[from] === wanted ? from : -1;
}

/** Who bears a name: numbers of bearers; the likeliest first. */
export function bearersOf(index: NameIndex, name: number): readonly number[] {
  const out: number[] = [];
  for (let bearer = firstBearer(index, name); bearer >= 0; bearer = nextBearer(index, bearer))
    out.push(bearer);
  return out;
}

/**
 * Is the name an ordinary word that one character bears, and nobody else? Of the names in a text that is not about
 * anime seven in ten are, and where no show is the topic they say nothing.
 */
export function isMereWord(index: NameIndex, name: number): boolean {
  return digitAt(index.digits, 3 * index.plane + name) === 0 && characterAt(index, name) > 0;
}

/** Is the name a word of the language, and no short form of its own? */
export function isOrdinary(index: NameIndex, bearer: number): boolean {
  return (strengthAt(index, bearer) & strengthMask) === strength.ordinary;
}

/** The likeliest bearer of a name. */
export function firstBearer(index: NameIndex, name: number): number {
  if (!hasMore(index, name)) return name;
  const { digits, plane, wide } = index;
  const bearer =
    digitAt(digits, name) + digitAt(digits, plane + name) * 64 + digitAt(digits, 2 * plane + name) * 4096;
  return wide ? bearer + digitAt(digits, bearerPlanes * plane + name) * 262_144 : bearer;
}

/** The next likely one of the same name; -1: there is none. */
export function nextBearer(index: NameIndex, bearer: number): number {
  return hasMore(index, bearer) ? bearer + 1 : -1;
}

function hasMore({ digits, plane }: NameIndex, bearer: number): boolean {
  return (digitAt(digits, 3 * plane + bearer) & 1) === 1;
}

/** Names found in one text, as parallel lists. */
export interface NameHits {
  /** First token, and the token after the last. */
  readonly from: number[];
  readonly to: number[];
  readonly name: number[];
}

/** The longest names in `tokens` from left to right, without overlap; `hits` is emptied first. */
export function findNames(index: NameIndex, tokens: Tokens, hits: NameHits): void {
  hits.from.length = hits.to.length = hits.name.length = 0;
  const { slots, begin, seed, longest } = index;
  const shift = 32 - index.slotBits;
  const beginMask = (1 << index.beginBits) - 1;
  const count = tokens.count;
  const hash = tokens.hash;
  /** The key of the word ahead alone, where it has been made already. */
  let ahead = 0;
  let aheadOf = -1;
  for (let i = 0; i < count; i++) {
    const first = i === aheadOf ? ahead : extendKey(seed, hash[i]!);
    let key = first;
    let best = -1;
    let bestEnd = 0;
    for (let j = i; ; ) {
      const slot = key >>> shift;
      if (slots[slot >> 5]! & (1 << (slot & 31))) {
        const name = find(index, key);
        if (name >= 0 && near(tokens, i, j)) {
          best = name;
          bestEnd = j + 1;
        }
      }
      const goesOn =
        j < i + askedWords ? begin[(key & beginMask) >> 3]! & (1 << (key & 7)) : j + 1 < i + longest;
      if (!goesOn || ++j === count) break;
      key = extendKey(key, hash[j]!);
      if (j > i + 1) continue;
      ahead = extendKey(seed, hash[j]!);
      aheadOf = j;
      if (!(begin[(ahead & beginMask) >> 3]! & (1 << (ahead & 7)))) continue;
      const either = pairKey(first, ahead);
      const pairSlot = either >>> shift;
      if (slots[pairSlot >> 5]! & (1 << (pairSlot & 31))) {
        const name = find(index, either);
        if (name >= 0 && near(tokens, i, j)) {
          best = name;
          bestEnd = j + 1;
        }
      }
    }
    if (best < 0) continue;
    hits.from.push(i);
    hits.to.push(bestEnd);
    hits.name.push(best);
    i = bestEnd - 1;
  }
}

/** Between the words of one name stand at most three characters, and no end of a sentence. */
function near(tokens: Tokens, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const a = tokens.end[k]!;
    const b = tokens.start[k + 1]!;
    if (b - a < 2) continue;
    const between = tokens.text.slice(a, b);
    // Marks before a small letter end nothing: "Yuri!!! on Ice".
    if (!tokens.capital[k + 1] && /^[!?]+\s+$/.test(between)) continue;
    // White space of markup may be long: only what is not space counts.
    if (b - a > 3 && between.trim().length > 2) return false;
    if (tokens.length[k] === 1) continue;
    if (/[!?]\s/.test(between)) {
      if (b - a > 2) return false;
    } else if (/;\s/.test(between) || (/\.\s/.test(between) && !abbreviated(tokens.text, a))) return false;
  }
  return true;
}
