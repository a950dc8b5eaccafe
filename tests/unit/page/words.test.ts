import { expect, test } from "vitest";
import { english } from "../../../lib/catalog/build/english.ts";
import type { ToldAt } from "../../../lib/catalog/types.ts";
import { createWords } from "../../../lib/page/words.ts";

const described = (where: ToldAt) =>
  createWords(english).describe({
    ...{ start: 0, end: 1, show: "x", title: "Berserk", kind: "death", score: 1, why: { by: "title" } },
    where,
  });

test.each<[ToldAt, string]>([
  [{ part: 1, episode: 12 }, "episode 12"],
  [{ part: 2, episode: 12, unit: "episode" }, "part 2 · episode 12"],
  [{ part: 1, episode: 12, unit: "chapter" }, "chapter 12"],
  // The number is that of the part's last: nobody has said that it is told there.
  [{ part: 2, episode: 12, unit: "part" }, "part 2"],
])("a label says where it is told as exactly as that is known: %o", (where, words) => {
  expect(described(where)).toBe(`Berserk · death · ${words}`);
});
