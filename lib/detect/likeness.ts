/**
 * How near a sentence comes to each fact by what its words mean: "blade" speaks for a scene with a "sword". Exact words
 * are evidence.ts's; this hears the paraphrase.
 */
import type { Knowledge } from "./knowledge.ts";
import { addRows } from "./rows.ts";
import { stemText } from "./stems.ts";
import { hashWord } from "./tokens.ts";
import { rowOf, type Vectors } from "./vectors.ts";

/** The scene words of one show's facts, ready to be compared with words that turn up. */
export interface Likeness {
  /** Rows of the scene words, lengths of their vectors, and the facts that each belongs to. */
  readonly rows: readonly number[];
  readonly lengths: readonly number[];
  readonly facts: readonly (readonly number[])[];
  /** The longest of the vectors. */
  readonly longest: number;
  /** Dimensions × triples of scene words: the values of three words stand in one double (`lane`). */
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

/**
 * Products of vectors no longer than `mostProduct` together are whole numbers below it, and so are their parts: three
 * of them stand in a double, this far apart, for it holds 53 bits exactly. One multiplication does for all (as in
 * rows.ts).
 */
const lane = 2 ** 17;
const mostProduct = lane / 2;

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
    facts.push(of);
  }
  const triples = Math.ceil(rows.length / 3);
  const packed = new Float64Array(v.dimensions * triples);
  for (let d = 0; d < v.dimensions; d++) pack(v, rows, d, packed, d * triples);
  const longest = Math.max(0, ...lengths);
  return { rows, lengths, facts, longest, packed, work: new Float64Array(triples), near: new Map() };
}

/** Fills a row of `packed`, which begins at `at`, with one dimension of the words. */
function pack(
  v: Vectors,
  rows: readonly number[],
  dimension: number,
  packed: Float64Array,
  at: number,
): void {
  const { values, dimensions } = v;
  for (let i = 0; i < rows.length; at++) {
    let by = 1;
    let sum = 0;
    for (const end = Math.min(i + 3, rows.length); i < end; i++, by *= lane)
      sum += values[rows[i]! * dimensions + dimension]! * by;
    packed[at] = sum;
  }
}

/** The facts that a stem belongs to, as a word of the scene or of a clue. */
function factsByStem(k: Knowledge): Map<number, number[]> {
  const out = new Map<number, number[]>();
  const add = (stem: number, fact: number) => {
    const facts = out.get(stem);
    if (!facts) out.set(stem, [fact]);
    else if (!facts.includes(fact)) facts.push(fact);
  };
  for (const [stem, { scene, clues }] of k.known) {
    if (scene) for (let i = 0; i < scene.length; i += 2) add(stem, scene[i]!);
    if (!clues) continue;
    for (const { pattern, fact } of clues)
      for (const run of pattern.parts) for (const word of run) for (const s of word.stems) add(s, fact);
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
  const { rows, lengths, facts, work } = l;
  const length = Math.sqrt(product(v, row, row));
  let best: Map<number, number> | undefined;
  const consider = (i: number, dot: number) => {
    const cosine = dot / (length * lengths[i]!);
    if (cosine <= leastCosine) return;
    best ??= new Map();
    for (const fact of facts[i]!) if (cosine > (best.get(fact) ?? 0)) best.set(fact, cosine);
  };
  if (length * l.longest < mostProduct) {
    multiply(v, l, row);
    /** No word is near with less: nearly all are passed over by this. */
    const least = leastCosine * length * 0.999;
    for (let i = 0, n = 0; n < work.length; n++) {
      const all = work[n]!;
      const third = Math.round(all / (lane * lane));
      const two = all - third * (lane * lane);
      const second = Math.round(two / lane);
      const first = two - second * lane;
      if (first > least * lengths[i]!) consider(i, first);
      if (++i < lengths.length && second > least * lengths[i]!) consider(i, second);
      if (++i < lengths.length && third > least * lengths[i]!) consider(i, third);
      i++;
    }
  } else for (let i = 0; i < rows.length; i++) consider(i, product(v, row, rows[i]!));
  if (!best) return undefined;
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
