import { describe, expect, it } from "vitest";
import { featureCount } from "../../../../lib/detect/features.ts";
import { drawWeights, makeWeights, type Weights } from "../../../../lib/detect/story/weights.ts";
import { vectorsFor } from "../../../corpus/detector.ts";
import { random } from "../../../corpus/learn.ts";
import { learnStory, storySettings } from "../../../corpus/story/learner.ts";
import { type Line, makeLearner } from "../../../corpus/story/network.ts";
import { shows } from "../fixtures.ts";

const vectors = vectorsFor(shows);
const { dimensions } = vectors;
const draw = random(5);

function line(passage: number, y: 0 | 1): Line {
  return {
    rules: Float32Array.from({ length: featureCount }, () => (draw() < 0.3 ? draw() : 0)),
    words: Array.from({ length: Math.floor(draw() * 6) }, () => Math.floor(draw() * 12)),
    mean: Array.from({ length: dimensions }, () => draw() - 0.5),
    passage,
    y,
    weight: draw() < 0.3 ? 0.25 : 1,
  };
}

describe("the story's learner", () => {
  it("its gradients are those of the loss", () => {
    const w = makeWeights(dimensions);
    drawWeights(w, draw);
    const grad = makeWeights(dimensions);
    const run = [line(0, 1), line(0, 0), line(1, 1), line(1, 1), line(1, 0)];
    const learner = makeLearner(w, grad, vectors, 0, draw);
    learner.learn(run);
    const lossAt = (part: Float64Array, i: number, x: number) => {
      const was = part[i]!;
      part[i] = x;
      const copy = makeLearner(w, makeWeights(dimensions), vectors, 0, draw);
      const loss = copy.learn(run);
      part[i] = was;
      return loss;
    };
    const names = Object.keys(w).filter((k) => k !== "all" && k !== "dimensions") as (keyof Weights)[];
    for (const name of names) {
      const part = w[name] as Float64Array;
      const got = grad[name] as Float64Array;
      let some = 0;
      for (let k = 0; k < 30; k++) {
        const i = Math.floor(draw() * part.length);
        const step = 1e-4;
        const slope = (lossAt(part, i, part[i]! + step) - lossAt(part, i, part[i]! - step)) / (2 * step);
        expect(got[i]!, `${name} ${i}`).toBeCloseTo(slope, 4);
        if (Math.abs(slope) > 2e-4) some++;
      }
      expect(some, name).toBeGreaterThan(0);
    }
  });

  it("learns what only the sentence before gives away, and the same again", () => {
    const pages = Array.from({ length: 30 }, () => {
      const page: Line[] = [];
      for (let i = 0; i < 12; i++) {
        const sign = draw() < 0.4;
        const rules = new Float32Array(featureCount);
        if (sign) rules[3] = 1;
        const before = page.at(-1);
        page.push({ ...line(i, before && before.rules[3] === 1 ? 1 : 0), rules, words: [], weight: 1 });
      }
      return page;
    });
    const settings = { ...storySettings, epochs: 25, batch: 4, dropout: 0, rate: 0.01 };
    const w = learnStory(pages, vectors, settings);
    const learner = makeLearner(w, makeWeights(dimensions), vectors, 0, draw);
    const loss = pages.reduce((sum, page) => sum + learner.learn(page), 0) / (30 * 12);
    expect(loss).toBeLessThan(0.1);
    expect(learnStory(pages, vectors, settings).all).toEqual(w.all);
  });
});
