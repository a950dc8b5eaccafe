import { describe, expect, test } from "vitest";
import { compileTables } from "../../../lib/catalog/build/plugin.ts";
import { showSchema } from "../../../lib/catalog/schema.ts";
import { createDetector } from "../../../lib/detect/detect.ts";
import type { Passage } from "../../../lib/detect/types.ts";
import { heading, plainPage, shows, shy, text } from "./fixtures.ts";

const titled = (title: string) => shy.begin({ title, url: "" });
const deaths = titled("The ten saddest anime deaths");
const entry = (words: string, context = deaths) =>
  shy.read(heading(2, words), context).findings.map((f) => `${f.show} ${f.kind}`);

describe("a list of deaths has told of whom it names", () => {
  test.each([
    "Marwen Oskalla",
    "#7: Marwen Oskalla",
    "7. Marwen Oskalla (Death Lantern)",
    "Qlarion from Death Lantern",
  ])("%s", (words) => {
    expect(entry(words)).toEqual(["death-lantern death"]);
  });

  test("or of who dies", () => {
    const found = ["death-lantern death"];
    expect(entry("Marwen Oskalla", titled("Main anime characters that die in the final episode"))).toEqual(
      found,
    );
  });

  test("with where it is shown, so that whoever has seen it reads on", () => {
    const { findings } = shy.read(heading(2, "7. Marwen Oskalla"), deaths);
    expect(findings).toMatchObject([{ where: { part: 1, episode: 9 } }]);
  });

  test("a name that proves nothing elsewhere means those of its bearers who die", () => {
    expect(entry("3. Sakura")).toEqual(["zelkova-skies death"]);
    expect(entry("Ace")).toEqual(["harbor death"]);
    expect(entry("The Death of Sakura")).toEqual(["zelkova-skies death"]);
    expect(entry("Haruto")).toEqual([]);
  });

  test("in a sentence as headings write it, too", () => {
    expect(entry("4. Sakura Leaves One Last Letter Behind")).toEqual(["zelkova-skies death"]);
    expect(entry("Sakura Dies")).toEqual(["zelkova-skies death"]);
    const twists = titled("Ten anime plot twists that nobody saw coming");
    expect(entry("Sakura's Death Changes The Whole Show", twists)).toEqual(["zelkova-skies death"]);
    expect(entry("Sakura Leaves One Last Letter Behind", twists)).toEqual([]);
  });

  test.each(["Sakura Williams", "Sakura Marsh Leaves The Stage"])("but %s is somebody else", (words) => {
    expect(entry(words)).toEqual([]);
  });

  test.each([
    ["in a list of something else", "Marwen Oskalla", "The ten strongest anime characters"],
    ["of voices", "Marwen Oskalla", "Deaths of voice actors"],
    ["of who lives", "Marwen Oskalla", "Characters who survived their deaths"],
    ["of who does not die", "Marwen Oskalla", "Anime characters who didn't die after all"],
    ["of who never dies", "Marwen Oskalla", "Anime characters who never die"],
    ["of the best, in German", "Marwen Oskalla", "Die zehn besten Anime"],
    ["where somebody asks", "Marwen Oskalla", "Does anybody die in this anime?"],
    ["where somebody has us guess", "Marwen Oskalla", "Who do you think will die in this anime?"],
    ["where a title has the word", "Marwen Oskalla", "Death Lantern: the best characters"],
    ["where the title is about one of them", "Marwen Oskalla", "Marwen Oskalla after the death of a friend"],
    ["of whom no death is told", "Obrecht Vantongeren", "The ten saddest anime deaths"],
    ["that says more", "Marwen Oskalla and what I had for breakfast today", "The ten saddest anime deaths"],
    ["that asks", "Marwen Oskalla?", "The ten saddest anime deaths"],
    ["a first name on a page about people", "Sakura", "Deaths of the week"],
    ["a first name of somebody else", "Sakura Whitfield", "The ten saddest anime deaths"],
  ])("but not %s", (_, words, title) => {
    expect(entry(words, titled(title))).toEqual([]);
  });

  test("a line of its own is one, whatever stands below it in the paragraph", () => {
    const { findings } = shy.read(text("4. Marwen Oskalla\nThe water rose and rose."), deaths);
    expect(findings).toMatchObject([{ start: 3, end: 17 }]);
  });

  test("of a line with a number the first sentence is one, and what it is followed by is not", () => {
    const { findings } = shy.read(text("4 - Marwen Oskalla. The water rose."), deaths);
    expect(findings).toMatchObject([{ start: 0, end: 19 }]);
    expect(shy.read(text("In 4 Marwen Oskalla is here. She sings."), deaths).findings).toEqual([]);
  });

  test("in running text a sentence that ends is none", () => {
    const read = (words: string) => shy.read(text(words), deaths).findings.length;
    expect([read("4. Marwen Oskalla"), read("Marwen Oskalla.")]).toEqual([1, 0]);
  });
});

