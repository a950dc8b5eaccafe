import { expect, test } from "vitest";
import { compileCues } from "../../../lib/catalog/build/cues.ts";
import { type CueFile, lexiconClasses } from "../../../lib/detect/cues.ts";

const compile = (...death: string[]) => {
  const others = lexiconClasses.map((name) => [name, ["zzz"]]);
  return compileCues({ ...(Object.fromEntries(others) as unknown as CueFile), death });
};

test("forms of one word ship once", () => {
  expect(compile("lose|lost|loses life|lives")).toContain("\\nlose life\\n");
});

test("a class has no cue twice, however it is written", () => {
  expect(() => compile("lose life", "lost|lose lives")).toThrow('"lost|lose lives" stands in "death" twice');
});

test("a cue has a word that can match", () => {
  expect(() => compile("the + of")).toThrow('"the + of" has no word that can match');
});
