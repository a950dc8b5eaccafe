/**
 * From features to a score, by weights learned offline (tests/corpus/train.ts):
 *
 *   rules' features         ┐
 *   vectors of the sentence ├─▶ linear + one hidden layer ─▶ log-odds alone ┐
 *   and of its neighbours   ┘                                               ├─▶ score
 *   log-odds of the neighbours, heading, page ──────────────────────────────┘
 */
import { featureNames } from "./features.ts";

export interface Model {
  /** Names of the rules' features; the inputs go on with `vectorCount` vectors of `dimensions` numbers. */
  readonly names: readonly string[];
  readonly dimensions: number;
  /** One weight an input; the bias last. */
  readonly linear: readonly number[];
  /** Per hidden unit: one weight an input, the bias, the unit's weight in the sum. */
  readonly hidden: readonly (readonly number[])[];
  /** Weights over `neighbourNames`; the bias last. */
  readonly neighbours: readonly number[];
}

export const neighbourNames = [
  "own",
  "previous",
  "second",
  "next",
  "afterNext",
  "passage",
  "section",
  "sameFact",
  "density",
] as const;

/** Vectors in the input: of the sentence, of the one before, of the one after. */
const vectorCount = 3;

export function inputCount(dimensions: number): number {
  return featureNames.length + vectorCount * dimensions;
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** Reads data/model.json. Throws if it was learned on other features: then train again. */
export function readModel(json: string): Model {
  const model = JSON.parse(json) as Model;
  if (
    model.names.join() !== featureNames.join() ||
    model.linear.length !== inputCount(model.dimensions) + 1
  ) {
    throw new Error("data/model.json was learned on other features: npm run train");
  }
  return model;
}

/** The log-odds by the sentence alone. */
export function alone(model: Model, x: Float32Array): number {
  const n = x.length;
  let sum = model.linear[n]!;
  for (let i = 0; i < n; i++) sum += model.linear[i]! * x[i]!;
  for (const unit of model.hidden) {
    let z = unit[n]!;
    for (let i = 0; i < n; i++) z += unit[i]! * x[i]!;
    if (z > 0) sum += unit[n + 1]! * z;
  }
  return sum;
}

/** The score, 0–1, with the neighbours (form: `neighbourNames`). */
export function together(model: Model, neighbours: readonly number[]): number {
  let sum = model.neighbours[neighbours.length]!;
  for (let i = 0; i < neighbours.length; i++) sum += model.neighbours[i]! * neighbours[i]!;
  return logistic(sum);
}

/** Log-odds squeezed to −1…1, so that one sure neighbour does not decide alone. */
export function squeeze(logOdds: number): number {
  return Math.tanh(logOdds / 3);
}
