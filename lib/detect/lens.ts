/**
 * What the hidden units see of a sentence's mean vector: half of all the arithmetic of detection, so it is done once a
 * sentence for the three places that the vector has in the input (own, before, after), and two units at a time.
 *
 * Weights are signed bytes, and the vector is rounded to 13 bits, so a unit's sum is a whole number below 2^25: two of
 * them stand in one double (rows.ts).
 */
import { addRows, dot, lane, upperOf } from "./rows.ts";

/** One vector seen from each place. */
export interface Seen {
  /** Places × units. */
  readonly sums: Float64Array;
  /** The linear part, by place. */
  readonly linear: Float64Array;
}

export interface Lens {
  readonly dimensions: number;
  /** How many units, the first ones, have weights on the vectors at all. */
  readonly units: number;
  readonly scales: Float64Array;
  /** Dimensions × places × pairs of units. */
  readonly packed: Float64Array;
  /** Places × dimensions. */
  readonly linear: Float32Array;
  /** Sums of the vector at hand, packed. */
  readonly work: Float64Array;
}

const places = 3;
/** Components of mean vectors lie within −3…3 (vectors.ts). */
const steps = 4095 / 3;

/**
 * `weight(unit, input)`: a signed byte, in units of the unit's scale; inputs are places × dimensions. Throws unless
 * four divides these.
 */
export function makeLens(
  dimensions: number,
  scales: readonly number[],
  weight: (unit: number, input: number) => number,
  linear: Float32Array,
): Lens {
  if (dimensions % 4) throw new Error("vectors must have a multiple of four dimensions");
  const inputs = places * dimensions;
  let units = 0;
  scales.forEach((_, u) => {
    for (let i = 0; i < inputs && units <= u; i++) if (weight(u, i) !== 0) units = u + 1;
  });
  units += units % 2;
  const pairs = units / 2;
  const packed = new Float64Array(inputs * pairs);
  const of = (unit: number, input: number) => (unit < scales.length ? weight(unit, input) : 0);
  for (let d = 0; d < dimensions; d++) {
    for (let place = 0; place < places; place++) {
      for (let p = 0; p < pairs; p++) {
        const input = place * dimensions + d;
        packed[(d * places + place) * pairs + p] = of(2 * p, input) + of(2 * p + 1, input) * lane;
      }
    }
  }
  const scaled = Float64Array.from({ length: units }, (_, u) => (scales[u] ?? 0) / steps);
  return { dimensions, units, scales: scaled, packed, linear, work: new Float64Array(places * pairs) };
}

export function newSeen(lens: Lens): Seen {
  return { sums: new Float64Array(places * lens.units), linear: new Float64Array(places) };
}

/** Fills `out` with what is seen of a vector. */
export function see(lens: Lens, vector: Float32Array, out: Seen): void {
  const { dimensions, units, scales, packed, linear, work } = lens;
  const row = work.length;
  work.fill(0);
  for (let d = 0; d + 3 < dimensions; d += 4) {
    const a = Math.round(vector[d]! * steps);
    const b = Math.round(vector[d + 1]! * steps);
    const c = Math.round(vector[d + 2]! * steps);
    const e = Math.round(vector[d + 3]! * steps);
    const at = d * row;
    addRows(work, packed, at, at + row, at + 2 * row, at + 3 * row, a, b, c, e);
  }
  const pairs = units / 2;
  for (let place = 0; place < places; place++) {
    for (let p = 0; p < pairs; p++) {
      const both = work[place * pairs + p]!;
      const high = upperOf(both);
      const u = 2 * p;
      out.sums[place * units + u] = (both - high * lane) * scales[u]!;
      out.sums[place * units + u + 1] = high * scales[u + 1]!;
    }
    out.linear[place] = dot(linear, place * dimensions, vector);
  }
}
