// Whatever stands on a page, the detector reads it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { english } from "../../../lib/catalog/build/english.ts";
import { reasonWords } from "../../../lib/detect/reasons.ts";
import type { Passage, Role } from "../../../lib/detect/types.ts";
import { eager, learned, page } from "./fixtures.ts";

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
