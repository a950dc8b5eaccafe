import fc from "fast-check";
import { expect, test } from "vitest";
import type { State } from "../../../lib/detect/context.ts";
import { createGate } from "../../../lib/detect/gate.ts";
import { decodeNames } from "../../../lib/detect/names.ts";
import { anyPassage, eager, tables } from "./fixtures.ts";

const names = decodeNames(tables.names);

test.each([
  ["Marwen walks in.", true],
  ["Death Lantern airs again.", true],
  ["A lantern of death, and the harbor at night.", false],
  ["We watched the Harbor (2004) twice.", true],
  ["Harbor", true],
  ["Sakura planted a tree.", false],
  ["Sakura planted a tree with Kenji.", true],
  ["She dies in the end.", false],
])("a name that stands for itself opens it, a word or a common name does not: %s", (words, open) => {
  expect(createGate(names)(words)).toBe(open);
});

test("common names of one show open it together, also over several texts", () => {
  const gate = createGate(names);
  expect(["Sakura ran.", "Kenji fell.", "Sakura slept.", "Hiroshi sang."].map(gate)).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

/**
 * "Ace" under "Deaths in anime" is an entry of a list: the gate knows no headings, and waits for a name that says more.
 */
function promisesNames({ promised, sections }: State): boolean {
  return [promised, ...sections.map((section) => section.promised)].some(({ kinds }) => kinds.length > 0);
}

test("property: a page that the gate keeps out has no findings and no topic, whatever the weights say", () => {
  fc.assert(
    fc.property(fc.array(anyPassage, { maxLength: 8 }), (passages) => {
      const gate = createGate(names);
      let context = eager.begin({ title: "", url: "https://site.example/a" });
      for (const passage of passages) {
        if (gate(passage.text) || promisesNames(context as State)) return;
        const { findings, after } = eager.read(passage, context);
        expect([findings, after.topical]).toEqual([[], false]);
        context = after;
      }
    }),
    { numRuns: 500 },
  );
});
