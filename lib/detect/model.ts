/**
 * From features to a score, by weights learned offline (tests/corpus/train.ts):
 *
 *   rules' features         ┐
 *   vectors of the sentence ├─▶ linear + one hidden layer ─┐
 *   and of its neighbours   ┘                              ├─▶ log-odds alone ┐
 *   phrases of the sentence ──▶ sum of their weights ──────┘                  ├─▶ score
 *   log-odds of the neighbours, heading, page ────────────────────────────────┘
 *
 * The score is the mean, in log-odds, of this one and of what the story's reader says (story/story.ts).
 */
import { decodeBase64 } from "./bytes.ts";
import { featureCount } from "./features.ts";
import { type Lens, makeLens, type Seen } from "./lens.ts";
import { decodePhrases, type Phrases, weighPhrases } from "./phrases.ts";
import { addProduct } from "./rows.ts";

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
  /** base64, see `encodeWeights` (story/weights.ts); empty: none was learned. */
  readonly story: string;
}

/** What features are called is checked when it is shipped (lib/catalog/build/model.ts). */
export type ShippedModel = Omit<ModelFile, "names">;

export interface Model {
  readonly linear: Float32Array;
  /** Of the hidden units: what they start from and count for in the sum. */
  readonly bias: Float32Array;
  readonly out: Float32Array;
  /** Rules' features × units. */
  readonly hidden: Float64Array;
  /** The units' weights on the vectors. */
  readonly lens: Lens;
  /** Of the passage at hand, by sentence; the first is the sentence before it. As large as the lens wants it. */
  readonly seen: Seen[];
  /** The units' sums of the sentence at hand. */
  readonly sums: Float64Array;
  readonly phrases: Phrases;
  readonly neighbours: readonly number[];
  /** As in the file. */
  readonly story: string;
}

/** As many as `neighbourNames` (feature-names.ts). */
const neighbourCount = 11;

/** Vectors in the input: of the sentence, of the one before, of the one after. */
const vectorCount = 3;

export function inputCount(dimensions: number): number {
  return featureCount + vectorCount * dimensions;
}

/** Reads `ShippedModel`. Throws if it was learned on as many features as there are no longer: then train again. */
export function readModel(json: string): Model {
  const file = JSON.parse(json) as ShippedModel;
  const inputs = inputCount(file.dimensions);
  if (file.linear.length !== inputs + 1 || file.neighbours.length !== neighbourCount + 1)
    throw new Error("data/model.json was learned on other features: npm run train");
  const bytes = new Int8Array(decodeBase64(file.hidden).buffer);
  const units = file.units.length;
  const rules = featureCount;
  const hidden = new Float64Array(rules * units);
  file.units.forEach(([scale], u) => {
    for (let i = 0; i < rules; i++) hidden[i * units + u] = bytes[u * inputs + i]! * scale;
  });
  const linear = Float32Array.from(file.linear);
  return {
    linear,
    bias: Float32Array.from(file.units, ([, bias]) => bias),
    out: Float32Array.from(file.units, ([, , out]) => out),
    hidden,
    lens: makeLens(
      file.dimensions,
      file.units.map(([scale]) => scale),
      (unit, input) => bytes[unit * inputs + rules + input]!,
      linear.subarray(rules, inputs),
    ),
    seen: [],
    sums: new Float64Array(units),
    phrases: decodePhrases(file.phrases),
    neighbours: file.neighbours,
    story: file.story,
  };
}

/**
 * The log-odds by the sentence alone; `x` as `inputCount` says, of which only the rules' features are read: what is
 * `seen` of the vectors of the sentence, of the one before and of the one after comes ready.
 */
export function alone(
  model: Model,
  x: Float32Array,
  seen: readonly (Seen | undefined)[],
  phrases: readonly number[],
): number {
  const { linear, hidden, bias, out, sums, lens } = model;
  const units = sums.length;
  const rules = featureCount;
  let sum = linear[linear.length - 1]! + weighPhrases(model.phrases, phrases);
  sums.set(bias);
  for (let i = 0; i < rules; i++) sum += linear[i]! * x[i]!;
  addProduct(sums, hidden, x, rules);
  for (let place = 0; place < vectorCount; place++) {
    const s = seen[place];
    if (s === undefined) continue;
    sum += s.linear[place]!;
    const at = place * lens.units;
    for (let u = 0; u < lens.units; u++) sums[u]! += s.sums[at + u]!;
  }
  for (let u = 0; u < units; u++) if (sums[u]! > 0) sum += out[u]! * sums[u]!;
  return sum;
}

/** The log-odds with the neighbours (form: `neighbourNames`). */
export function together(model: Model, neighbours: readonly number[]): number {
  let sum = model.neighbours[neighbours.length]!;
  for (let i = 0; i < neighbours.length; i++) sum += model.neighbours[i]! * neighbours[i]!;
  return sum;
}

/** Log-odds squeezed to −1…1, so that one sure neighbour does not decide alone. */
export function squeeze(logOdds: number): number {
  return Math.tanh(logOdds / 3);
}
