/**
 * How near a sentence comes to each fact by what its words mean: "blade" speaks for a scene with a "sword". Exact words
 * are evidence.ts's; this hears the paraphrase.
 */
import type { Knowledge } from "./knowledge.ts";
import { addRows, lane, upperOf } from "./rows.ts";
import { stemText } from "./stems.ts";
import { hashWord } from "./tokens.ts";
import { rowOf, type Vectors } from "./vectors.ts";

/** The scene words of one show's facts, ready to be compared with words that turn up. */
export interface Likeness {
  /** Lengths of the scene words' vectors, and the facts that each belongs to. */
  readonly lengths: readonly number[];
  readonly facts: readonly (readonly number[])[];
  /**
   * Dimensions × pairs of scene words. A product of two vectors is a whole number below 2^21: the values of two words
   * stand in one double (rows.ts).
   */
  readonly packed: Float64Array;
  /** Products with the word at hand, packed. */
  readonly work: Float64Array;
  /** By row of a word met: pairs of a fact and how near it is; undefined: near none. */
  readonly near: Map<number, readonly number[] | undefined>;
}

export interface Alike {
  /** The most that speaks for any spoiler, for any premise, and for the fact that the evidence is for; 0 and up. */
  readonly spoiler: number;
  readonly premise: number;
  /** How much more speaks for a spoiler than for a premise; 0 where no spoiler is listed. */
  readonly margin: number;
  readonly own: number;
}

/** Words more frequent than this rank have everything near them. */
const leastRow = 150;
/** Cosine from which two words are near each other; .35 and .55 reach no more. */
const leastCosine = 0.45;
/** Rank at which a word counts half. */
const halfRow = 1000;

export function makeLikeness(v: Vectors, k: Knowledge): Likeness {
  const rows: number[] = [];
  const lengths: number[] = [];
  const facts: number[][] = [];
  for (const [stem, of] of factsByStem(k)) {
    const row = rowOf(v, hashWord(stemText(stem)));
    if (row < leastRow) continue;
    rows.push(row);
    lengths.push(Math.sqrt(product(v, row, row)));
    facts.push([...of]);
  }
  const pairs = (rows.length + 1) >> 1;
  const packed = new Float64Array(v.dimensions * pairs);
  rows.forEach((row, i) => {
    for (let d = 0; d < v.dimensions; d++)
      packed[d * pairs + (i >> 1)]! += v.values[row * v.dimensions + d]! * (i & 1 ? lane : 1);
  });
  return { lengths, facts, packed, work: new Float64Array(pairs), near: new Map() };
}

/** The facts that a stem belongs to, as a word of the scene or of a clue. */
function factsByStem(k: Knowledge): Map<number, Set<number>> {
  const out = new Map<number, Set<number>>();
  const add = (stem: number, fact: number) => {
    const facts = out.get(stem);
    if (facts) facts.add(fact);
    else out.set(stem, new Set([fact]));
  };
  for (const [stem, { scene, clues }] of k.known) {
    for (let i = 0; scene !== undefined && i < scene.length; i += 2) add(stem, scene[i]!);
    for (const { pattern, fact } of clues ?? [])
      for (const word of pattern.parts.flat()) for (const s of word.stems) add(s, fact);
  }
  return out;
}

/** By fact, of the sentence at hand. */
let sums = new Float64Array(64);

/** `plain`: token hashes of the sentence's words that are no names. `own`: index of the evidence's fact, or -1. */
export function findAlike(
  v: Vectors,
  l: Likeness,
  k: Knowledge,
  plain: readonly number[],
  own: number,
): Alike {
  const { facts } = k;
  if (sums.length < facts.length) sums = new Float64Array(facts.length);
  sums.fill(0, 0, facts.length);
  for (let i = 0; i < plain.length; i++) {
    const row = rowOf(v, plain[i]!);
    if (row < leastRow) continue;
    let near = l.near.get(row);
    if (near === undefined && !l.near.has(row)) l.near.set(row, (near = nearFacts(v, l, row)));
    if (near) for (let n = 0; n < near.length; n += 2) sums[near[n]!]! += near[n + 1]!;
  }
  let spoiler = 0;
  let premise = 0;
  let listed = false;
  for (let i = 0; i < facts.length; i++) {
    if (facts[i]!.premise) premise = Math.max(premise, sums[i]!);
    else {
      spoiler = Math.max(spoiler, sums[i]!);
      listed = true;
    }
  }
  return { spoiler, premise, margin: listed ? spoiler - premise : 0, own: own < 0 ? 0 : sums[own]! };
}

/** Pairs of a fact and how near its nearest scene word is to the word, by row. */
function nearFacts(v: Vectors, l: Likeness, row: number): number[] | undefined {
  const length = Math.sqrt(product(v, row, row));
  const best = new Map<number, number>();
  multiply(v, l, row);
  for (let i = 0; i < l.lengths.length; i++) {
    const both = l.work[i >> 1]!;
    const high = upperOf(both);
    const cosine = (i & 1 ? high : both - high * lane) / (length * l.lengths[i]!);
    if (cosine <= leastCosine) continue;
    for (const fact of l.facts[i]!) if (cosine > (best.get(fact) ?? 0)) best.set(fact, cosine);
  }
  if (best.size === 0) return undefined;
  const weight = row / (row + halfRow) / (1 - leastCosine);
  return [...best].flatMap(([fact, cosine]) => [fact, (cosine - leastCosine) * weight]);
}

/** Fills `l.work`. */
function multiply(v: Vectors, l: Likeness, row: number): void {
  const { dimensions, values } = v;
  const { packed, work } = l;
  const n = work.length;
  work.fill(0);
  for (let d = 0; d < dimensions; d += 4) {
    const at = row * dimensions + d;
    const p = d * n;
    addRows(
      work,
      packed,
      p,
      p + n,
      p + 2 * n,
      p + 3 * n,
      values[at]!,
      values[at + 1]!,
      values[at + 2]!,
      values[at + 3]!,
    );
  }
}

function product(v: Vectors, a: number, b: number): number {
  const { dimensions, values } = v;
  let sum = 0;
  for (let d = 0; d < dimensions; d++) sum += values[a * dimensions + d]! * values[b * dimensions + d]!;
  return sum;
}
