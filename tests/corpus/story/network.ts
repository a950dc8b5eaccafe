/** The story's network while it learns: forward with parts left out at random, and back for what the loss wants. */
import { standing } from "../../../lib/detect/phrases.ts";
import { dot, logistic } from "../../../lib/detect/rows.ts";
import { encode, forget, hear, makeEncoder, vectorOf } from "../../../lib/detect/story/encoder.ts";
import { gateCount, stepGru } from "../../../lib/detect/story/gru.ts";
import { channels, memory, places, type Weights, width } from "../../../lib/detect/story/weights.ts";
import type { Vectors } from "../../../lib/detect/vectors.ts";
import { addAt, productBack, stepBack } from "./gradients.ts";

/** A sentence of a page, as its likeliest candidate sees it. */
export interface Line {
  readonly rules: Float32Array;
  /** Form: `numberWords`. */
  readonly words: ArrayLike<number>;
  readonly mean: ArrayLike<number>;
  /** Which passage of the page it is in. */
  readonly passage: number;
  readonly y: 0 | 1;
  readonly weight: number;
}

/** More than the distinct words of the sentences between two changes of the weights. */
const wordsOfStep = 8192;

/** What has been computed of a sentence on the way forward. */
interface Trace {
  readonly rules: Float64Array;
  readonly outRules: Float64Array;
  readonly heard: Float64Array;
  readonly found: Int32Array;
  /** The sentence's vector; as the units and the sum see it, with parts left out; and its gradient. */
  readonly x: Float64Array;
  readonly seen: Float64Array;
  readonly toX: Float64Array;
  readonly forward: Pass;
  readonly backward: Pass;
}
interface Pass {
  readonly gates: Float64Array;
  readonly after: Float64Array;
  /** `after` with parts left out. */
  readonly seen: Float64Array;
}

/**
 * `learn` adds to `grad` what a run of sentences says of `w`, and returns the loss; `changed` must be called whenever
 * `w` has changed. `dropout`: share of what a layer is given that is left out, as `draw` (0 ≤ x < 1) decides.
 */
