/** Layers read backwards: from what the loss says of their output to what it says of their weights and input. */
import { memory } from "../../../lib/detect/story/weights.ts";

/**
 * Of `addProduct`: adds to `grad` (form of `matrix`) and, unless it is missing, to `toX` what `d`, the gradient of the
 * output, says of the weights and of `x`.
 */
export function productBack(
  matrix: Float64Array,
  grad: Float64Array,
  x: ArrayLike<number>,
  count: number,
  d: Float64Array,
  toX?: Float64Array,
): void {
  const n = d.length;
  for (let i = 0; i < count; i++) {
    const xi = x[i]!;
    const at = i * n;
    if (xi !== 0) for (let k = 0; k < n; k++) grad[at + k]! += xi * d[k]!;
    if (!toX) continue;
    let sum = 0;
    for (let k = 0; k < n; k++) sum += matrix[at + k]! * d[k]!;
    toX[i]! += sum;
  }
}

/** Adds `d` to `to` from `at` on. */
export function addAt(to: Float64Array, at: number, d: ArrayLike<number>): void {
  for (let i = 0; i < d.length; i++) to[at + i]! += d[i]!;
}

/** Weights of a unit (gru.ts), or their gradients. */
export interface Unit {
  readonly input: Float64Array;
  readonly back: Float64Array;
}

const toInput = new Float64Array(3 * memory);
const toBack = new Float64Array(3 * memory);

/**
 * Of `stepGru`: `d` says what the loss wants of `after`. Adds to the gradients of the weights and of `x`, and replaces
 * `d` by what it wants of `before`.
 */
export function stepBack(
  w: Unit,
  grad: Unit,
  x: Float64Array,
  before: Float64Array,
  gates: Float64Array,
  d: Float64Array,
  toX: Float64Array,
): void {
  for (let i = 0; i < memory; i++) {
    const reset = gates[i]!;
    const update = gates[memory + i]!;
    const candidate = gates[2 * memory + i]!;
    const part = gates[3 * memory + i]!;
    const inner = d[i]! * (1 - update) * (1 - candidate * candidate);
    const open = d[i]! * (before[i]! - candidate) * update * (1 - update);
    const shut = inner * part * reset * (1 - reset);
    toInput[i] = shut;
    toBack[i] = shut;
    toInput[memory + i] = open;
    toBack[memory + i] = open;
    toInput[2 * memory + i] = inner;
    toBack[2 * memory + i] = inner * reset;
    d[i]! *= update;
  }
  productBack(w.input, grad.input, x, x.length, toInput, toX);
  addAt(grad.input, x.length * toInput.length, toInput);
  productBack(w.back, grad.back, before, memory, toBack, d);
  addAt(grad.back, memory * toBack.length, toBack);
}
