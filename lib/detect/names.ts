/** Finds names of the catalog in tokens, the longest first, in a table that is read as it ships (name-keys.ts). */
import * as strength from "../catalog/strength.ts";
import { strengthBits, strengthMask } from "../catalog/tables.ts";
import { decodeBase64 } from "./bytes.ts";
import {
  askedWords,
  casedKind,
  checkMask,
  digitAt,
  extendKey,
  type Head,
  headBytes,
  headNumbers,
  lastDigit,
  layOut,
  listKind,
  pairKey,
  placeOf,
} from "./name-keys.ts";
import { abbreviated } from "./sentences.ts";
import type { Tokens } from "./tokens.ts";

/** Views of the table. */
export interface NameIndex extends Head {
  readonly begin: Uint8Array;
  readonly orders: Uint16Array;
  readonly checks: Uint16Array;
  readonly digits: string;
  /** How long a plane of digits is. */
  readonly plane: number;
  /** Where each list of bearers begins in the planes, and where the next would. */
  readonly lists: readonly number[];
  /** Of each bearer in a list: is there one behind it? */
  readonly goesOn: Uint8Array;
  /** By bearer's number the show, and by show the number of its title. */
  readonly showOf: Uint16Array;
  readonly titles: readonly number[];
  /** Names side by side that are one, by both their numbers: the number of its first bearer. */
  readonly joined: Map<number, number>;
  /** From the end of the planes on their bearers, each list with -1 behind it. */
  readonly common: number[];
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
  const digits = text.slice(middle);
  const lists = sums(digits, at.lists, at.people, head.names);
  const goesOn = new Uint8Array(head.listed).fill(1);
  for (const next of lists) goesOn[next - 1 - head.names] = 0;
  const titles = sums(digits, at.people, digits.length, 0);
  const showOf = new Uint16Array(titles.at(-1)!);
  for (const [show, title] of titles.entries()) showOf.fill(show, title);
  return {
    ...head,
    begin: new Uint8Array(buffer, at.begin, at.orders - at.begin),
    orders: new Uint16Array(buffer, at.orders, 2 ** head.bucketBits),
    checks: new Uint16Array(buffer, at.checks, head.names),
    digits,
    plane: at.plane,
    lists,
    goesOn,
    titles,
    showOf,
    joined: new Map(),
    common: [],
    around: new Map(),
  };
}

/** What digits come to one after another, from `first` on; one of `lastDigit` and the next are one number. */
function sums(digits: string, from: number, to: number, first: number): number[] {
  const out = [first];
  let sum = first;
  for (let i = from; i < to; i++) {
    const digit = digitAt(digits, i);
    sum += digit;
    if (digit < lastDigit) out.push(sum);
  }
  return out;
}

/** In the planes, of a name or a bearer: whom it means, or which list; without its kind. */
function numberAt({ digits, plane, wide }: NameIndex, i: number): number {
  const number =
    digitAt(digits, i) + digitAt(digits, plane + i) * 64 + (digitAt(digits, 2 * plane + i) & 3) * 4096;
  return wide ? number + digitAt(digits, 3 * plane + i) * 16_384 : number;
}

function kindAt({ digits, plane }: NameIndex, i: number): number {
  return digitAt(digits, 2 * plane + i) >> 2;
}

/** Where a bearer stands in the planes. */
const rowOf = ({ common, plane }: NameIndex, bearer: number) =>
  bearer < plane ? bearer : common[bearer - plane]!;

/** What each is of a bearer, by its number (`bearersOf`). */
export function showAt(index: NameIndex, bearer: number): number {
  return index.showOf[numberAt(index, rowOf(index, bearer))]!;
}

/** 0 is the title, else index of the character + 1. */
export function characterAt(index: NameIndex, bearer: number): number {
  const number = numberAt(index, rowOf(index, bearer));
  return number - index.titles[index.showOf[number]!]!;
}

/** As tables.ts has it. */
export function strengthAt(index: NameIndex, bearer: number): number {
  const kind = bearer < index.plane ? kindAt(index, bearer) : 2;
  if (kind >= casedKind) return strength.cased | ((kind - casedKind) << strengthBits);
  if (kind > 2) return strength.shared | ((kind - 1) << strengthBits);
  return kind === 2 ? strength.distinct : kind;
}

/** The number of the name with this key; -1: none has it. */
function find({ checks, orders, bucketBits, names }: NameIndex, key: number): number {
  const name = placeOf(key, orders[key >>> (32 - bucketBits)]!, names);
  return checks[name] === (key & checkMask) ? name : -1;
}

