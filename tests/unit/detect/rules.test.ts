import { expect, test } from "vitest";
import { mostRules, type Rule } from "../../../lib/catalog/rule.ts";
import { threshold } from "../../../lib/detect/levels.ts";
import { createRuleSet } from "../../../lib/detect/rules/ruled.ts";
import type { Context, Detector, Passage } from "../../../lib/detect/types.ts";
import { cues } from "./cue-fixture.ts";

const nothing: Context = { topical: false };
/** A catalog without a show. */
const empty: Detector = { begin: () => nothing, read: (_, after) => ({ findings: [], after }) };
const text = (words: string): Passage => ({ text: words, role: "text", level: 0 });
const heading = (words: string, level = 2): Passage => ({ text: words, role: "heading", level });
const rule = (kind: Rule["kind"], words: string, more: Partial<Rule> = {}): Rule => ({
  id: words,
  kind,
  text: words,
  ...more,
});

function detector(...rules: Rule[]) {
  const set = createRuleSet(() => cues);
  set.set(rules);
  return { set, read: set.around(empty).read, begin: set.around(empty).begin };
}
/** The sentences that are hidden at the level "balanced". */
function hidden(passage: Passage, ...rules: Rule[]): string[] {
  const { findings } = detector(...rules).read(passage, nothing);
  return findings
    .filter(({ score }) => score >= threshold("balanced"))
    .map(({ start, end }) => passage.text.slice(start, end));
}

test.each<[string, Rule, string, string[]]>([
  [
    "a phrase hides its sentence",
    rule("phrase", "the lighthouse burns"),
    "Tea. Then the Lighthouse burns! End.",
    ["Then the Lighthouse burns!"],
  ],
  [
    "a phrase is found in other letters",
    rule("phrase", "Kōsei plays"),
    "And kosei plays. Or not.",
    ["And kosei plays."],
  ],
  ["not a part of it", rule("phrase", "the lighthouse burns"), "The lighthouse stands.", []],
  ["not without its beginning", rule("phrase", "the lighthouse burns"), "Lighthouse burns, tea boils.", []],
  ["not a part of a word", rule("phrase", "light"), "The lighthouse stands.", []],
  [
    "a phrase over two sentences hides both",
    rule("phrase", "is her father. She knew"),
    "He is her father. She knew it. Tea.",
    ["He is her father.", "She knew it."],
  ],
  [
    "Japanese",
    rule("phrase", "灯台が燃える"),
    "そして灯台が燃えるのだ。お茶。",
    ["そして灯台が燃えるのだ。"],
  ],
  [
    "Arabic",
    rule("phrase", "ناروتو يموت في الحلقة 3"),
    "لدي 3 قطط. نارُوتو يموت في الحلقة 3، نعم.",
    ["نارُوتو يموت في الحلقة 3، نعم."],
  ],
  ["Hebrew", rule("phrase", "נארוטו מת"), "נארוטו חי. נארוטו מת!", ["נארוטו מת!"]],
  ["Hindi", rule("phrase", "नारुतो मर"), "नारुतो मरम्मत. नारुतो मर गया.", ["नारुतो मर गया."]],
  ["Thai, which has no spaces", rule("phrase", "ลูฟี่ตาย"), "ฉันว่าลูฟี่ตายแล้ว", ["ฉันว่าลูฟี่ตายแล้ว"]],
  ["no other Thai", rule("phrase", "ลูฟี่ตาย"), "ลูฟี่กินข้าว", []],
  [
    "a name with a cue",
    rule("name", "Nadia"),
    "Nadia likes tea. Nadia dies in the storm.",
    ["Nadia dies in the storm."],
  ],
  ["a name without one", rule("name", "Nadia"), "Nadia likes tea.", []],
  ["a cue without the name", rule("name", "Nadia"), "Somebody dies in the storm.", []],
  [
    "a pronoun after the name",
    rule("name", "Nadia"),
    "Nadia goes aboard. In the storm she dies.",
    ["In the storm she dies."],
  ],
  ["a question tells less", rule("name", "Nadia"), "Will Nadia find a partner? Could she get married?", []],
  ["a name that is a cue itself", rule("name", "Death the Kid"), "Death the Kid likes tea.", []],
  [
    "the title of a show",
    rule("show", "Harbor Lights"),
    "In Harbor Lights the captain is the traitor. Tea.",
    ["In Harbor Lights the captain is the traitor."],
  ],
])("%s", (_name, own, words, sentences) => {
  expect(hidden(text(words), own)).toEqual(sentences);
});

