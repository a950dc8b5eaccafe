/** Names to the table that is read in place (form: lib/detect/name-keys.ts). */
import { extendKey, type Head, layOut, stride } from "../../detect/name-keys.ts";
import { moreBearers } from "../tables.ts";

export interface Bearer {
  readonly show: number;
  /** -1: the title. */
  readonly character: number;
  /** As tables.ts has it. */
  readonly strength: number;
}

export interface EncodedName {
  /** Of its words. */
  readonly hashes: readonly number[];
  /** At least one, the first counts where nothing else decides. */
  readonly bearers: readonly Bearer[];
}

/** So many bits a key that hardly one in eight is set. */
const bitsFor = (keys: number) => Math.max(5, Math.ceil(Math.log2(Math.max(1, keys) * 7)));

/** Seeds are tried until no two names have one key; with more names than this some always have, and share their bearers. */
const mostSeeds = 16;
const mostApart = 150_000;

function keysOf(names: readonly EncodedName[], seed: number) {
  const begin = new Set<number>();
  const whole = new Map<number, readonly Bearer[]>();
  for (const { hashes, bearers } of names) {
    let key = seed;
    hashes.forEach((hash, i) => {
      key = extendKey(key, hash) >>> 0;
      if (i < hashes.length - 1) begin.add(key);
    });
    whole.set(key, [...(whole.get(key) ?? []), ...bearers]);
  }
  return { seed, begin, whole };
}

function distinctKeys(names: readonly EncodedName[]) {
  let keys = keysOf(names, 0);
  const tries = names.length > mostApart ? 0 : mostSeeds;
  while (keys.whole.size < names.length && keys.seed < tries) keys = keysOf(names, keys.seed + 1);
  return keys;
}

/** Names a bucket, by the bits that choose it. */
function countBuckets(keys: readonly number[], bits: number): Uint8Array {
  const counts = new Uint8Array(2 ** bits);
  for (const key of keys) counts[key >>> (32 - bits)]!++;
  return counts;
}

/** About one name a bucket: a count has four bits, and within a bucket the lower half of the key must tell names apart. */
function bucketBitsFor(keys: readonly number[]): number {
  let bits = Math.max(5, Math.ceil(Math.log2(keys.length || 1)));
  const told = () => new Set(keys.map((key) => (key >>> (32 - bits)) * 65_536 + (key & 0xffff))).size;
  while (countBuckets(keys, bits).some((n) => n > 15) || told() < keys.length) bits++;
  return bits;
}

export function encodeNames(list: readonly EncodedName[]): Uint8Array {
  const { seed, begin, whole } = distinctKeys(list);
  const names = [...whole].sort(([a], [b]) => a - b);
  const keys = names.map(([key]) => key);
  const bucketBits = bucketBitsFor(keys);
  const counts = countBuckets(keys, bucketBits);
  const further = names.flatMap(([, bearers], name) => bearers.slice(1).map((bearer) => ({ name, bearer })));
  const sizes: Head = {
    seed,
    names: names.length,
    more: further.length,
    bucketBits,
    wholeBits: bitsFor(whole.size),
    beginBits: bitsFor(begin.size),
  };
  const at = layOut(sizes);
  const out = new Uint8Array(at.end);
  const view = new DataView(out.buffer);
  const head = [seed, sizes.names, sizes.more, bucketBits, sizes.wholeBits, sizes.beginBits];
  for (const [i, n] of head.entries()) view.setUint32(i * 4, n, true);
  let before = 0;
  counts.forEach((n, bucket) => {
    if (bucket % stride === 0) view.setUint32(at.starts + (bucket / stride) * 4, before, true);
    out[at.counts + (bucket >> 1)]! |= n << (bucket % 2 ? 4 : 0);
    before += n;
  });
  view.setUint32(at.starts + (counts.length / stride) * 4, before, true);
  for (const [i, key] of keys.entries()) view.setUint16(at.low + i * 2, key & 0xffff, true);
  for (const [i, { name }] of further.entries()) view.setUint32(at.moreOf + i * 4, name, true);
  const put = (i: number, { show, character, strength }: Bearer, more: boolean) => {
    if (character > 254) throw new Error("a show with more than 254 characters");
    view.setUint16(at.show + i * 2, show, true);
    out[at.character + i] = character + 1;
    out[at.strength + i] = strength | (more ? moreBearers : 0);
  };
  for (const [i, [, bearers]] of names.entries()) put(i, bearers[0]!, bearers.length > 1);
  for (const [i, { bearer }] of further.entries()) put(names.length + i, bearer, false);
  const mark = (keys: Iterable<number>, start: number, bits: number) => {
    for (const key of keys) out[start + ((key & (2 ** bits - 1)) >> 3)]! |= 1 << (key & 7);
  };
  mark(whole.keys(), at.whole, sizes.wholeBits);
  mark(begin, at.begin, sizes.beginBits);
  return out;
}
