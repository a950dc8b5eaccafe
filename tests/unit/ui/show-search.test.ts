import { beforeAll, expect, test } from "vitest";
import { listShows } from "../../../lib/catalog/build/plugin.ts";
import { readValidShows } from "../../../lib/catalog/build/read.ts";
import { createSearch, prepareSearch } from "../../../lib/ui/show-search.ts";

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
beforeAll(prepareSearch);
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
  ["しゅたいんず", "steins"],
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

const whole = createSearch(listShows(readValidShows()));

test.each([
  ["romaji", "shingeki no kyojin", "attack-on-titan"],
  ["the native title", "進撃の巨人", "attack-on-titan"],
  ["the short form", "aot", "attack-on-titan"],
  ["a slip of the pen", "attak on titan", "attack-on-titan"],
  ["romaji", "sousou no frieren", "frieren"],
  ["the native title", "葬送のフリーレン", "frieren"],
  ["a slip of the pen", "frieran", "frieren"],
  // Others have more names like it.
  ["a slip of the pen", "evangelon", "neon-genesis-evangelion"],
  ["a slip of the pen", "clanad", "clannad"],
  ["the short form", "jjk", "jujutsu-kaisen"],
  ["a slip of the pen", "jujutsu kaizen", "jujutsu-kaisen"],
  ["the short form", "konosuba", "konosuba"],
  ["romaji", "sen to chihiro", "spirited-away"],
  ["the native title", "千と千尋", "spirited-away"],
  ["without its signs", "steinsgate", "steins-gate"],
])("of the whole catalog, by %s: %s", (_how, words, id) => {
  expect(whole(words)[0]?.id).toBe(id);
});