/** The number of the name that is this one word, by its token's hash; -1: none is. */
export function findWord(index: NameIndex, hash: number): number {
  return find(index, extendKey(index.seed, hash));
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
  return name < index.plane && kindAt(index, name) === 0 && characterAt(index, name) > 0;
}

/** Is the name a word of the language, and no short form of its own? */
export function isOrdinary(index: NameIndex, bearer: number): boolean {
  return (strengthAt(index, bearer) & strengthMask) === strength.ordinary;
}

/** The likeliest bearer of a name. */
export function firstBearer(index: NameIndex, name: number): number {
  const several = name < index.plane && kindAt(index, name) === listKind;
  return several ? index.lists[numberAt(index, name)]! : name;
}

/** The next likely one of the same name; -1: there is none. */
export function nextBearer({ plane, common, names, goesOn }: NameIndex, bearer: number): number {
  if (bearer < names) return -1;
  const more = bearer < plane ? goesOn[bearer - names] : common[bearer + 1 - plane]! >= 0;
  return more ? bearer + 1 : -1;
}

/**
 * The name that two names make which stand side by side and mean one character ("Madoka Kaname", in either order); -1:
 * they mean nobody together. Such names are not in the table (build/names.ts).
 */
function join(index: NameIndex, a: number, b: number): number {
  const { joined, common, plane } = index;
  if (a === b) return -1;
  const key = a * plane + b;
  let name = joined.get(key) ?? -1;
  if (name >= 0) return name;
  const others = bearersOf(index, b);
  for (const one of bearersOf(index, a)) {
    const row = rowOf(index, one);
    const number = numberAt(index, row);
    const other = others.find((o) => numberAt(index, o) === number);
    if (other === undefined || characterAt(index, one) === 0) continue;
    // Two ordinary words in a row are no name for that.
    if (isOrdinary(index, one) && isOrdinary(index, other)) continue;
    if (name < 0) joined.set(key, (name = plane + common.length));
    common.push(row);
  }
  if (name >= 0) common.push(-1);
  return name;
}

/** Names found in one text, as parallel lists. */
export interface NameHits {
  /** First token, and the token after the last. */
  readonly from: number[];
  readonly to: number[];
  readonly name: number[];
}

/**
 * Letters before what is joined, for Japanese has no other words: each name that is joined is kept, and "Madoka Kaname
 * Madoka …" must not be one without end.
 */
const mostJoined = 30;

/** The longest names in `tokens` from left to right, without overlap; `hits` is emptied first. */
export function findNames(index: NameIndex, tokens: Tokens, hits: NameHits): void {
  hits.from.length = hits.to.length = hits.name.length = 0;
  const { begin, seed, longest } = index;
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
      const name = find(index, key);
      if (name >= 0 && near(tokens, i, j)) {
        best = name;
        bestEnd = j + 1;
      }
      const goesOn =
        j < i + askedWords ? begin[(key & beginMask) >> 3]! & (1 << (key & 7)) : j + 1 < i + longest;
      if (!goesOn || ++j === count) break;
      key = extendKey(key, hash[j]!);
      if (j > i + 1) continue;
      ahead = extendKey(seed, hash[j]!);
      aheadOf = j;
      if (!(begin[(ahead & beginMask) >> 3]! & (1 << (ahead & 7)))) continue;
      const either = find(index, pairKey(first, ahead));
      if (either >= 0 && near(tokens, i, j)) {
        best = either;
        bestEnd = j + 1;
      }
    }
    if (best < 0) continue;
    const last = hits.to.length - 1;
    const isNext =
      hits.to[last] === i &&
      tokens.start[i]! - tokens.start[hits.from[last]!]! < mostJoined &&
      goOn(tokens, i);
    const both = isNext ? join(index, hits.name[last]!, best) : -1;
    if (both >= 0) {
      hits.to[last] = bestEnd;
      hits.name[last] = both;
    } else {
      hits.from.push(i);
      hits.to.push(bestEnd);
      hits.name.push(best);
    }
    i = bestEnd - 1;
  }
}

/** A colon parts a title from who is in it, and in brackets a family's name may be said again: "Kawakami (川上)". */
function goOn(tokens: Tokens, i: number): boolean {
  return near(tokens, i - 1, i) && !/[:/：(（]/.test(tokens.text.slice(tokens.end[i - 1], tokens.start[i]));
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
