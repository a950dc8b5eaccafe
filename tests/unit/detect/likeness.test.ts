import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileVectors } from "../../../lib/catalog/build/vectors.ts";
import type { Show } from "../../../lib/catalog/schema.ts";
import { featureNames } from "../../../lib/detect/feature-names.ts";
import { hashWord } from "../../../lib/detect/tokens.ts";
import { decodeVectors, rowOf } from "../../../lib/detect/vectors.ts";
import { eager, page, text } from "./fixtures.ts";

/** The first sentence's feature, read as one about the page's show. */
function feature(name: string, sentence: string, title = "Death Lantern"): number {
  const [first] = eager.inspect(text(sentence), page(title)).sentences;
  return first!.judged[0]!.features[featureNames.indexOf(name)]!;
}

test("words that mean nearly what the scene's do speak for the fact", () => {
  const near = feature("alike", "The sea rises above her tomb.");
  expect(near).toBeGreaterThan(0.02);
  expect(feature("alike", "The music is lovely and the jokes are funny.")).toBeLessThan(near / 2);
});

test("the scene's own words speak the loudest", () => {
  expect(feature("alike", "Water floods the crypt.")).toBeGreaterThan(
    feature("alike", "The sea rises above her tomb."),
  );
});

test("a stem that is no word has the row of the word that it is cut from", () => {
  const bytes = readFileSync(new URL("../../../data/vectors.bin", import.meta.url));
  const show = { spoilers: [{ sentence: "She is retrieved.", scene: ["retrieving"] }], premise: [] };
  const plain = decodeVectors(bytes);
  const vectors = decodeVectors(compileVectors(bytes, [show as unknown as Show]));
  expect(rowOf(plain, hashWord("retriev"))).toBe(-1);
  expect(rowOf(vectors, hashWord("retriev"))).toBe(rowOf(plain, hashWord("retrieved")));
});
