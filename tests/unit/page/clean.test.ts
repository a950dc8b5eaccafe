import fc from "fast-check";
import { expect, test } from "vitest";
import { clean, origin } from "../../../lib/page/clean.ts";

test("joins what has no width, and makes white space one space", () => {
  expect(clean("Ma\u00addo\u200bka  Ma\u00a0gi\n\tca", false)).toBe("Madoka Ma gi ca");
  expect(clean(" after", true)).toBe("after");
  expect(clean("a \n b", false, true)).toBe("a\nb");
});

test("property: every letter of the cleaned text leads back to itself", () => {
  const letter = fc.constantFrom(
    "a",
    "é",
    "字",
    " ",
    "\n",
    "\t",
    "\u00a0",
    "\u00ad",
    "\u200b",
    "\ufeff",
    "\u202e",
    "\u2066",
    "😀",
  );
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 40 }), fc.boolean(), (letters, afterSpace) => {
      const data = letters.join("");
      const text = clean(data, afterSpace);
      let last = -1;
      for (let at = 0; at < text.length; at++) {
        const from = origin(data, afterSpace, at);
        expect(from).toBeGreaterThan(last);
        expect(/\s/.test(data.charAt(from)) ? " " : data.charAt(from)).toBe(text.charAt(at));
        last = from;
      }
      expect(origin(data, afterSpace, text.length)).toBe(data.length);
    }),
  );
});