describe("the answer to a question tells of whom it names", () => {
  const answers = (words: string, title: string) => shy.read(text(words), titled(title)).findings.length;

  test.each([
    "What anime death hit you hardest?",
    "Saddest anime deaths?",
    "Who dies in this anime?",
  ])("%s", (title) => {
    expect(answers("Marwen Oskalla", title)).toBe(1);
    expect(answers("Definitely Marwen Oskalla. The water rose and rose.", title)).toBe(1);
    expect(answers("Marwen Oskalla has the best songs of them all.", title)).toBe(0);
  });

  test("of who betrays, too, where a list would name whom everybody knows for it", () => {
    expect(answers("Obrecht Vantongeren.", "Which anime character is the villain?")).toBe(1);
    expect(answers("Obrecht Vantongeren.", "Which anime character is the strongest?")).toBe(0);
  });
});

test.each([
  ["Killed off for real: Marwen Oskalla.", "death-lantern death"],
  ["Anyone can die: Marwen Oskalla, to begin with.", "death-lantern death"],
  ["The Mole: Obrecht Vantongeren.", "zelkova-skies betrayal"],
  ["Dead serious: Marwen Oskalla.", undefined],
  ["Voice: Marwen Oskalla.", undefined],
  ["She hates the dying light: Marwen Oskalla is romantic.", undefined],
])("a label promises for whom it is followed by: %s", (words, found) => {
  const { findings } = shy.read(text(words), titled("Zelkova Skies and Death Lantern"));
  expect(findings.map((f) => `${f.show} ${f.kind}`)).toEqual(found ? [found] : []);
});

test("a heading promises for what stands under it", () => {
  const under = (title: string) => shy.read(heading(2, title), plainPage).after;
  const item = { text: "Marwen Oskalla", role: "item", level: 0 } as const;
  expect(shy.read(item, under("Deceased")).findings).toHaveLength(1);
  expect(shy.read(item, under("Members")).findings).toHaveLength(0);
  const next = shy.read(heading(2, "Members"), under("Deceased")).after;
  expect(shy.read(item, next).findings).toHaveLength(0);
});

test("a promise is of its own kind", () => {
  const told = (words: string, title: string) => entry(words, titled(title));
  expect(told("Obrecht Vantongeren", "Biggest betrayals in anime")).toEqual(["zelkova-skies betrayal"]);
  expect(told("Marwen Oskalla", "Biggest betrayals in anime")).toEqual([]);
  expect(told("Obrecht Vantongeren", "Anime villains in disguise")).toEqual(["zelkova-skies betrayal"]);
  expect(told("Obrecht Vantongeren", "Best anime villains")).toEqual([]);
  expect(told("Marwen Oskalla", "Anime characters who lost an arm")).toEqual([]);
});

test("a couple is two, and who came back is one", () => {
  const [first] = shows;
  const fact = (kind: string, ...who: string[]) => ({
    ...first!.spoilers[0]!,
    kind,
    who: who.map((character) => ({ character })),
  });
  const show = showSchema.parse({
    ...first,
    spoilers: [fact("couple", "marwen", "haruto"), { ...fact("return", "marwen"), id: "marwen-back" }],
  });
  const detector = createDetector(compileTables([show]));
  const kinds = (title: string, words: string) =>
    detector.read(heading(2, words), detector.begin({ title, url: "" })).findings.map((f) => f.kind);
  const couples = "Anime couples that end up together";
  expect(kinds(couples, "Marwen Oskalla and Haruto")).toEqual(["couple"]);
  expect(kinds(couples, "Marwen Oskalla")).toEqual([]);
  expect(kinds("Anime characters who came back from the dead", "Marwen Oskalla")).toEqual(["return"]);
});

test("who is named on a page about the first show is found in the second, whose fact it is", () => {
  const first = shows.find((s) => s.id === "zelkova-skies")!;
  const second = showSchema.parse({
    ...first,
    id: "zelkova-nights",
    title: "Zelkova Nights",
    aliases: [],
    continues: first.id,
    spoilers: [first.spoilers[0], { ...first.spoilers[0], id: "obrecht-dies", kind: "death" }],
  });
  const detector = createDetector(compileTables([{ ...first, spoilers: [] }, second]));
  const read = (title: string, passage: Passage) =>
    detector.read(passage, detector.begin({ title, url: "" })).findings[0];
  const told = { show: "zelkova-nights", spoiler: 1 };
  expect(read("Zelkova Skies!", text("And then Obrecht dies."))).toMatchObject(told);
  expect(read("Zelkova Skies! deaths", heading(2, "3. Obrecht"))).toMatchObject(told);
  expect(read("Zelkova Skies! deaths", heading(2, "3. Obrecht"))?.why.promised).toBe(true);
  expect(read("Zelkova Skies! deaths", heading(2, "3. Kenji from Obrecht"))?.why.promised).not.toBe(true);
});

test("somebody called A is no article", () => {
  const [first] = shows;
  const show = showSchema.parse({
    ...first,
    characters: [...first!.characters, { id: "a", name: "A", ordinary: ["A"], pronoun: "she" }],
    spoilers: [{ ...first!.spoilers[0]!, id: "a-dies", kind: "death", who: [{ character: "a" }] }],
  });
  const detector = createDetector(compileTables([show]));
  const found = (words: string) =>
    detector.read(heading(2, words), detector.begin({ title: "The ten saddest anime deaths", url: "" }))
      .findings.length;
  expect([found("3. A"), found("A debt between brothers")]).toEqual([1, 0]);
});
