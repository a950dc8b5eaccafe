import fc from "fast-check";
import { expect, test } from "vitest";
import type { Passage } from "../../../lib/detect/types.ts";
import { eager, heading, text } from "./fixtures.ts";

const vocabulary =
  "Marwen Oskalla Death Lantern Ace Harbor Sakura Kenji Haruto Hiroshi Zelkova Skies! dies she spoilers ahead (2004) anime “ ” . ? tree killed";
const anyPassage: fc.Arbitrary<Passage> = fc
  .tuple(
    fc.array(fc.constantFrom(...vocabulary.split(" ")), { maxLength: 12 }),
    fc.constantFrom("heading", "text", "item"),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([words, role, level]) =>
    role === "heading" ? heading(level, words.join(" ")) : text(words.join(" ")),
  );

test("property: reading, which passes over what can be about no show, moves the context as a whole analysis does", () => {
  fc.assert(
    fc.property(fc.array(anyPassage, { maxLength: 8 }), (passages) => {
      let context = eager.begin({ title: "", url: "https://site.example/a" });
      for (const passage of passages) {
        const { after } = eager.inspect(passage, context);
        context = eager.read(passage, context).after;
        expect(context).toEqual(after);
      }
    }),
    { numRuns: 500 },
  );
});
