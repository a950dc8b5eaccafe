import { expect, test } from "vitest";
import { longestRule } from "../../../lib/catalog/rule.ts";
import { phraseRule } from "../../../lib/preferences/phrase.ts";

const textOf = (selection: string) => phraseRule(selection, "1")?.text;

test.each([
  ["white space is one space", "  She\u00a0 drowns. ", "She drowns."],
  [
    "of several lines the longest",
    "Nadia is here.\n\nShe drowns in the lake.\r\nTea.",
    "She drowns in the lake.",
  ],
  ["of several cells, too", "3\tShe drowns.\t1995", "She drowns."],
  ["of what only begins with a line's end the line", "\n She drowns.\n", "She drowns."],
])("%s", (_, selection, text) => {
  expect(textOf(selection)).toBe(text);
});

test.each(["", " \n\t", "… !?"])("there is no word in %j", (selection) => {
  expect(textOf(selection)).toBeUndefined();
});

test("what is longer than a rule can be ends with a word", () => {
  const text = textOf("drowned ".repeat(longestRule))!;
  expect([text.length <= longestRule, /drowned$/.test(text)]).toEqual([true, true]);
});
