/** Time grows with the length of the text and not faster, whatever is repeated in it. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { record } from "../../figures.ts";
import { detector, page, shows, text } from "./detector.ts";
import { growth, mostForTwice, once, time } from "./growth.ts";
import { repeats } from "./repeats.ts";

const cues = JSON.parse(readFileSync(new URL("../../../data/cues.json", import.meta.url), "utf8")) as Record<
  string,
  string[]
>;
/** A pattern of the lexicon or of a clue as the text that it looks for. */
const asText = (pattern: string) => pattern.replaceAll(" + ", " ").replace(/\|\S+/g, "").replaceAll("*", "");

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

test.each([
  ...repeats,
  "Mami. ",
  "4. Mami. ",
  "Mami\n",
  "Mami........ ",
])("nor does a title that promises deaths make %j slow", async (unit) => {
  expect(
    await growth((share) => {
      const words = `${repeat(unit, 20_000 * share)} a`;
      return () => {
        for (const page of promising) detector.read(text(words), page);
      };
    }),
  ).toBeLessThan(mostForTwice);
});

test("every cue, clue, name and title, repeated: none is out of the ordinary", async () => {
  const patterns = new Set([
    ...Object.values(cues).flat().map(asText),
    ...shows.flatMap(({ title, aliases, characters, spoilers }) => [
      title,
      ...aliases,
      ...characters.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]),
      ...spoilers.flatMap(({ clues }) => (clues ?? []).map(asText)),
    ]),
  ]);
  const letters = 4_000;
  const most = 150;
  let worst = 0;
  for (const pattern of patterns) {
    const words = text(repeat(`${pattern}, `, letters));
    let ms = await once(() => detector.read(words, page));
    // Of thirty thousand some meet the collector at its work.
    if (ms >= most) ms = await time(() => detector.read(words, page));
    worst = Math.max(worst, ms);
    expect(ms, pattern).toBeLessThan(most);
  }
  record("fuzz: patterns repeated", { cases: patterns.size + repeats.length });
  console.log(`${patterns.size} patterns, the slowest ${worst.toFixed(0)} ms for ${letters} letters`);
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
