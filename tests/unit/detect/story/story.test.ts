import { describe, expect, it } from "vitest";
import { emptyState, type State } from "../../../../lib/detect/context.ts";
import { createInspector } from "../../../../lib/detect/inspect.ts";
import type { ModelFile } from "../../../../lib/detect/model.ts";
import { hear, makeEncoder } from "../../../../lib/detect/story/encoder.ts";
import {
  channels,
  decodeWeights,
  drawWeights,
  encodeWeights,
  makeWeights,
  memory,
  type Weights,
  width,
} from "../../../../lib/detect/story/weights.ts";
import { vectorsFor } from "../../../corpus/detector.ts";
import { random } from "../../../corpus/learn.ts";
import { shows, tables, text } from "../fixtures.ts";

const vectors = vectorsFor(shows);
const { dimensions } = vectors;

function drawn(seed: number): Weights {
  const w = makeWeights(dimensions);
  drawWeights(w, random(seed));
  return w;
}

/** The detector of the fixtures' shows whose story has these weights. */
function telling(w: Weights) {
  const model: ModelFile = { ...(JSON.parse(tables.model) as ModelFile), story: encodeWeights(w) };
  return createInspector({ ...tables, model: JSON.stringify(model) });
}
const silent = createInspector({
  ...tables,
  model: JSON.stringify({ ...(JSON.parse(tables.model) as ModelFile), story: "" }),
});

const start = silent.begin({ title: "Death Lantern review", url: "https://site.example/a" });
const odds = (score: number) => Math.log(score / (1 - score));

describe("the story's reader", () => {
  it("its weights ship as signed bytes: each as near as its row allows", () => {
    const w = drawn(1);
    const back = decodeWeights(encodeWeights(w), dimensions);
    w.filters.forEach((x, i) => {
      const row = w.filters.subarray(i - (i % (5 * channels)), i - (i % (5 * channels)) + 5 * channels);
      const most = Math.max(...row.map(Math.abs));
      expect(Math.abs(back.filters[i]! - x)).toBeLessThanOrEqual(most / 127 / 2 + 1e-7);
    });
    expect(() => decodeWeights(encodeWeights(w).slice(8), dimensions)).toThrow("other shapes");
  });

  it("hears the same in a sentence whatever it has kept of others", () => {
    const w = drawn(2);
    const roomy = makeEncoder(w, vectors);
    const tight = makeEncoder(w, vectors, 12);
    const draw = random(3);
    const mean = Array.from({ length: dimensions }, () => draw());
    for (let k = 0; k < 50; k++) {
      const words = Array.from({ length: Math.floor(draw() * 9) }, () => Math.floor(draw() * 300));
      hear(roomy, words, mean);
      hear(tight, words, mean);
      expect(tight.heard).toEqual(roomy.heard);
      expect([...roomy.heard.subarray(0, 2 * channels)].every((x) => x >= 0)).toBe(true);
    }
  });

  it("is half of the score, in log-odds", () => {
    const w = makeWeights(dimensions);
    w.out[w.out.length - 1] = 3;
    const passage = text("Marwen and Haruto walk home along the river. It is late.");
    const alone = silent.inspect(passage, start).sentences[0]!.judged[0]!.score;
    const both = telling(w).inspect(passage, start).sentences[0]!.judged[0]!.score;
    expect(odds(both)).toBeCloseTo((odds(alone) + 3) / 2, 1);
  });

  it("has nothing to say of a sentence with nothing before it and nothing behind", () => {
    const detector = telling(drawn(4));
    const passage = text("Marwen walks home along the river.");
    const first = detector.inspect(passage, start);
    const score = (a: typeof first) => a.sentences[0]!.judged[0]!.score;
    expect(score(first)).toBe(score(silent.inspect(passage, start)));
    expect(score(detector.inspect(passage, first.after))).not.toBe(
      score(silent.inspect(passage, first.after)),
    );
  });

  it("remembers the page before, and within the passage what stands behind", () => {
    const detector = telling(drawn(4));
    const score = (words: string, context: State) =>
      detector.inspect(text(words), context).sentences[0]!.judged[0]!.score;
    const before = start as State;
    const { after } = detector.inspect(text("Marwen walks home."), before);
    expect(before.story).toEqual(emptyState.story);
    expect(after.story).toHaveLength(memory);
    expect(score("She is at home.", after)).not.toBe(
      score("She is at home.", { ...after, story: [] } as State),
    );
    // What is behind speaks through the pass back alone: its weight in the sum is taken away.
    const w = drawn(4);
    w.out.fill(0, width + memory, width + 2 * memory);
    const deaf = telling(w);
    const behind = (d: typeof detector) =>
      ["She burned the archive.", "The tea is cold."].map(
        (next) => d.inspect(text(`Marwen is here. ${next}`), before).sentences[0]!.judged[0]!,
      );
    const told = (d: typeof detector) => behind(d).map((j) => odds(j.score));
    const [a, b] = told(detector);
    const [c, e] = told(deaf);
    expect(a! - b!).not.toBeCloseTo(c! - e!, 3);
  });

  it("a passage about no show leaves it as it is", () => {
    const detector = telling(drawn(5));
    const { after } = detector.inspect(text("Marwen walks home."), start as State);
    const plain = detector.begin({ title: "A week", url: "https://site.example/b" }) as State;
    const next = detector.inspect(text("Stir the soup."), { ...plain, story: after.story } as State).after;
    expect(next.story).toBe(after.story);
  });
});
