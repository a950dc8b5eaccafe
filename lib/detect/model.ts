/**
 * From features to a score, by weights learned offline (tests/corpus/train.ts):
 *
 *   rules' features         ┐
 *   vectors of the sentence ├─▶ linear + one hidden layer ─┐
 *   and of its neighbours   ┘                              ├─▶ log-odds alone ┐
 *   phrases of the sentence ──▶ sum of their weights ──────┘                  ├─▶ score
 *   log-odds of the neighbours, heading, page ────────────────────────────────┘
 */
import { decodeBase64 } from "./bytes.ts";
import { featureNames } from "./features.ts";
import { decodePhrases, type Phrases, weighPhrases } from "./phrases.ts";

/** data/model.json */
export interface ModelFile {
  /** Names of the rules' features; the inputs go on with `vectorCount` vectors of `dimensions` numbers. */
  readonly names: readonly string[];
  readonly dimensions: number;
  /** One weight an input; the bias last. */
  readonly linear: readonly number[];
  /** Per hidden unit: the scale of its weights, the bias, the unit's weight in the sum. */
  readonly units: readonly (readonly [scale: number, bias: number, out: number])[];
  /** base64: a signed byte an input for each unit, in units of its scale. */
  readonly hidden: string;
  /** base64, see `encodePhrases`. */
  readonly phrases: string;
  /** Weights over `neighbourNames`; the bias last. */
  readonly neighbours: readonly number[];
}

export interface Model {
  readonly linear: Float32Array;
  readonly units: ModelFile["units"];
  /** Units × inputs. */
  readonly hidden: Float32Array;
  readonly phrases: Phrases;
  readonly neighbours: readonly number[];
}

export const neighbourNames = [
  "own",
  "previous",
  "second",
  "next",
  "afterNext",
  "passage",
  "passageMean",
  "section",
  "sameFact",
  "density",
  "sectionDensity",
] as const;

/** Vectors in the input: of the sentence, of the one before, of the one after. */
const vectorCount = 3;

export function inputCount(dimensions: number): number {
  return featureNames.length + vectorCount * dimensions;
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** Reads data/model.json. Throws if it was learned on other features: then train again. */
export function readModel(json: string): Model {
  const file = JSON.parse(json) as ModelFile;
  const inputs = inputCount(file.dimensions);
  if (
    file.names.join() !== featureNames.join() ||
    file.linear.length !== inputs + 1 ||
    file.neighbours.length !== neighbourNames.length + 1
  ) {
    throw new Error("data/model.json was learned on other features: npm run train");
  }
  const bytes = new Int8Array(decodeBase64(file.hidden).buffer);
  const hidden = new Float32Array(bytes.length);
  file.units.forEach(([scale], u) => {
    for (let i = u * inputs; i < (u + 1) * inputs; i++) hidden[i] = bytes[i]! * scale;
  });
  return {
    linear: Float32Array.from(file.linear),
    units: file.units,
    hidden,
    phrases: decodePhrases(file.phrases),
    neighbours: file.neighbours,
  };
}

/** The log-odds by the sentence alone; `x` as `inputCount` says. */
export function alone(model: Model, x: Float32Array, phrases: Iterable<number>): number {
  const n = x.length;
  let sum = model.linear[n]! + weighPhrases(model.phrases, phrases);
  const set: number[] = [];
  for (let i = 0; i < n; i++) {
    if (x[i] === 0) continue;
    set.push(i);
    sum += model.linear[i]! * x[i]!;
  }
  model.units.forEach(([, bias, out], u) => {
    let z = bias;
    const at = u * n;
    for (const i of set) z += model.hidden[at + i]! * x[i]!;
    if (z > 0) sum += out * z;
  });
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
