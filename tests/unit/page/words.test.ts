import { expect, test } from "vitest";
import { english } from "../../../lib/catalog/build/english.ts";
import type { ToldAt } from "../../../lib/catalog/types.ts";
import type { Finding } from "../../../lib/detect/types.ts";
import { createWords, seenItem } from "../../../lib/page/words.ts";

const finding = (where: ToldAt): Finding => ({
  ...{ start: 0, end: 1, show: "x", title: "Berserk", kind: "death", score: 1, why: { by: "title" } },
  where,
});
const described = (where: ToldAt) => createWords(english).describe(finding(where));

test.each<[ToldAt, string]>([
  [{ part: 1, episode: 12 }, "episode 12"],
  [{ part: 2, episode: 12, unit: "episode" }, "part 2 · episode 12"],
  [{ part: 1, episode: 12, unit: "chapter" }, "chapter 12"],
  // The number is that of the part's last: nobody has said that it is told there.
  [{ part: 2, episode: 12, unit: "part" }, "part 2"],
])("a label says where it is told as exactly as that is known: %o", (where, words) => {
  expect(described(where)).toBe(`Berserk · death · ${words}`);
});

test.each<[ToldAt, string, string]>([
  [{ part: 1, episode: 12, unit: "episode" }, "I have seen this", "seen"],
  [{ part: 1, episode: 12, unit: "chapter" }, "I have read this", "read"],
  [{ source: true }, "I have seen all of it", "seenAll"],
])("what is told at %o is answered %j, by the menu's item of that name", (where, words, item) => {
  expect(createWords(english).seen(finding(where))).toBe(words);
  expect(seenItem(finding(where))).toBe(item);
});
