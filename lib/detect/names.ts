/** Finds names of the catalog in tokens, the longest first, in a table that is read as it ships (name-keys.ts). */
import { moreBearers } from "../catalog/tables.ts";
import { decodeBase64 } from "./bytes.ts";
import { extendKey, type Head, headBytes, layOut, stride, strideBits } from "./name-keys.ts";
import { abbreviated } from "./sentences.ts";
import type { Tokens } from "./tokens.ts";

/** Views of the table; bearers are numbered: the first of each name, then all further ones. */
export interface NameIndex extends Head {
  readonly starts: Uint32Array;
  readonly moreOf: Uint32Array;
  readonly low: Uint16Array;
  readonly show: Uint16Array;
  readonly counts: Uint8Array;
  readonly whole: Uint8Array;
  readonly begin: Uint8Array;
  /** 0 is the title, else index of the character + 1. */
  readonly character: Uint8Array;
  readonly strength: Uint8Array;
}

/** `Tables.names`: half a millisecond a megabyte where the browser decodes base64 itself. */
export function decodeNames(base64: string): NameIndex {
  const { buffer } = decodeBase64(base64);
  const [seed = 0, names = 0, more = 0, bucketBits = 0, wholeBits = 0, beginBits = 0] = new Uint32Array(
    buffer,
    0,
    headBytes / 4,
  );
  const head = { seed, names, more, bucketBits, wholeBits, beginBits };
  const at = layOut(head);
  const bearers = names + more;
  return {
    ...head,
    starts: new Uint32Array(buffer, at.starts, 2 ** bucketBits / stride + 1),
    moreOf: new Uint32Array(buffer, at.moreOf, more),
    low: new Uint16Array(buffer, at.low, names),
    show: new Uint16Array(buffer, at.show, bearers),
    counts: new Uint8Array(buffer, at.counts, 2 ** bucketBits / 2),
    whole: new Uint8Array(buffer, at.whole, 2 ** wholeBits / 8),
    begin: new Uint8Array(buffer, at.begin, 2 ** beginBits / 8),
    character: new Uint8Array(buffer, at.character, bearers),
    strength: new Uint8Array(buffer, at.strength, bearers),
  };
}

/** The number of the name with this key, or -1. */
function find(index: NameIndex, key: number): number {
  const { counts, low, bucketBits } = index;
  const bucket = key >>> (32 - bucketBits);
  const count = (counts[bucket >> 1]! >> ((bucket & 1) << 2)) & 15;
  if (count === 0) return -1;
  let at = index.starts[bucket >> strideBits]!;
  for (let b = (bucket >> strideBits) << strideBits; b < bucket; b++) {
    at += (counts[b >> 1]! >> ((b & 1) << 2)) & 15;
  }
  const wanted = key & 0xffff;
  for (let i = at; i < at + count; i++) if (low[i] === wanted) return i;
  return -1;
}

/** Who bears a name: indices into `show`, `character`, `strength`; the likeliest first. */
export function bearersOf(index: NameIndex, name: number): readonly number[] {
  if (!(index.strength[name]! & moreBearers)) return [name];
  const { moreOf, names } = index;
  let from = 0;
  for (let to = moreOf.length; from < to; ) {
    const middle = (from + to) >> 1;
    if (moreOf[middle]! < name) from = middle + 1;
    else to = middle;
  }
  const out = [name];
  for (let i = from; moreOf[i] === name; i++) out.push(names + i);
  return out;
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
  const { whole, begin } = index;
  const wholeMask = (1 << index.wholeBits) - 1;
  const beginMask = (1 << index.beginBits) - 1;
  const count = tokens.count;
  const hash = tokens.hash;
  for (let i = 0; i < count; i++) {
    let key = index.seed;
    let best = -1;
    let bestEnd = 0;
    for (let j = i; j < count; j++) {
      key = extendKey(key, hash[j]!);
      const bit = 1 << (key & 7);
      if (whole[(key & wholeMask) >> 3]! & bit) {
        const name = find(index, key);
        if (name >= 0 && near(tokens, i, j)) {
          best = name;
          bestEnd = j + 1;
        }
      }
      if (!(begin[(key & beginMask) >> 3]! & bit)) break;
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
