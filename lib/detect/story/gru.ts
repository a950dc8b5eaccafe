/**
 * A gated recurrent unit (Cho et al. 2014, in the form of PyTorch's `GRUCell`): what is remembered from step to step.
 */
import { addProduct, logistic } from "../rows.ts";
import { memory } from "./weights.ts";

/** What a step has computed on its way, `memory` numbers each: reset, update, candidate, its part from before. */
export const gateCount = 4;

const fromInput = new Float64Array(3 * memory);
const fromBefore = new Float64Array(3 * memory);

/**
 * One step: fills `after` with what is remembered once `x` has been seen, and `gates`. `input`, `back`: weights, the
 * last row of each its biases. `before` and `after` are two arrays.
 */
export function stepGru(
  input: Float64Array,
  back: Float64Array,
  x: Float64Array,
  before: Float64Array,
  gates: Float64Array,
  after: Float64Array,
): void {
  fromInput.set(input.subarray(x.length * 3 * memory));
  addProduct(fromInput, input, x, x.length);
  fromBefore.set(back.subarray(memory * 3 * memory));
  addProduct(fromBefore, back, before, memory);
  for (let i = 0; i < memory; i++) {
    const reset = logistic(fromInput[i]! + fromBefore[i]!);
    const update = logistic(fromInput[memory + i]! + fromBefore[memory + i]!);
    const part = fromBefore[2 * memory + i]!;
    const candidate = Math.tanh(fromInput[2 * memory + i]! + reset * part);
    gates[i] = reset;
    gates[memory + i] = update;
    gates[2 * memory + i] = candidate;
    gates[3 * memory + i] = part;
    after[i] = (1 - update) * candidate + update * before[i]!;
  }
}
