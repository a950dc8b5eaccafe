import { expect, test } from "vitest";
import { matchEntry } from "../../../lib/exchange/match.ts";
import type { Entry } from "../../../lib/exchange/types.ts";
import { index } from "./fixtures.ts";

const entry = (title: string, more: Partial<Entry> = {}): Entry => ({
  titles: [title],
  medium: "anime",
  status: "completed",
  ...more,
});

/** "titan 25-37": the episodes, counted through. Or the doubt. */
function matched(e: Entry): string {
  const match = matchEntry(index, e);
  return match.sure ? `${match.span.show.show.id} ${match.span.from}-${match.span.to}` : match.doubt;
}

test.each([
  ["Attack on Titan", 25, "titan 0-25"],
  ["Shingeki no Kyojin", 25, "titan 0-25"],
  ["SHINGEKI NO KYOJIN", undefined, "titan 0-25"],
  ["進撃の巨人", 25, "titan 0-25"],
  ["Attack on Titan Season 2", 12, "titan 25-37"],
  ["Attack on Titan 2nd Season", 12, "titan 25-37"],
  ["Attack on Titan II", 12, "titan 25-37"],
  ["Attack on Titan 2", 12, "titan 25-37"],
  ["Attack on Titan S2", 12, "titan 25-37"],
  ["Attack on Titan: Second Season", undefined, "titan 25-37"],
  ["Attack on Titan Season 3", 12, "titan 37-49"],
  ["Attack on Titan Season 3 Part 2", 10, "titan 49-59"],
  ["Attack on Titan Season 3 Part 2", undefined, "episodes"],
  ["Shingeki no Kyojin: The Final Season", 16, "titan 59-75"],
  ["Attack on Titan: The Final Season", 16, "titan 59-75"],
  ["Attack on Titan Final Season Part 2", 12, "titan 75-87"],
  ["Attack on Titan Season 9", 12, "part"],
  ["Attack on Titan OVA", 3, "part"],
  ["Attack on Titan Season 3 Specials", 3, "part"],
  ["Mahou Shoujo Madoka Magica", 12, "madoka 0-12"],
  ["Puella Magi Madoka Magica the Movie: Rebellion", 1, "madoka 12-13"],
  ["K-On!", 14, "k-on 0-14"],
  ["K-ON!!", 26, "k-on 14-41"],
  ["K-On! The Movie", 1, "k-on 41-42"],
  ["Steins;Gate", 24, "steins 0-24"],
  ["Steins Gate 0", 23, "steins-0 0-23"],
  ["Bleach", 41, "bleach 0-41"],
  ["Bleach", 366, "episodes"],
  ["Hunter x Hunter", 62, "episodes"],
  ["Hunter × Hunter (2011)", 148, "hxh 0-148"],
  ["Hunter x Hunter (1999)", undefined, "part"],
  ["Nisemonogatari", 11, "monogatari 15-26"],
  ["Kimetsu no Yaiba: Entertainment District Arc", 11, "slayer 33-44"],
  ["Kimetsu no Yaiba Movie: Mugen Train", 1, "slayer 26-27"],
  ["Kimetsu no Yaiba: Yuukaku-hen", 11, "part"],
  ["Kimi no Na wa.", 1, "name 0-1"],
  ["Kimi no Na wo", 1, "unknown"],
  ["Berserk", 25, "twin-a 0-25"],
  ["Berserk", undefined, "ambiguous"],
  ["Cowboy Bebop", 26, "unknown"],
])("%s (%s episodes): %s", (title, episodes, found) => {
  expect(matched(entry(title, { episodes }))).toBe(found);
});

test("an id counts more than a title, and says which half of a season it is", () => {
  expect(matched(entry("whatever it is called", { mal: 38524, episodes: 10 }))).toBe("titan 49-59");
  expect(matched({ titles: [], medium: "anime", status: "completed", anilist: 110277 })).toBe("titan 59-75");
  expect(matched({ titles: [], medium: "anime", status: "completed", kitsu: 41982 })).toBe("titan 49-59");
  expect(matched({ titles: [], medium: "manga", status: "completed", kitsu: 41982 })).toBe("unknown");
});

test("a title whose id is another's is not believed", () => {
  expect(matched(entry("Hunter x Hunter", { mal: 136 }))).toBe("id");
  expect(matched(entry("Hunter x Hunter", { mal: 11061, episodes: 148 }))).toBe("hxh 0-148");
});

test("any of the titles may be the one, and the one that names a part wins", () => {
  const titles = ["Shingeki no Kyojin 2", "Attack on Titan Season 2", "進撃の巨人", "AOT2"];
  expect(matched(entry("", { titles }))).toBe("titan 25-37");
  expect(matched(entry("", { titles: ["Kimetsu no Yaiba: Yuukaku-hen", "Demon Slayer"] }))).toBe("part");
  expect(matched(entry("", { titles: ["Steins;Gate", "K-On!"] }))).toBe("ambiguous");
});

test.each([
  ["Fate/stay night (2006)", "night 0-24"],
  ["Fate/stay night", "night 0-49"],
  ["Code Geass: Lelouch of the Rebellion", "geass 0-25"],
  ["Code Geass: Lelouch of the Rebellion R2", "geass 25-50"],
  ["コードギアス", "geass 0-50"],
  ["Fairy Tail (2009)", "tail 0-175"],
  ["Fairy Tail (2014)", "tail 175-277"],
  ["Fairy Tail", "tail 0-277"],
  ["Hunter x Hunter (2011)", "hxh 0-148"],
])("a name that means only the first part: %s", (title, found) => {
  expect(matched(entry(title, { upTo: true, status: undefined }))).toBe(found);
});

test.each([
  ["Tokyo Ghoul Season 1", "ghoul 0-12"],
  ["Tokyo Ghoul Season 2", "part"],
  ["Tokyo Ghoul:re", "ghoul 24-36"],
  ["Tokyo Ghoul:re 2nd Season", "ghoul 36-48"],
  ["Naruto Season 1", "part"],
  ["Naruto", "naruto 0-220"],
])("a season of the show's own, and none of hundreds of episodes: %s", (title, found) => {
  expect(matched(entry(title, { upTo: true, status: undefined }))).toBe(found);
});

test("acronyms count only where a person has written the line", () => {
  expect(matched(entry("aot", { upTo: true, status: undefined }))).toBe("titan 0-87");
  expect(matched(entry("AoT"))).toBe("unknown");
});

test("a film or special that is called like the series is neither", () => {
  expect(matched(entry("Steins;Gate", { kind: "film" }))).toBe("part");
  expect(matched(entry("Steins;Gate", { kind: "extra" }))).toBe("part");
  expect(matched(entry("Your Name", { kind: "film" }))).toBe("name 0-1");
  // The film tells all of an arc that was also shown in episodes.
  const train = entry("Kimetsu no Yaiba Movie: Mugen Train", { kind: "film", episodes: 1 });
  expect(matched(train)).toBe("slayer 26-33");
  expect(matched(entry("Your Name", { kind: "series" }))).toBe("part");
});

test("a manga is matched with shows that are manga only", () => {
  expect(matched(entry("Attack on Titan", { medium: "manga" }))).toBe("unknown");
  expect(matched(entry("Oyasumi Punpun", { medium: "manga" }))).toBe("punpun 0-13");
});
