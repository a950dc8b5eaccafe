import fc from "fast-check";
import { expect, test } from "vitest";
import { anyPassage, eager } from "./fixtures.ts";

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
