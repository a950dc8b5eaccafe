import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileModel } from "../../../lib/catalog/build/model.ts";
import { featureNames } from "../../../lib/detect/feature-names.ts";
import { featureCount, fillFeatures } from "../../../lib/detect/features.ts";
import { eager, page, text } from "./fixtures.ts";

test("each feature has a name, and each name a feature", () => {
  const { sentences } = eager.inspect(
    text("Kaito drowned in the lake, and the sea took him."),
    page("Death Lantern"),
  );
  const [{ sentence, cues, judged } = expect.unreachable()] = sentences;
  const out = new Float32Array(featureCount + 9).fill(Number.NaN);
  fillFeatures(out, sentence, judged[0]!.candidate, cues, {
    mode: 0,
    sentences: 0,
    role: "text",
    section: undefined,
    near: { own: 0, any: 0 },
    alike: { spoiler: 0, premise: 0, margin: 0, own: 0 },
    index: 0,
    of: 1,
  });
  expect(featureNames).toHaveLength(featureCount);
  expect([...out].findIndex(Number.isNaN)).toBe(featureCount);
});

test("weights that were learned on other features, or in another order, are not shipped", () => {
  const text = readFileSync(new URL("../../../data/model.json", import.meta.url), "utf8");
  expect(JSON.parse(compileModel(text))).not.toHaveProperty("names");
  const model = JSON.parse(text);
  expect(() => compileModel(JSON.stringify({ ...model, names: model.names.toReversed() }))).toThrow(
    "npm run train",
  );
});
