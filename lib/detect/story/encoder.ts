/**
 * A sentence as one vector: the rules' features, the mean of its words' vectors, and what filters over three words in a
 * row, and over two, find anywhere in it (Kim 2014). What a filter makes of a word is computed when the word is met
 * first and kept: a page uses the same words again and again.
 */
import { standing } from "../phrases.ts";
import { addProduct } from "../rows.ts";
import { rowOf, type Vectors } from "../vectors.ts";
import { channels, places, type Weights, width } from "./weights.ts";

/** What filters make of a word: places × channels. */
const columns = places * channels;
/** Components of words' vectors are signed bytes; −3…3 as those of mean vectors. */
const scale = 3 / 127;
/** Of a longer sentence the first words. */
const mostWords = 64;
/** Words whose columns are kept: most of those that a long article uses. */
const mostKept = 2048;

export interface Encoder {
  readonly weights: Weights;
  readonly vectors: Vectors;
  /** By word: where its columns are kept; 0: nowhere. */
  readonly place: Uint16Array;
  /** The first are those of no word, all zeros. */
  readonly columns: Float32Array;
  /** How many are kept, the first included. */
  used: number;
  /** Of the sentence at hand: what each channel has found most of, in which word; then the mean vector. */
  readonly heard: Float64Array;
  readonly found: Int32Array;
  /** What `vectorOf` returns of a word that is no name. */
  readonly vector: Float64Array;
}

export function makeEncoder(weights: Weights, vectors: Vectors, kept = mostKept): Encoder {
  const { dimensions } = weights;
  return {
    weights,
    vectors,
    place: new Uint16Array(standing.length + vectors.values.length / dimensions),
    columns: new Float32Array(kept * columns),
    used: 1,
    heard: new Float64Array(2 * channels + dimensions),
    found: new Int32Array(2 * channels),
    vector: new Float64Array(dimensions),
  };
}

/** Words are numbered for the filters: what stands for names first, then the rows of the vectors. */
export function numberWords(vectors: Vectors, hashes: readonly number[]): number[] {
  return hashes.slice(0, mostWords).map((hash) => {
    const row = rowOf(vectors, hash);
    return row >= 0 ? standing.length + row : Math.max(0, standing.indexOf(hash));
  });
}

/** Nothing is kept any longer: the weights have changed, or there is no room. */
export function forget(e: Encoder): void {
  e.place.fill(0);
  e.used = 1;
}

/** A word's vector, as it is multiplied with. The array is the same each time. */
export function vectorOf({ weights, vectors, vector }: Encoder, word: number): Float64Array {
  const { dimensions } = weights;
  if (word < standing.length) return weights.stand.subarray(word * dimensions, (word + 1) * dimensions);
  const from = (word - standing.length) * dimensions;
  for (let d = 0; d < dimensions; d++) vector[d] = vectors.values[from + d]! * scale;
  return vector;
}

const made = new Float64Array(columns);

function placeOf(e: Encoder, word: number): number {
  const known = e.place[word]!;
  if (known) return known * columns;
  const at = e.used++;
  e.place[word] = at;
  made.fill(0);
  addProduct(made, e.weights.filters, vectorOf(e, word), e.weights.dimensions);
  e.columns.set(made, at * columns);
  return at * columns;
}

/**
 * Fills `heard` and `found` of the encoder with what the filters find in the words (`numberWords`), and the mean
 * vector.
 */
export function hear(e: Encoder, words: ArrayLike<number>, mean: ArrayLike<number>): void {
  const { heard, found, columns: from } = e;
  const bias = e.weights.filterBias;
  if ((e.used + words.length) * columns > from.length) forget(e);
  heard.fill(words.length > 0 ? Number.NEGATIVE_INFINITY : 0, 0, 2 * channels);
  let last = 0;
  let here = words.length > 0 ? placeOf(e, words[0]!) : 0;
  for (let t = 0; t < words.length; t++) {
    const next = t + 1 < words.length ? placeOf(e, words[t + 1]!) : 0;
    for (let c = 0; c < channels; c++) {
      const three = from[last + c]! + from[here + channels + c]! + from[next + 2 * channels + c]!;
      if (three > heard[c]!) {
        heard[c] = three;
        found[c] = t;
      }
      const two = from[last + 3 * channels + c]! + from[here + 4 * channels + c]!;
      if (two > heard[channels + c]!) {
        heard[channels + c] = two;
        found[channels + c] = t;
      }
    }
    last = here;
    here = next;
  }
  for (let c = 0; c < 2 * channels; c++) heard[c] = Math.max(0, heard[c]! + bias[c]!);
  for (let d = 0; d < mean.length; d++) heard[2 * channels + d] = mean[d]!;
}

/** Fills `out` (`width`) with the sentence's vector by the rules' features and what was heard. */
export function encode(w: Weights, rules: ArrayLike<number>, heard: Float64Array, out: Float64Array): void {
  out.set(w.heard.subarray(heard.length * width));
  addProduct(out, w.rules, rules, w.rules.length / width);
  addProduct(out, w.heard, heard, heard.length);
  for (let i = 0; i < width; i++) if (out[i]! < 0) out[i] = 0;
}
