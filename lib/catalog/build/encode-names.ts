/** Names to the table that is read in place (form: lib/detect/name-keys.ts). */
import {
  askedWords,
  bearerPlanes,
  casedKind,
  checkMask,
  digitOf,
  extendKey,
  type Head,
  headNumbers,
  lastDigit,
  layOut,
  listKind,
  pairKey,
  placeOf,
} from "../../detect/name-keys.ts";
import * as strength from "../strength.ts";
import { strengthBits, strengthMask } from "../tables.ts";

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

/** So many bits that hardly one in `beginRoom` is set. */
const beginBitsFor = (keys: number) => Math.max(7, Math.ceil(Math.log2(Math.max(1, keys) * beginRoom)));
const beginRoom = 5;
/**
 * Names in a bucket at most, on average: with fewer there are many orders, with more it takes long to find one. With 7 of
 * them hardly a bucket is small enough for the last places that are free: for 1,802 names no seed had a table.
 */
const bucketSize = 5;
const mostOrders = 2 ** 16;
/** Share of places that have a name. */
const fullness = 0.98;

/**
 * Seeds are tried until no two names have one key, each has a place, and no stranger is taken for one: one in twenty
 * will do today. With more names than this some always have one key, and share their bearers; no stranger is asked for then.
 */
const mostSeeds = 500;
const mostApart = 150_000;

interface Form extends EncodedName {
  /** Two words that name the same in either order. */
  readonly pair: boolean;
}

/** What is listed in both orders needs to be there once. */
function foldPairs(names: readonly EncodedName[]): Form[] {
  const pairs = new Map(names.filter((n) => n.hashes.length === 2).map((n) => [n.hashes.join(), n]));
  const same = (a: EncodedName, b: EncodedName) => JSON.stringify(a.bearers) === JSON.stringify(b.bearers);
  return names.flatMap((name): Form[] => {
    const [a, b] = name.hashes;
    const other = name.hashes.length === 2 && a !== b ? pairs.get(`${b},${a}`) : undefined;
    if (!other || !same(name, other)) return [{ ...name, pair: false }];
    return a! < b! ? [{ ...name, pair: true }] : [];
  });
}

interface Keys {
  readonly begin: ReadonlySet<number>;
  readonly whole: ReadonlyMap<number, readonly Bearer[]>;
}

function keysOf(names: readonly Form[], seed: number): Keys {
  const begin = new Set<number>();
  const whole = new Map<number, readonly Bearer[]>();
  for (const { hashes, bearers, pair } of names) {
    let key = seed;
    hashes.forEach((hash, i) => {
      key = extendKey(key, hash) >>> 0;
      if (i < hashes.length - 1 && i < askedWords) begin.add(key);
    });
    if (pair) {
      const [a, b] = hashes.map((hash) => extendKey(seed, hash));
      begin.add(b! >>> 0);
      key = pairKey(a!, b!) >>> 0;
    }
    whole.set(key, [...(whole.get(key) ?? []), ...bearers]);
  }
  return { begin, whole };
}

interface Places {
  /** By place the key of its name; -1: it is empty. */
  readonly keys: readonly number[];
  /** By bucket. */
  readonly orders: readonly number[];
}

/** A place for each key; the fullest buckets choose first. undefined: there is none for some. */
function seat(keys: Iterable<number>, count: number, bucketBits: number): Places | undefined {
  const places = Math.max(2, Math.ceil(count / fullness));
  const taken = new Array<number>(places).fill(-1);
  const buckets = Array.from({ length: 2 ** bucketBits }, (): number[] => []);
  for (const key of keys) buckets[key >>> (32 - bucketBits)]!.push(key);
  const orders = buckets.map(() => 0);
  const fullest = [...buckets.keys()].sort((a, b) => buckets[b]!.length - buckets[a]!.length);
  for (const b of fullest) {
    const bucket = buckets[b]!;
    const own = new Array<number>(bucket.length);
    const fits = (order: number) => {
      for (let i = 0; i < bucket.length; i++) {
        const place = (own[i] = placeOf(bucket[i]!, order, places));
        if (taken[place] !== -1 || own.indexOf(place) < i) return false;
      }
      return true;
    };
    let order = 0;
    while (order < mostOrders && !fits(order)) order++;
    if (order === mostOrders) return undefined;
    for (const key of bucket) taken[placeOf(key, order, places)] = key;
    orders[b] = order;
  }
  return { keys: taken, orders };
}

/** Would the look-up find a name with this key? An empty place has 0 to check. */
function isFound({ keys, orders }: Places, key: number, bucketBits: number): boolean {
  const there = keys[placeOf(key, orders[key >>> (32 - bucketBits)]!, keys.length)]!;
  return (Math.max(0, there) & checkMask) === (key & checkMask);
}

