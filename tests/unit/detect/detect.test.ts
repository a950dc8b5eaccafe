import { expect, test } from "vitest";
import { createDetector } from "../../../lib/detect/detect.ts";
import type { Context, Passage } from "../../../lib/detect/types.ts";
import { eager, heading, learned, page, plainPage, shows, shy, tables, text } from "./fixtures.ts";

test("a page without names of the catalog has no findings, and its context stays the same object", () => {
  for (const words of ["She dies in the end.", "The killer was the butler!", "", "   ", "死ぬ。"]) {
    const reading = eager.read(text(words), plainPage);
    expect(reading.findings).toEqual([]);
    expect(reading.after).toBe(plainPage);
  }
});

test("for whoever cannot wait, what it takes is made ready in steps; then it reads the same", () => {
  const detector = createDetector(tables);
  const told = text("Death Lantern ends with a death.");
  const before = detector.begin({ title: "Death Lantern", url: "https://site.example/a" });
  expect(detector.tryRead?.(text("The weather was fine."), plainPage)?.findings).toEqual([]);
  let steps = 0;
  do {
    steps++;
    expect(detector.tryRead?.(told, before)).toBeUndefined();
  } while (!detector.prepare?.());
  expect(steps).toBeGreaterThan(2);
  expect(detector.tryRead?.(told, before)).toEqual(learned.read(told, before));
});

test("headings and stray names of other pages do not have the weights decoded", () => {
  const unread = () => {
    throw new Error("decoded");
  };
  const thrifty = createDetector({
    names: tables.names,
    shows: tables.shows,
    words: tables.words,
    start: tables.start,
    titles: tables.titles,
    follows: tables.follows,
    commonest: tables.commonest,
    modes: tables.modes,
    get english() {
      return unread();
    },
    get glossaries() {
      return unread();
    },
    get cues() {
      return unread();
    },
    get model() {
      return unread();
    },
    get vectors() {
      return unread();
    },
  });
  let context = thrifty.begin({ title: "Notes of a week", url: "https://site.example/a" });
  for (const passage of [
    heading(1, "Who dies"),
    text("Sakura planted a tree. Ace dies."),
    heading(2, "Kenji"),
  ]) {
    context = thrifty.read(passage, context).after;
  }
  expect(() => thrifty.read(text("Death Lantern ends with a death."), context)).toThrow("decoded");
});

test("an ordinary word that is a title elsewhere finds nothing", () => {
  expect(eager.read(text("He dies in the harbor at night."), plainPage).findings).toEqual([]);
});

test("a heading without a show opens a section, and nothing is found or topical below it", () => {
  const { findings, after } = eager.read(heading(2, "Who dies"), plainPage);
  expect([findings, after.topical]).toEqual([[], false]);
  expect(eager.read(text("The captain dies."), after)).toEqual({ findings: [], after });
});

test("the catalog's examples are found, its near misses are not", () => {
  for (const show of shows.slice(0, 2)) {
    show.spoilers.forEach(({ example }, i) => {
      const { findings } = eager.read(text(example), page(show.title));
      expect(findings.map((f) => [f.show, f.spoiler])).toEqual([[show.id, i]]);
    });
  }
});

test("a finding covers its whole sentence and says which", () => {
  const words = "  Marwen is here.  Marwen drowns in the crypt! \n Ok. ";
  const { findings } = eager.read(text(words), page("Death Lantern"));
  expect(findings.map((f) => words.slice(f.start, f.end))).toEqual([
    "Marwen is here.",
    "Marwen drowns in the crypt!",
    "Ok.",
  ]);
  expect(findings[1]).toMatchObject({
    show: "death-lantern",
    spoiler: 0,
    kind: "death",
    where: { part: 1, episode: 9 },
  });
});

test("a spoiler of a whole part is at its last episode, one of no known place has none", () => {
  const [ace] = eager.read(text("Tivolin poisons Ace at the banquet."), page("Harbor")).findings;
  expect(ace).toMatchObject({ spoiler: 0, where: { part: 1, episode: 1, unit: "part" } });
  const [traitor] = eager.read(text("Obrecht sold the maps to the fleet."), page("Zelkova Skies!")).findings;
  expect(traitor).toMatchObject({ spoiler: 0 });
  expect(traitor).not.toHaveProperty("where");
});

/** Freezes what a context is made of; typed arrays cannot be frozen. */
function freeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  for (const v of Object.values(value)) freeze(v);
  return Object.freeze(value);
}

test("reading is pure: contexts may be kept and read again in any order", () => {
  const passages = [
    heading(1, "Deaths in anime"),
    text("Marwen Oskalla drowns. She was loved."),
    heading(2, "Harbor (2004)"),
    text("Ace is poisoned by Tivolin. Kenji watched."),
    text("Sakura cries."),
  ];
  const contexts: Context[] = [freeze(page("Death Lantern"))];
  const read = (p: Passage, i: number) => eager.read(p, contexts[i]!);
  const first = passages.map((p, i) => {
    const reading = freeze(read(p, i));
    contexts.push(reading.after);
    return structuredClone(reading);
  });
  const again = passages.map((_, i) => passages.length - 1 - i).map((i) => read(passages[i]!, i));
  expect(again.reverse()).toEqual(first);
});

test.each([
  ["a clue with two words of the scene", "She drowned in the flooded crypt.", 0],
  ["a clue with one, its subject and a cue", "Marwen drowned in that crypt.", 0],
  ["words of the scene without a clue", "The flooded crypt is full of water.", undefined],
])("with no sentence beside it %s is enough or is not", (_, words, spoiler) => {
  const [found] = shy.read(text(words), page("Death Lantern")).findings;
  expect(found?.spoiler).toBe(spoiler);
});

test("beside other sentences those decide", () => {
  const words = "She drowned in the flooded crypt. They ate soup.";
  expect(shy.read(text(words), page("Death Lantern")).findings).toEqual([]);
});
