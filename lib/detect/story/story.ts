/**
 * Reads a page as a story, sentence after sentence: what it remembers of those before, and, within the passage, of
 * those behind, decides beside the sentence itself. Learned with the rest of the model (tests/corpus/story).
 *
 *   rules' features       ┐
 *   filters over its words├─▶ sentence ─▶ forward over the page ────┐
 *   mean of its vectors   ┘          ├──▶ back over the passage ────┼─▶ log-odds
 *                                    └──────────────────────────────┘
 */
import type { JudgedSentence } from "../judged.ts";
import { dot } from "../rows.ts";
import type { Vectors } from "../vectors.ts";
import { type Encoder, encode, hear, makeEncoder, numberWords } from "./encoder.ts";
import { gateCount, stepGru } from "./gru.ts";
import { decodeWeights, memory, type Weights, width } from "./weights.ts";

export interface Story {
  readonly weights: Weights;
  readonly encoder: Encoder;
  readonly gates: Float64Array;
}

/** `base64`: `encodeWeights`. Throws if they were learned on other features or vectors. */
export function makeStory(base64: string, vectors: Vectors): Story {
  const weights = decodeWeights(base64, vectors.dimensions);
  return { weights, encoder: makeEncoder(weights, vectors), gates: new Float64Array(gateCount * memory) };
}

/**
 * Reads on with a passage, whose sentences have their likeliest candidate first: sets `told` of those that may be about
 * a show. `vector`: the mean vector of a sentence. `before`: what is remembered of the page, empty at its start.
 * Returns what is remembered then.
 */
export function readOn(
  { weights: w, encoder, gates }: Story,
  sentences: readonly JudgedSentence[],
  vector: (sentence: number) => Float32Array | undefined,
  before: ArrayLike<number>,
): Float64Array {
  const read: { readonly s: JudgedSentence; readonly x: Float64Array }[] = [];
  let state = new Float64Array(memory);
  state.set(before);
  sentences.forEach((s, i) => {
    const [first] = s.judged;
    if (first === undefined) return;
    hear(encoder, numberWords(encoder.vectors, first.words), vector(i) ?? []);
    const x = new Float64Array(width);
    encode(w, first.features, encoder.heard, x);
    const next = new Float64Array(memory);
    stepGru(w.forwardIn, w.forwardBack, x, state, gates, next);
    state = next;
    s.told =
      w.out[w.out.length - 1]! +
      dot(w.out, 0, x) +
      dot(w.out, width, state) +
      dot(first.features, 0, w.outRules);
    read.push({ s, x });
  });
  let behind = new Float64Array(memory);
  let next = new Float64Array(memory);
  for (const { s, x } of read.reverse()) {
    stepGru(w.backwardIn, w.backwardBack, x, behind, gates, next);
    [behind, next] = [next, behind];
    s.told! += dot(w.out, width + memory, behind);
  }
  // A sentence with nothing before it and nothing behind is no story.
  if (read.length === 1 && before.length === 0) read[0]!.s.told = undefined;
  return state;
}