function arrange(names: readonly Form[], bucketBits: number, strangers: readonly (readonly number[])[]) {
  for (let seed = 0; seed <= mostSeeds; seed++) {
    const { begin, whole } = keysOf(names, seed);
    const many = names.length > mostApart;
    if (whole.size < names.length && !many) continue;
    const places = seat(whole.keys(), whole.size, bucketBits);
    if (!places) continue;
    const beginMask = 2 ** beginBitsFor(begin.size) - 1;
    const begun = new Set([...begin].map((key) => key & beginMask));
    const begins = (key: number) => begun.has(key & beginMask);
    const isName = (hashes: readonly number[]) => {
      const [a, b] = hashes.map((hash) => extendKey(seed, hash));
      if (hashes.length > 1 && !begins(a!)) return false;
      if (hashes.length === 2 && begins(b!) && isFound(places, pairKey(a!, b!) >>> 0, bucketBits))
        return true;
      return isFound(places, hashes.reduce(extendKey, seed) >>> 0, bucketBits);
    };
    if (many || !strangers.some(isName)) return { seed, begin, whole, ...places };
  }
  throw new Error(`no table of ${names.length} names after ${mostSeeds} seeds`);
}

/** `strangers`: hashes of words in a row that are to be taken for no name. */
export function encodeNames(
  list: readonly EncodedName[],
  strangers: readonly (readonly number[])[] = [],
): string {
  const names = foldPairs(list);
  const bucketBits = Math.max(1, Math.ceil(Math.log2(Math.max(1, names.length) / bucketSize)));
  const { seed, begin, whole, keys, orders } = arrange(names, bucketBits, strangers);
  const planes = planesOf(keys.map((key) => whole.get(key) ?? []));
  const head: Head = {
    seed,
    names: keys.length,
    listed: planes.listed,
    lengths: planes.lengths.length,
    bucketBits,
    beginBits: beginBitsFor(begin.size),
    wide: planes.wide ? 1 : 0,
    longest: names.reduce((most, n) => Math.max(most, n.hashes.length), 1),
  };
  const at = layOut(head);
  // Whole triples of bytes, so that no sign fills the last.
  const out = new Uint8Array(Math.ceil(at.end / 3) * 3);
  const view = new DataView(out.buffer);
  for (const [i, name] of headNumbers.entries()) view.setUint32(i * 4, head[name], true);
  for (const key of begin) {
    const bit = key & (2 ** head.beginBits - 1);
    out[at.begin + (bit >>> 3)]! |= 1 << (bit & 7);
  }
  for (const [i, key] of keys.entries())
    view.setUint16(at.checks + i * 2, Math.max(0, key) & checkMask, true);
  for (const [i, order] of orders.entries()) view.setUint16(at.orders + i * 2, order, true);
  return Buffer.from(out).toString("base64") + planes.text + planes.lengths + planes.people;
}

/** `strengthAt` (lib/detect/names.ts) reads it. */
function kindOf(s: number): number {
  const kind = s & strengthMask;
  const capitals = s >> strengthBits;
  if (kind === strength.cased) return casedKind + capitals;
  if (capitals > 3) throw new Error("a short form of more than three letters");
  if (capitals > 0) return capitals + 1;
  return kind === strength.distinct ? 2 : kind;
}

/** A number of any size, as `sums` (lib/detect/names.ts) reads it. */
function lengthOf(n: number): string {
  return digitOf(lastDigit).repeat(Math.floor(n / lastDigit)) + digitOf(n % lastDigit);
}

/** By show the number of its title: as many more of the next as it has characters that are named. */
function numberBearers(names: readonly (readonly Bearer[])[]): { people: string; titles: number[] } {
  const count: number[] = [];
  for (const { show, character } of names.flat()) count[show] = Math.max(count[show] ?? 1, character + 2);
  const counts = Array.from(count, (n) => n ?? 0);
  let sum = 0;
  const titles = counts.map((n) => (sum += n) - n);
  return { people: counts.map(lengthOf).join(""), titles };
}

/**
 * The digits of each name's bearer or list of bearers and those of the lists, each list once; how long the lists are;
 * how many bearers each show has.
 */
function planesOf(names: readonly (readonly Bearer[])[]) {
  const { people, titles } = numberBearers(names);
  const row = (b: Bearer) => [titles[b.show]! + b.character + 1, kindOf(b.strength)] as const;
  const lists = new Map<string, number>();
  const listed: (readonly [number: number, kind: number])[] = [];
  let lengths = "";
  const rows = names.map((bearers) => {
    if (bearers.length < 2) return bearers[0] ? row(bearers[0]) : ([0, 0] as const);
    const list = bearers.map(row);
    const known = JSON.stringify(list);
    if (!lists.has(known)) {
      lists.set(known, lists.size);
      listed.push(...list);
      lengths += lengthOf(list.length);
    }
    return [lists.get(known)!, listKind] as const;
  });
  const all = [...rows, ...listed];
  const wide = all.some(([number]) => number >= 2 ** 14);
  const planes = [
    all.map(([number]) => number & 63),
    all.map(([number]) => (number >> 6) & 63),
    all.map(([number, kind]) => ((number >> 12) & 3) + kind * 4),
    all.map(([number]) => number >> 14),
  ].slice(0, bearerPlanes + (wide ? 1 : 0));
  const text = planes.map((digits) => digits.map(digitOf).join("")).join("");
  return { text, wide, listed: listed.length, lengths, people };
}
