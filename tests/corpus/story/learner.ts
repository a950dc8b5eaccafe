/**
 * Learns the weights of the story's reader from pages of judged sentences; seeded: the same pages give the same
 * weights.
 */

import { dot } from "../../../lib/detect/rows.ts";
import { drawWeights, makeWeights, type Weights } from "../../../lib/detect/story/weights.ts";
import type { Vectors } from "../../../lib/detect/vectors.ts";
import { createAdam } from "../adam.ts";
import { random } from "../learn.ts";
import { type Line, makeLearner } from "./network.ts";

export interface StorySettings {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Share of what each layer is given that is left out at random. */
  readonly dropout: number;
  /** Sentences in a row that are learned from at once, and how many such rows a step takes. */
  readonly run: number;
  readonly batch: number;
  readonly seed: number;
}
export const storySettings: StorySettings = {
  epochs: 5,
  rate: 0.002,
  decay: 0.02,
  dropout: 0.3,
  run: 48,
  batch: 16,
  seed: 1,
};

/** The longest gradient of a step; longer ones are shortened to it. */
const longest = 1;

export function learnStory(pages: readonly (readonly Line[])[], vectors: Vectors, s: StorySettings): Weights {
  const draw = random(s.seed);
  const w = makeWeights(vectors.dimensions);
  drawWeights(w, draw);
  const grad = makeWeights(vectors.dimensions);
  const learner = makeLearner(w, grad, vectors, s.dropout, draw);
  const adam = createAdam(w.all, s.rate, s.decay);
  const runs: (readonly Line[])[] = [];
  for (const page of pages)
    for (let at = 0; at < page.length; at += s.run) runs.push(page.slice(at, at + s.run));
  const steps = s.epochs * Math.ceil(runs.length / s.batch);
  let step = 0;
  for (let epoch = 0; epoch < s.epochs; epoch++) {
    shuffle(runs, draw);
    for (let at = 0; at < runs.length; at += s.batch) {
      grad.all.fill(0);
      learner.changed();
      let total = 0;
      for (const run of runs.slice(at, at + s.batch)) {
        learner.learn(run);
        for (const line of run) total += line.weight;
      }
      total = Math.max(1, total);
      const length = Math.sqrt(dot(grad.all, 0, grad.all)) / total;
      adam(grad.all, total * Math.max(1, length / longest), 1 - step++ / steps + 0.005);
    }
  }
  return w;
}

function shuffle<T>(list: T[], draw: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}
