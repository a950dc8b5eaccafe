import { expect, test } from "vitest";
import { createSearch } from "../../../lib/ui/show-search.ts";

const shows = [
  {
    id: "fma",
    title: "Fullmetal Alchemist: Brotherhood",
    aliases: ["FMAB", "Hagane no Renkinjutsushi", "鋼の錬金術師"],
  },
  { id: "madoka", title: "Puella Magi Madoka Magica", aliases: ["Mahō Shōjo Madoka Magika", "PMMM"] },
  { id: "rezero", title: "Re:ZERO -Starting Life in Another World-", aliases: ["Re Zero"] },
  { id: "steins", title: "Steins;Gate", aliases: ["シュタインズ・ゲート"] },
  { id: "your-lie", title: "Your Lie in April", aliases: ["Shigatsu wa Kimi no Uso"] },
  { id: "your-name", title: "Your Name.", aliases: ["Kimi no Na wa"] },
];
const search = createSearch(shows);
const first = (words: string) => search(words)[0]?.id;

test("no words: everything, as it was", () => {
  expect(search("  ")).toEqual(shows);
});

test.each([
  ["madoka", "madoka"],
  ["MADOKA", "madoka"],
  ["mahou shoujo", "madoka"],
  ["maho shojo", "madoka"],
  ["madokka", "madoka"],
  ["fmab", "fma"],
  ["fullmetl alchemist", "fma"],
  ["鋼の錬金術師", "fma"],
  ["steins gate", "steins"],
  ["steinsgate", "steins"],
  ["シュタインズ", "steins"],
  ["rezero", "rezero"],
  ["re:zero", "rezero"],
  ["kimi no na", "your-name"],
  ["shigatsu", "your-lie"],
])("%s finds %s", (words, id) => {
  expect(first(words)).toBe(id);
});

test.each(shows)("its own full title finds $title first, and once", (show) => {
  expect(first(show.title)).toBe(show.id);
  const found = search(show.title).map(({ id }) => id);
  expect(new Set(found).size).toBe(found.length);
});

test("what is merely like the words stands back where a name has them", () => {
  expect(search("your name").map(({ id }) => id)).toEqual(["your-name"]);
});

test("nonsense finds nothing", () => {
  expect(search("zzzzqq")).toEqual([]);
});
