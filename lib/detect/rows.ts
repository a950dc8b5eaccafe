/** Arithmetic on rows of numbers: most of what detection computes. */

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Of as many numbers as `x` has, and as many of `w` from `from` on. */
export function dot(w: ArrayLike<number>, from: number, x: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += w[from + i]! * x[i]!;
  return sum;
}

/**
 * Whole numbers below 2^25 stand two in a double, this far apart: it holds 53 bits exactly, so that one multiplication
 * does for both.
 */
export const lane = 2 ** 26;

/** The upper of two such numbers; the lower is `both - upper * lane`. */
export function upperOf(both: number): number {
  return Math.round(both / lane);
}

/**
 * Adds four rows of `from`, which begin at `i`, `j`, `k` and `l`, times `a`, `b`, `c` and `d`, to `to`: four at a time
 * its numbers are read and written a quarter as often.
 */
export function addRows(
  to: Float64Array,
  from: Float64Array,
  i: number,
  j: number,
  k: number,
  l: number,
  a: number,
  b: number,
  c: number,
  d: number,
): void {
  for (let n = 0; n < to.length; n++)
    to[n]! += a * from[i + n]! + b * from[j + n]! + c * from[k + n]! + d * from[l + n]!;
}

const at = new Int32Array(4);
const by = new Float64Array(4);

/** Adds the rows of `matrix`, as long as `to`, each times the number of `x` in its place; most of these are 0. */
export function addProduct(
  to: Float64Array,
  matrix: Float64Array,
  x: ArrayLike<number>,
  count: number,
): void {
  let used = 0;
  for (let i = 0; i < count; i++) {
    const xi = x[i]!;
    if (xi === 0) continue;
    at[used] = i * to.length;
    by[used++] = xi;
    if (used < 4) continue;
    addRows(to, matrix, at[0]!, at[1]!, at[2]!, at[3]!, by[0]!, by[1]!, by[2]!, by[3]!);
    used = 0;
  }
  if (used === 0) return;
  // A row that exists, none of it.
  at.fill(0, used);
  by.fill(0, used);
  addRows(to, matrix, at[0]!, at[1]!, at[2]!, at[3]!, by[0]!, by[1]!, by[2]!, by[3]!);
}
