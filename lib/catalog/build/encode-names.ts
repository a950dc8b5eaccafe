/** Names to the table that is read in place (form: lib/detect/name-keys.ts). */
import {
  askedWords,
  bearerPlanes,
  blockBits,
  digitOf,
  evenly,
  extendKey,
  type Head,
  headNumbers,
  lastDigit,
  layOut,
  pairKey,
} from "../../detect/name-keys.ts";
import { mostCapitals, strength, strengthBits, strengthMask } from "../tables.ts";

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

/** So many bits that hardly one in `room` is set. */
const bitsFor = (keys: number, room: number) =>
  Math.max(blockBits, Math.ceil(Math.log2(Math.max(1, keys) * room)));
const slotRoom = 10;
const beginRoom = 5;
/** With the slots' room a word that is no name is taken for one once in a hundred thousand. */
const mostLowBits = 13;

/**
 * Seeds are tried until no two names have one key; with more names than this some always have, and share their bearers.
 */
const mostSeeds = 16;
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
  readonly seed: number;
  readonly begin: ReadonlySet<number>;
  /** By as many of the highest bits of its key as are kept. */
  readonly whole: ReadonlyMap<number, readonly Bearer[]>;
}

function keysOf(names: readonly Form[], seed: number, kept: number): Keys {
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
      key = pairKey(a!, b!);
    }
    const code = key >>> (32 - kept);
    whole.set(code, [...(whole.get(code) ?? []), ...bearers]);
  }
  return { seed, begin, whole };
}

function distinctKeys(names: readonly Form[], kept: number): Keys {
  let keys = keysOf(names, 0, kept);
  const tries = names.length > mostApart ? 0 : mostSeeds;
  while (keys.whole.size < names.length && keys.seed < tries) keys = keysOf(names, keys.seed + 1, kept);
  return keys;
}

type Name = readonly [code: number, bearers: readonly Bearer[]];

/** The names that have a slot for themselves, and those that come too late; both by rising keys. */
function seat(whole: Keys["whole"], lowBits: number): { slotted: Name[]; crowded: Name[] } {
  const slotted: Name[] = [];
  const crowded: Name[] = [];
  let last = -1;
  for (const name of [...whole].sort(([a], [b]) => a - b)) {
    const slot = Math.floor(name[0] / 2 ** lowBits);
    (slot === last ? crowded : slotted).push(name);
    last = slot;
  }
  return { slotted, crowded };
}

export function encodeNames(list: readonly EncodedName[]): string {
  const names = foldPairs(list);
  const slotBits = bitsFor(names.length, slotRoom);
  const lowBits = Math.min(mostLowBits, 32 - slotBits);
  const { seed, begin, whole } = distinctKeys(names, slotBits + lowBits);
  const { slotted, crowded } = seat(whole, lowBits);
  const planes = planesOf([...slotted, ...crowded].map(([, bearers]) => bearers));
  const head: Head = {
    seed,
    slotted: slotted.length,
    crowded: crowded.length,
    listed: planes.length - slotted.length - crowded.length,
    slotBits,
    lowBits,
    beginBits: bitsFor(begin.size, beginRoom),
    wide: planes.wide ? 1 : 0,
    longest: names.reduce((most, n) => Math.max(most, n.hashes.length), 1),
  };
  const at = layOut(head);
  const out = new Uint8Array(at.end);
  const view = new DataView(out.buffer);
  for (const [i, name] of headNumbers.entries()) view.setUint32(i * 4, head[name], true);
  const set = (start: number, i: number) => {
    out[start + (i >>> 3)]! |= 1 << (i & 7);
  };
  const blocks = new Array<number>((2 ** slotBits) >> blockBits).fill(0);
  slotted.forEach(([code], i) => {
    const slot = Math.floor(code / 2 ** lowBits);
    set(at.slots, slot);
    blocks[slot >> blockBits]! += 1;
    for (let b = 0; b < lowBits; b++) if ((code >>> b) & 1) set(at.low, i * lowBits + b);
  });
  let before = 0;
  for (const [block, count] of blocks.entries()) {
    view.setInt16(at.ranks + block * 2, before - Math.floor(block * evenly(head)), true);
    before += count;
  }
  for (const [i, [code]] of crowded.entries()) view.setUint32(at.taken + i * 4, code, true);
  for (const key of begin) set(at.begin, key & (2 ** head.beginBits - 1));
  // Whole triples of bytes, so that no sign fills the last.
  const bytes = Buffer.concat([out], Math.ceil(out.length / 3) * 3);
  return bytes.toString("base64") + planes.text;
}

/** `strengthAt` (lib/detect/names.ts) reads it. */
function strengthDigit(s: number): number {
  const kind = s & strengthMask;
  const capitals = s >> strengthBits;
  if (kind === strength.cased) return 3 + capitals;
  if (capitals > 3) throw new Error("a short form of more than three letters");
  if (capitals > 0) return 3 + mostCapitals + capitals;
  return kind === strength.distinct ? strength.cased : kind;
}

/** The digits of each name's bearer or list of bearers, then those of the lists. */
function planesOf(names: readonly (readonly Bearer[])[]): { text: string; wide: boolean; length: number } {
  const listed = names.filter((bearers) => bearers.length > 1).flat();
  const wide =
    names.length + listed.length >= 2 ** 18 ||
    names.flat().some((b) => b.show >= 2 ** 12 || b.character >= lastDigit);
  const row = ({ show, character, strength }: Bearer, more: boolean): number[] => {
    if (character > 254) throw new Error("a show with more than 254 characters");
    const own = character + 1;
    return [
      show & 63,
      (show >> 6) & 63,
      own & 63,
      strengthDigit(strength) * 2 + (more ? 1 : 0),
      (show >> 12) * 4 + (own >> 6),
    ];
  };
  let list = names.length;
  const rows = names.map((bearers) => {
    if (bearers.length === 1) return row(bearers[0]!, false);
    const at = list;
    list += bearers.length;
    return [at & 63, (at >> 6) & 63, (at >> 12) & 63, 1, at >> 18];
  });
  for (const bearers of names) {
    if (bearers.length > 1) rows.push(...bearers.map((b, i) => row(b, i < bearers.length - 1)));
  }
  const planes = Array.from({ length: bearerPlanes + (wide ? 1 : 0) }, (_, i) =>
    rows.map((r) => digitOf(r[i]!)).join(""),
  );
  return { text: planes.join(""), wide, length: rows.length };
}