test("under a title that is a rule, its characters need not be known", () => {
  const { read } = detector(rule("show", "Harbor Lights"));
  const at = (words: string, before: Context) =>
    read(text(words), before).findings.filter(({ score }) => score >= threshold("balanced")).length;
  const inside = read(heading("3. Harbor Lights (2021)"), nothing).after;
  expect(inside.topical).toBe(true);
  expect(at("The captain is murdered by his brother.", inside)).toBe(1);
  expect(at("The captain drinks tea.", inside)).toBe(0);
  const below = read(heading("Cast", 3), inside).after;
  expect(at("The captain is murdered by his brother.", below)).toBe(1);
  const outside = read(heading("4. Another Tale"), below).after;
  expect(outside.topical).toBe(false);
  expect(at("The captain is murdered by his brother.", outside)).toBe(0);
});

test("a page whose title is a rule is about it", () => {
  const { read, begin } = detector(rule("show", "Harbor Lights"));
  const before = begin({ title: "Harbor Lights: a review", url: "https://a.example/" });
  expect(read(text("The captain is murdered."), before).findings).toHaveLength(1);
});

test("it says which rule, and why", () => {
  const own = rule("name", "Nadia", { id: "r1", show: "nadia-of-the-sea", title: "Nadia of the Sea" });
  const [finding] = detector(own).read(text("Nadia dies."), nothing).findings;
  expect(finding).toMatchObject({
    rule: "r1",
    show: "nadia-of-the-sea",
    title: "Nadia of the Sea",
    kind: "death",
  });
  expect(finding?.why).toEqual({ by: "named", rule: own, cues: ["dies"] });
});

test("where nothing changes, the context is the same object, so that nothing is read twice", () => {
  const { read } = detector(rule("show", "Harbor Lights"));
  const inside = read(heading("Harbor Lights"), nothing).after;
  expect(read(text("Tea is lovely."), inside).after).toBe(inside);
  expect(read(text("Tea is lovely."), nothing).after).toBe(nothing);
});

test("what a longer text has left behind is not taken for the end of a shorter one", () => {
  const { read } = detector(rule("phrase", "the lighthouse burns down"));
  expect(read(text("Tea: the lighthouse burns down."), nothing).findings).toHaveLength(1);
  expect(read(text("Tea: the lighthouse burns"), nothing).findings).toEqual([]);
});

test("a context from before the last rule was deleted is understood", () => {
  const { set, read } = detector(rule("show", "Harbor Lights"));
  const inside = read(heading("Harbor Lights"), nothing).after;
  expect(set.set([])).toBe(true);
  expect(set.set([])).toBe(false);
  expect(read(text("The captain is murdered."), inside)).toEqual({ findings: [], after: nothing });
});

/** Milliseconds of the fastest of several readings of half a megabyte. */
function time(count: number): number {
  const words = "The captain of the old ship drinks tea and looks at the sea for a long while. ".repeat(
    6_500,
  );
  // Selections begin alike, and as most of the text does.
  const own = Array.from({ length: count }, (_, i) => rule("phrase", `the sea where Character${i} drowned`));
  const { read } = detector(...own);
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 4; run++) {
    const start = performance.now();
    read(text(words), nothing);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

test("two thousand rules take no longer than one", { retry: 3 }, () => {
  const [one, many] = [time(1), time(mostRules)];
  console.log(`half a megabyte: ${one.toFixed(1)} ms with one rule, ${many.toFixed(1)} ms with ${mostRules}`);
  expect(many).toBeLessThan(one * 2 + 5);
});
