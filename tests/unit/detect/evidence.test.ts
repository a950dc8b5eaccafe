import { expect, test } from "vitest";
import { type Evidence, noEvidence } from "../../../lib/detect/evidence.ts";
import { parsePattern } from "../../../lib/detect/pattern.ts";
import { tellsAlone } from "../../../lib/detect/tells-alone.ts";
import { learned, plainPage, text } from "./fixtures.ts";

const sentenceOf = (words: string) =>
  learned.inspect(text(words), plainPage).sentences.map((s) => s.sentence)[0]!;

/** A clue has been met, and nothing else. */
const clueAlone: Evidence = { ...noEvidence, clue: parsePattern("rope + harbor"), margin: 14 };
const plain = sentenceOf("Marwen Oskalla was left in the harbor with the rope.");
const unsure = -0.5;
const harmless = -2;

test("a clue tells alone what does not sound harmless", () => {
  expect(tellsAlone(clueAlone, plain, unsure)).toBe(true);
  expect(tellsAlone(clueAlone, plain, harmless)).toBe(false);
  expect(tellsAlone({ ...clueAlone, clue: undefined }, plain, unsure)).toBe(false);
});

test("with two words of the scene it tells whatever the sentence sounds like", () => {
  expect(tellsAlone({ ...clueAlone, count: 2 }, plain, harmless)).toBe(true);
});

test("a clue alone tells nothing in a question, in a credit, or beside the premise", () => {
  const question = sentenceOf("Was Marwen Oskalla left in the harbor with the rope?");
  const credit = sentenceOf("Marwen Oskalla, of the harbor and the rope: Ada Field (died in 1995)");
  expect(tellsAlone(clueAlone, question, unsure)).toBe(false);
  const year = sentenceOf("Ada Field, who was the voice of Marwen Oskalla with the rope, left us in 2019.");
  expect(tellsAlone(clueAlone, credit, unsure)).toBe(false);
  expect(tellsAlone(clueAlone, year, unsure)).toBe(false);
  expect(tellsAlone({ ...clueAlone, premise: 8, margin: 6 }, plain, unsure)).toBe(false);
  expect(tellsAlone({ ...clueAlone, margin: -1 }, plain, unsure)).toBe(false);
});
