import fc from "fast-check";
import { expect, test } from "vitest";
import { english } from "../../../lib/catalog/build/english.ts";
import { createDetector } from "../../../lib/detect/detect.ts";
import { reasonWords } from "../../../lib/detect/reasons.ts";
import type { Context, Passage, Role } from "../../../lib/detect/types.ts";
import { after, eager, heading, learned, page, plainPage, shows, shy, tables, text } from "./fixtures.ts";

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

const vocabulary = [
  "Marwen",
  "Oskalla",
  "Death",
  "Lantern",
  "Ace",
  "Harbor",
  "Sakura",
  "Kenji",
  "Haruto",
  "Zelkova",
  "Skies!",
  "dies",
  "killed",
  "she",
  "his",
  "traitor",
  "drowns",
  "crypt",
  "anime",
  "spoilers",
  "ahead",
  ".",
  "!",
  "?",
  "\n",
  "  ",
  "“",
  "”",
  "…",
  "。",
  "Mr.",
  "D.",
  "(2004)",
  "’s",
  "巴",
  "\ud83d",
  "\u00ad",
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...vocabulary), { maxLength: 25 }).map((w) => w.join(" ")),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((c) => String.fromCharCode(...c)),
  fc.string({ unit: "binary", maxLength: 40 }),
);
const roles: Role[] = ["heading", "item", "text", "caption", "row", "label"];
const anyPassage: fc.Arbitrary<Passage> = fc.record({
  text: anyText,
  role: fc.constantFrom(...roles),
  level: fc.integer({ min: 0, max: 7 }),
});

test("property: no text makes it throw; findings lie inside, on whole sentences, with a reason of one line", () => {
  fc.assert(
    fc.property(anyText, fc.array(anyPassage, { maxLength: 8 }), (title, passages) => {
      let context = eager.begin({ title, url: `https://site.example/${title}` });
      for (const passage of passages) {
        const { sentences } = eager.inspect(passage, context);
        const whole = sentences.map(({ sentence: s }) => `${s.start}-${s.end}`);
        const { findings, after } = eager.read(passage, context);
        for (const f of findings) {
          expect(f.start).toBeGreaterThanOrEqual(0);
          expect(f.end).toBeGreaterThan(f.start);
          expect(f.end).toBeLessThanOrEqual(passage.text.length);
          if (!f.bySection) expect(whole).toContain(`${f.start}-${f.end}`);
          expect(f.score).toBeGreaterThan(0);
          expect(f.score).toBeLessThanOrEqual(1);
          for (const words of reasonWords(f, english)) expect(words).toMatch(/^\S.*\S$/);
        }
        context = after;
      }
    }),
    { numRuns: 400 },
  );
});

test("property: the learned weights never throw either, and read the same twice", () => {
  fc.assert(
    fc.property(fc.array(anyPassage, { maxLength: 5 }), (passages) => {
      let context = page("Death Lantern");
      for (const passage of passages) {
        const reading = learned.read(passage, context);
        expect(learned.read(passage, context)).toEqual(reading);
        context = reading.after;
      }
    }),
    { numRuns: 200 },
  );
});

test.each([
  ["Marwen dies.", true],
  ["Marwen's death", true],
  ["Marwen was killed at dawn.", true],
  ["Marwen kills Sakura.", false],
  ["Marwen murders the captain.", false],
  ["Haruto kills Marwen.", true],
  ["Haruto finally killed Marwen.", true],
  ["Haruto kills Marwen's men.", false],
  ["Haruto wants to kill Marwen.", false],
  ["If Haruto kills Marwen, who sings?", false],
  ["Haruto saw how fever kills Marwen.", true],
  ["A fever kills Marwen's men.", false],
  ["The author kills off poor Marwen.", true],
  ["He was killed by Marwen.", false],
  ["One idea: kills Marwen.", false],
  ["The voice of Marwen died.", false],
  ["The death of Marwen", true],
  ["Marwen died in 1995.", false],
  ["Marwen, the keeper of the light, dies.", true],
  ["Marwen (the keeper) dies.", true],
  ["Marwen, the keeper of the light, sings and nobody dies.", false],
  ["Marwen dies before he could tell.", true],
  ["Marwen might die.", false],
  ["Marwen takes her last breath.", true],
  ["Marwen has the last word.", false],
  ["Marwen's last words", true],
  ["Marwen bites the dust.", true],
  ["Marwen smiles and dies.", true],
  ["Marwen and her friend die.", true],
  ["Marwen sees Sakura fall and die.", false],
  ["Marwen brutally murders herself.", true],
  ["Marwen is the first to die.", true],
  ["Marwen is dying to see it.", false],
  ["Marwen ends up dead at the end.", true],
  ["RIP Marwen", true],
  ["So Marwen is gone.", true],
  ["Marwen is gone to school.", false],
  ["Marwen from Death Lantern dies.", true],
  ["Haruto rips Marwen's coat.", false],
  ["Does Marwen die?", false],
  ["How does Marwen die?", true],
  ["Why did they kill Marwen?", true],
  ["Now that Marwen is dead, who leads them?", true],
  ["Marwen DIES???", true],
])("only of whom it happens to does a sentence plainly say that they die: %s", (words, plain) => {
  const { sentences } = eager.inspect(text(words), page("Death Lantern"));
  expect(sentences[0]!.judged[0]!.candidate.plain).toBe(plain);
});

test.each([
  ["She dies in the end.", true],
  ["Then they killed her.", true],
  ["They killed her father.", false],
  ["Her death broke me.", true],
  ["Her dead friend sings.", false],
  ["Watching her die is hard.", true],
  ["He dies.", false],
  ["She never makes it easy.", false],
])("of whom a pronoun means, too: %s", (words, plain) => {
  const { sentences } = eager.inspect(text(words), after(page("Death Lantern"), text("I like Marwen.")));
  expect(sentences[0]!.judged.some((j) => j.candidate.plain)).toBe(plain);
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
