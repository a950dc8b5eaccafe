import { expect, test } from "vitest";
import { english } from "../../../lib/catalog/build/english.ts";
import { type Rule, ruleKinds } from "../../../lib/catalog/rule.ts";
import { cueClasses } from "../../../lib/detect/cues.ts";
import { attributions } from "../../../lib/detect/judged.ts";
import { parsePattern } from "../../../lib/detect/pattern.ts";
import { reasonWords } from "../../../lib/detect/reasons.ts";
import { createRuleSet } from "../../../lib/detect/rules/ruled.ts";
import type { Finding, Reason } from "../../../lib/detect/types.ts";
import { cues } from "./cue-fixture.ts";

const words = (why: Reason, more: Partial<Finding> = {}) =>
  reasonWords(
    { start: 0, end: 1, show: "x", title: "Quiet Orrery", kind: "death", score: 0.97, why, ...more },
    english,
  );

test("all that decided is said", () => {
  const why: Reason = {
    by: "title",
    named: 2,
    meant: true,
    role: true,
    cues: ["dies", "death"],
    fact: 3,
    clue: parsePattern("falls + dome"),
    scene: ["dome", "star"],
  };
  expect(words(why)).toEqual([
    "the sentence names Quiet Orrery",
    "clue “fall + dome”",
    "words of the scene: dome, star",
    "characters named: 2",
    "a pronoun for one of them",
    "somebody by their role",
    "wording: plain words of dying, death",
    "entry 4 of the show in the catalog",
    "97% sure",
  ]);
});

test("what was not met is not spoken of", () => {
  const why: Reason = { by: "page", named: 0, meant: false, role: false, cues: [], clue: undefined };
  expect(words(why)).toEqual(["the page is about Quiet Orrery", "97% sure"]);
});

test("every tie, every class of wording and every kind of rule has its words", () => {
  for (const by of [...attributions, "heading", "named", "pronoun", "topic"] as const)
    expect(words({ by })[0], by).toMatch(/\w/);
  for (const cue of cueClasses) expect(words({ by: "title", cues: [cue] })[1], cue).toMatch(/^wording: ./);
  for (const kind of ruleKinds)
    expect(words({ by: "named", rule: { id: "r", kind, text: "x" } })[0], kind).toMatch(/^your rule \(\w/);
});

test("a rule is named with its words; a phrase needs nothing else", () => {
  const own = (kind: Rule["kind"], text: string): Rule => ({ id: text, kind, text });
  const set = createRuleSet(() => cues);
  set.set([own("name", "Nadia"), own("phrase", "the red door")]);
  const reader = set.around({
    begin: () => ({ topical: false }),
    read: (_, after) => ({ findings: [], after }),
  });
  const text = "Nadia dies behind the red door.";
  const { findings } = reader.read({ text, role: "text", level: 0 }, { topical: false });
  expect(findings.map((finding) => reasonWords(finding, english))).toEqual([
    [
      "your rule (Name): “Nadia”",
      "its words are in the sentence",
      "wording: plain words of dying",
      "90% sure",
    ],
    ["your rule (Phrase): “the red door”", "its words are in the sentence"],
  ]);
});