export function makeLearner(
  w: Weights,
  grad: Weights,
  vectors: Vectors,
  dropout: number,
  draw: () => number,
) {
  const encoder = makeEncoder(w, vectors, wordsOfStep);
  const traces: Trace[] = [];
  const zero = new Float64Array(memory);
  const keep = 1 / (1 - dropout);
  const forwardUnit = { input: w.forwardIn, back: w.forwardBack };
  const forwardGrad = { input: grad.forwardIn, back: grad.forwardBack };
  const backwardUnit = { input: w.backwardIn, back: w.backwardBack };
  const backwardGrad = { input: grad.backwardIn, back: grad.backwardBack };

  /** Copies numbers, leaving some out; what is left out is 0, which `back` sees. */
  function thin(from: ArrayLike<number>, to: Float64Array): void {
    for (let i = 0; i < to.length; i++) {
      const x = from[i]!;
      to[i] = x === 0 || (dropout > 0 && draw() < dropout) ? 0 : x * keep;
    }
  }

  function forward(line: Line, t: Trace): void {
    thin(line.rules, t.rules);
    thin(line.rules, t.outRules);
    hear(encoder, line.words, line.mean);
    t.found.set(encoder.found);
    thin(encoder.heard, t.heard);
    encode(w, t.rules, t.heard, t.x);
    thin(t.x, t.seen);
    t.toX.fill(0);
  }

  /** `d`: of the log-odds. */
  function outBack(t: Trace, d: number): void {
    const { out, outRules } = grad;
    out[out.length - 1]! += d;
    for (let i = 0; i < width; i++) {
      out[i]! += d * t.seen[i]!;
      t.toX[i]! += d * w.out[i]!;
    }
    for (let i = 0; i < memory; i++) {
      out[width + i]! += d * t.forward.seen[i]!;
      out[width + memory + i]! += d * t.backward.seen[i]!;
    }
    for (let i = 0; i < outRules.length; i++) outRules[i]! += d * t.outRules[i]!;
  }

  const toState = new Float64Array(memory);
  /** Adds what the sum wants of a pass's state, where it was not left out. */
  function wantOf(pass: Pass, d: number, from: number): void {
    for (let i = 0; i < memory; i++) if (pass.seen[i] !== 0) toState[i]! += d * w.out[from + i]! * keep;
  }

  const toHeard = new Float64Array(encoder.heard.length);
  const toSentence = new Float64Array(width);
  function encodeBack(line: Line, t: Trace): void {
    for (let i = 0; i < width; i++) toSentence[i] = t.seen[i] !== 0 ? t.toX[i]! * keep : 0;
    toHeard.fill(0);
    productBack(w.rules, grad.rules, t.rules, t.rules.length, toSentence);
    productBack(w.heard, grad.heard, t.heard, toHeard.length, toSentence, toHeard);
    addAt(grad.heard, toHeard.length * width, toSentence);
    for (let c = 0; c < 2 * channels; c++) {
      // Left out, or nothing found.
      if (t.heard[c] === 0) continue;
      const d = toHeard[c]! * keep;
      grad.filterBias[c]! += d;
      const three = c < channels;
      for (let k = 0; k < (three ? 3 : 2); k++) {
        const word = line.words[t.found[c]! + k - 1];
        if (word === undefined) continue;
        filterBack(word, three ? k * channels + c : (2 + k) * channels + c, d);
      }
    }
  }

  /** `column`: of the filters. */
  function filterBack(word: number, column: number, d: number): void {
    const vector = vectorOf(encoder, word);
    const columns = places * channels;
    for (let i = 0; i < vector.length; i++) grad.filters[i * columns + column]! += d * vector[i]!;
    if (word >= standing.length) return;
    for (let i = 0; i < vector.length; i++)
      grad.stand[word * vector.length + i]! += d * w.filters[i * columns + column]!;
  }

  function learn(run: readonly Line[]): number {
    while (traces.length < run.length) traces.push(makeTrace(w));
    const ts = traces.slice(0, run.length);
    ts.forEach((t, i) => {
      forward(run[i]!, t);
      step(w.forwardIn, w.forwardBack, t, ts[i - 1]?.forward.after ?? zero, t.forward);
    });
    /** The sentence behind, in the same passage. */
    const behind = (i: number) => (run[i + 1]?.passage === run[i]!.passage ? ts[i + 1] : undefined);
    for (let i = run.length - 1; i >= 0; i--)
      step(w.backwardIn, w.backwardBack, ts[i]!, behind(i)?.backward.after ?? zero, ts[i]!.backward);
    let loss = 0;
    const wanted = ts.map((t, i) => {
      const { y, weight } = run[i]!;
      const odds =
        w.out[w.out.length - 1]! +
        dot(w.out, 0, t.seen) +
        dot(w.out, width, t.forward.seen) +
        dot(w.out, width + memory, t.backward.seen) +
        dot(w.outRules, 0, t.outRules);
      loss += weight * (Math.log1p(Math.exp(-Math.abs(odds))) + Math.max(odds, 0) - y * odds);
      const d = (logistic(odds) - y) * weight;
      outBack(t, d);
      return d;
    });
    toState.fill(0);
    for (let i = run.length - 1; i >= 0; i--) {
      const t = ts[i]!;
      wantOf(t.forward, wanted[i]!, width);
      const before = ts[i - 1]?.forward.after ?? zero;
      stepBack(forwardUnit, forwardGrad, t.seen, before, t.forward.gates, toState, t.toX);
    }
    toState.fill(0);
    ts.forEach((t, i) => {
      wantOf(t.backward, wanted[i]!, width + memory);
      const before = behind(i)?.backward.after;
      stepBack(backwardUnit, backwardGrad, t.seen, before ?? zero, t.backward.gates, toState, t.toX);
      if (!before) toState.fill(0);
    });
    for (const [i, t] of ts.entries()) encodeBack(run[i]!, t);
    return loss;
  }

  function step(input: Float64Array, back: Float64Array, t: Trace, before: Float64Array, pass: Pass): void {
    stepGru(input, back, t.seen, before, pass.gates, pass.after);
    thin(pass.after, pass.seen);
  }

  return { learn, changed: () => forget(encoder) };
}

function makeTrace(w: Weights): Trace {
  const pass = (): Pass => ({
    gates: new Float64Array(gateCount * memory),
    after: new Float64Array(memory),
    seen: new Float64Array(memory),
  });
  return {
    rules: new Float64Array(w.outRules.length),
    outRules: new Float64Array(w.outRules.length),
    heard: new Float64Array(2 * channels + w.dimensions),
    found: new Int32Array(2 * channels),
    x: new Float64Array(width),
    seen: new Float64Array(width),
    toX: new Float64Array(width),
    forward: pass(),
    backward: pass(),
  };
}
