import { expect, test } from "vitest";
import { matches, matchesAt, parsePattern } from "../../../lib/detect/pattern.ts";
import { idOf, stem } from "../../../lib/detect/stems.ts";
import { words } from "../../../lib/detect/tokens.ts";

const stems = (sentence: string) =>
  words(sentence)
    .map((word) => idOf(stem(word)))
    .filter((id) => id !== 0);
const meets = (pattern: string, sentence: string) => matches(parsePattern(pattern), stems(sentence));

test("a word meets its other forms, and no other word", () => {
  expect(meets("die", "So she died alone")).toBe(true);
  expect(meets("die", "The dying king")).toBe(true);
  expect(meets("kill", "Nobody could skill up")).toBe(false);
});

test("one of several alternatives is enough", () => {
  expect(meets("rope|wire", "He cuts through wire")).toBe(true);
  expect(meets("rope|wire", "He cuts through chain")).toBe(false);
});

test("a prefix meets every word that starts with it", () => {
  expect(meets("decapitat*", "Her decapitation shocked everyone")).toBe(true);
  expect(meets("decapitat*", "The capital city")).toBe(false);
});

test.each([
  ["survive*", "Nobody survives"],
  ["survive*", "They survived"],
  ["execute*", "They executed him"],
  ["assassinat*", "Another assassination"],
  ["destroy*", "The town is destroyed"],
  ["reunite*", "They reunite"],
  ["massacre*", "He massacred everyone"],
])("also those whose stem is shorter than it: %s, %s", (pattern, sentence) => {
  expect(meets(pattern, sentence)).toBe(true);
});

test.each([
  ["saw*", "We see"],
  ["shot*", "They shoot"],
  ["execute*", "An exit"],
])("but none with another beginning: %s, %s", (pattern, sentence) => {
  expect(meets(pattern, sentence)).toBe(false);
});

test("all parts must stand in the sentence, in whatever order", () => {
  expect(meets("cut + rope", "The rope was finally cut")).toBe(true);
  expect(meets("cut + rope", "The rope holds")).toBe(false);
});

test("the words of a part stand in a row, one foreign word between at most", () => {
  expect(meets("last breath", "His last breath")).toBe(true);
  expect(meets("last breath", "His last shallow breath")).toBe(true);
  expect(meets("last breath", "His last very shallow breath")).toBe(false);
  expect(meets("last breath", "A breath at last")).toBe(false);
});

test("articles and pronouns are passed over on both sides", () => {
  expect(meets("take her life", "It takes his own life")).toBe(true);
  expect(meets("bite the dust", "They bit dust")).toBe(true);
});

test("a pattern of passed-over words alone is refused", () => {
  expect(() => parsePattern("the + of")).toThrow('"the + of" has no word that can match');
});

test("a part without a word that counts is passed over beside one that has some", () => {
  expect(meets("she + drown*", "Marwen drowned")).toBe(true);
});

test("matchesAt says where the first part ends, -1 where it does not start", () => {
  const sentence = stems("Marwen draws last shallow breath");
  const pattern = parsePattern("last breath + draw");
  expect(matchesAt(pattern, sentence, 2)).toBe(5);
  expect(matchesAt(pattern, sentence, 1)).toBe(-1);
  expect(matchesAt(parsePattern("last breath + sing"), sentence, 2)).toBe(-1);
});
