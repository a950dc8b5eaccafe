/** Time grows with the length of the text and not faster, whatever is repeated in it. */
import { afterAll, expect, test } from "vitest";
import { record } from "../../figures.ts";
import { detector, page, text } from "./detector.ts";
import { growth, mostForTwice, time } from "./growth.ts";
import { repeats } from "./repeats.ts";

const repeat = (unit: string, letters: number) =>
  `Mami was here. ${unit.repeat(Math.ceil(letters / unit.length))}`;

test.each(repeats)("%j, forty thousand letters of it, take twice as long as half of them", async (unit) => {
  expect(
    await growth((share) => {
      const words = repeat(unit, 40_000 * share);
      return () => detector.read(text(words), page);
    }),
  ).toBeLessThan(mostForTwice);
});

/** Where a title promises deaths, or asks for one, each sentence is asked whether its line is an answer. */
const promising = [
  "The saddest deaths in Madoka Magica",
  "Which death in Madoka Magica hit you hardest?",
].map((title) => detector.begin({ title, url: "" }));

const promised = [...repeats, "Mami. ", "4. Mami. ", "Mami\n", "Mami........ "];
afterAll(() => record("linear texts", { cases: repeats.length + promised.length }));

test.each(promised)("nor does a title that promises deaths make %j slow", async (unit) => {
  expect(
    await growth((share) => {
      const words = `${repeat(unit, 20_000 * share)} a`;
      return () => {
        for (const page of promising) detector.read(text(words), page);
      };
    }),
  ).toBeLessThan(mostForTwice);
});

test.each(["a", "M\u200b", "Ｍ"])("a word of a megabyte of %j is a word", async (unit) => {
  const words = `Mami dies. ${unit.repeat(1_000_000 / unit.length)}`;
  expect(await time(() => detector.read(text(words), page))).toBeLessThan(1_000);
});

test("where nobody writes spaces each letter may begin a name: a megabyte takes twice as long as half of it", async () => {
  expect(
    await growth((share) => {
      const words = `Mami dies. ${"魔".repeat(1_000_000 * share)}`;
      return () => detector.read(text(words), page);
    }),
  ).toBeLessThan(mostForTwice);
});
