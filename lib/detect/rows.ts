/** Arithmetic on rows of numbers: most of what detection computes. */

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
