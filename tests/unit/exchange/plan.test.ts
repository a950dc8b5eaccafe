import { expect, test } from "vitest";
import { undecided } from "../../../lib/exchange/decisions.ts";
import { matchAll } from "../../../lib/exchange/match-all.ts";
import { createNearest } from "../../../lib/exchange/nearest.ts";
import { editOf, planList } from "../../../lib/exchange/plan.ts";
import { readText } from "../../../lib/exchange/read.ts";
import type { EntryList } from "../../../lib/exchange/types.ts";
import { catalog, index, malFile, planOf } from "./fixtures.ts";

const season = (title: string, episodes: number, more: object = {}) => ({
  title,
  episodes,
  watched: episodes,
  ...more,
});

/** What the plan sets, by show. */
const changes = async (...args: Parameters<typeof planOf>) =>
  editOf(await planOf(...args), new Set()).shows ?? {};

test("seasons add up to one point of our show", async () => {
  const file = malFile([
    season("Shingeki no Kyojin", 25),
    season("Shingeki no Kyojin Season 2", 12),
    season("Shingeki no Kyojin Season 3", 12),
    season("Shingeki no Kyojin Season 3 Part 2", 10, { status: "Watching", watched: 4 }),
  ]);
  expect(await changes(file)).toEqual({ titan: { state: "watching", part: 3, episode: 16 } });
});

test.each([
  ["Completed", 24, { state: "watched" }],
  ["Watching", 7, { state: "watching", part: 1, episode: 7 }],
  ["On-Hold", 7, { state: "watching", part: 1, episode: 7 }],
  ["Dropped", 7, { state: "watching", part: 1, episode: 7 }],
  ["Dropped", 0, { state: "planned" }],
  ["Plan to Watch", 0, { state: "planned" }],
  ["Watching", 0, { state: "watching", part: 1, episode: 0 }],
  ["Watching", 24, { state: "watching", part: 1, episode: 24 }],
  ["Watching", 99, { state: "watching", part: 1, episode: 24 }],
  ["Completed", 0, { state: "watched" }],
])("%s with %i episodes", async (status, watched, progress) => {
  expect(await changes(malFile([{ title: "Steins;Gate", episodes: 24, status, watched }]))).toEqual({
    steins: progress,
  });
});

const anilist = (status: string, progress: number, episodes: number, english: string) =>
  JSON.stringify([{ status, progress, media: { id: 999_999, episodes, title: { english } } }]);
const kitsu = (status: string, progress: number, episodeCount: number, canonicalTitle: string) =>
  JSON.stringify({
    data: [
      {
        type: "libraryEntries",
        attributes: { status, progress },
        relationships: { anime: { data: { type: "anime", id: "999999" } } },
      },
    ],
    included: [{ type: "anime", id: "999999", attributes: { canonicalTitle, episodeCount } }],
  });

test.each([
  [
    "MyAnimeList",
    malFile([{ title: "Your Name.", episodes: 1, watched: 1, status: "Watching", type: "Movie" }]),
  ],
  [
    "MyAnimeList, on hold",
    malFile([{ title: "Your Name.", episodes: 1, watched: 1, status: "On-Hold", type: "Movie" }]),
  ],
  ["AniList", anilist("CURRENT", 1, 1, "Your Name.")],
  ["Kitsu", kitsu("current", 1, 1, "Your Name.")],
  ["a plain list", "Your Name. - ep 1"],
  ["a plain list that counts them", "Your Name. - episode 1 of 1"],
  ["a plain list with a mark", "Your Name. - ep 1 (watching)"],
])("of a film one episode is all: %s", async (_, file) => {
  expect(await changes(file)).toEqual({ name: { state: "watched" } });
});

test.each<[string, object]>([
  ["Steins;Gate - ep 24", { steins: { state: "watched" } }],
  ["Steins;Gate - ep 23", { steins: { state: "watching", part: 1, episode: 23 } }],
  ["Steins;Gate - ep 0", { steins: { state: "watching", part: 1, episode: 0 } }],
  // Counted through all parts, and within the last.
  ["K-On! - ep 42", { "k-on": { state: "watched" } }],
  ["K-On!! - ep 27", { "k-on": { state: "watching", part: 2, episode: 27 } }],
  ["Attack on Titan: The Final Season Part 2 - ep 12", { titan: { state: "watched" } }],
  // The list says otherwise.
  ["K-On!! - ep 27 of 30", { "k-on": { state: "watching", part: 2, episode: 27 } }],
  [
    "Attack on Titan: The Final Season Part 2 - 12/13",
    { titan: { state: "watching", part: 5, episode: 12 } },
  ],
  ["Steins;Gate - ep 24 (watching)", { steins: { state: "watching", part: 1, episode: 24 } }],
  ["Steins;Gate - ep 24 - dropped", { steins: { state: "watching", part: 1, episode: 24 } }],
  ["[ ] Steins;Gate - ep 24", { steins: { state: "planned" } }],
  [anilist("CURRENT", 24, 24, "Steins;Gate"), { steins: { state: "watching", part: 1, episode: 24 } }],
  [kitsu("on_hold", 24, 24, "Steins;Gate"), { steins: { state: "watching", part: 1, episode: 24 } }],
])("the last episode by count is the end, unless the list says otherwise: %s", async (file, progress) => {
  expect(await changes(file)).toEqual(progress);
});

const anilistRow = (media: object, progress: number) => ({ status: "CURRENT", progress, media });
test.each<[string, object, object]>([
  [
    // At MyAnimeList a manga has the number that an anime of the catalog has there.
    "chapters of a manga whose number is that of an anime",
    { type: "MANGA", lists: [{ entries: [anilistRow({ id: 30002, idMal: 16498, title: {} }, 364)] }] },
    {},
  ],
  [
    "the same where nothing says that it is a manga",
    [anilistRow({ id: 30002, idMal: 16498, title: {} }, 364)],
    {},
  ],
  [
    "chapters of the manga of an anime",
    [anilistRow({ format: "MANGA", title: { english: "Attack on Titan" } }, 30)],
    {},
  ],
  [
    "chapters of a manga that the catalog has",
    [anilistRow({ chapters: 147, title: { english: "Goodnight Punpun" } }, 5)],
    { punpun: { state: "watching", part: 1, episode: 5 } },
  ],
  [
    "episodes of an anime of a manga that the catalog has",
    [anilistRow({ episodes: 13, type: "ANIME", title: { english: "Goodnight Punpun" } }, 5)],
    {},
  ],
  [
    "an anime, though the query asked for chapters as well",
    [anilistRow({ id: 16498, format: "TV", episodes: 25, chapters: null, title: {} }, 5)],
    { titan: { state: "watching", part: 1, episode: 5 } },
  ],
])("AniList: %s", async (_, json, wanted) => {
  expect(await changes(JSON.stringify(json))).toEqual(wanted);
});

test("a sequel that is a show of its own stays one", async () => {
  const file = malFile([
    season("Steins;Gate", 24),
    season("Steins;Gate 0", 23, { status: "Watching", watched: 2 }),
  ]);
  expect(await changes(file)).toEqual({
    steins: { state: "watched" },
    "steins-0": { state: "watching", part: 1, episode: 2 },
  });
});

test("one entry for all seasons is counted through", async () => {
  expect(await changes(malFile([{ title: "Bleach", status: "Watching", watched: 30 }]))).toEqual({
    bleach: { state: "watching", part: 2, episode: 10 },
  });
});

test("two halves that make up our season are both recognised, one of them is not", async () => {
  const halves = [season("Spy x Family", 12), season("Spy x Family Part 2", 13)];
  expect(await changes(malFile(halves))).toEqual({ spy: { state: "watching", part: 1, episode: 25 } });
  const plan = await planOf(malFile(halves.slice(0, 1)));
  expect(plan.changes).toEqual([]);
  expect(plan.unrecognised).toMatchObject([
    { doubt: "episodes", candidates: [{ show: { show: { id: "spy" } } }] },
  ]);
});

test("a later season without the earlier ones is not taken for both; the reader may say so", async () => {
  const file = malFile([season("Attack on Titan", 25), season("Attack on Titan Season 3", 22)]);
  const [row] = (await planOf(file)).changes;
  expect(row?.to).toEqual({ state: "watching", part: 1, episode: 25 });
  expect(row?.beyond).toEqual({ state: "watching", part: 3, episode: 22 });
  expect(await changes(file, {}, { beyond: new Set(["titan"]) })).toEqual({
    titan: { state: "watching", part: 3, episode: 22 },
  });
});

test("what the reader has seen already closes a gap, so that the next import goes on from there", async () => {
  const file = malFile([
    season("Attack on Titan", 25),
    season("Attack on Titan Season 3", 22),
    season("Shingeki no Kyojin: The Final Season", 16, { status: "Watching", watched: 4 }),
  ]);
  const here = (part: number, episode: number) => ({ titan: { state: "watching", part, episode } }) as const;
  expect(await changes(file, here(3, 22))).toEqual(here(4, 4));
  // The list goes on only behind another gap, or not at all: it stays as it is.
  expect(await changes(file, here(2, 3))).toEqual({});
  expect(await changes(file, here(5, 1))).toEqual({});
  // Where the list is to replace it, only the list counts.
  expect(await changes(file, here(3, 22), { replace: true })).toEqual(here(1, 25));
});

test("progress never goes back, and what is never shielded stays so, unless the list is to replace it", async () => {
  const file = malFile([
    season("Steins;Gate", 24, { status: "Watching", watched: 3 }),
    season("Bleach", 20, { status: "Watching", watched: 3 }),
    season("Your Name.", 1, { type: "Movie" }),
    season("K-On!", 14),
  ]);
  const shows = {
    steins: { state: "watched" },
    bleach: { state: "open" },
    name: { state: "watched" },
    "k-on": { state: "watching", part: 1, episode: 3 },
  } as const;
  const plan = await planOf(file, shows);
  expect(plan.changes.map(({ show }) => show.id)).toEqual(["k-on"]);
  expect(plan.kept.map(({ show }) => show.id)).toEqual(["bleach", "steins"]);
  expect(plan.same).toBe(1);
  expect(Object.keys(await changes(file, shows, { replace: true })).sort()).toEqual([
    "bleach",
    "k-on",
    "steins",
  ]);
});

test("a plain line means what the reader says that lines mean", async () => {
  const text = "AoT\nAttack on Titan: Season 2 - ep 3\nMonogatari\n[ ] Steins;Gate";
  const rest = { steins: { state: "planned" } };
  expect(await changes("AoT\nMonogatari\n[ ] Steins;Gate")).toEqual({
    titan: { state: "watched" },
    monogatari: { state: "watched" },
    ...rest,
  });
  expect(await changes(text, {}, { plain: "planned" })).toEqual({
    titan: { state: "watching", part: 2, episode: 3 },
    monogatari: { state: "planned" },
    ...rest,
  });
});

test("what was not recognised can be given a show and part; what is skipped is not written", async () => {
  const file = malFile([season("Kimetsu no Yaiba", 26), season("Kimetsu no Yaiba: Yuukaku-hen", 11)]);
  const { entries } = readText(file) as EntryList;
  const matched = await matchAll(index, entries);
  const plan = planList(index, matched, {}, undecided);
  expect(plan.unrecognised.map(({ doubt }) => doubt)).toEqual(["part"]);
  expect(editOf(plan, new Set()).shows).toEqual({ slayer: { state: "watching", part: 1, episode: 26 } });
  const choose = (part: number) =>
    planList(
      index,
      matched,
      {},
      { ...undecided, chosen: new Map([[entries[1]!, { show: "slayer", part }]]) },
    );
  expect(choose(1).changes[0]?.to).toEqual({ state: "watching", part: 2, episode: 7 });
  expect(choose(2).changes[0]?.beyond).toEqual({ state: "watched" });
  expect(editOf(plan, new Set(["slayer"]))).toEqual({});
});

test("a film that is given the part it tells tells all of it, however many episodes that has", async () => {
  const film = season("Kimetsu no Yaiba: Mugen Ressha-hen", 1, { type: "Movie" });
  const { entries } = readText(malFile([season("Kimetsu no Yaiba", 26), film])) as EntryList;
  const chosen = new Map([[entries[1]!, { show: "slayer", part: 1 }]]);
  const plan = planList(index, await matchAll(index, entries), {}, { ...undecided, chosen });
  expect(plan.changes[0]?.to).toEqual({ state: "watching", part: 2, episode: 7 });
});

test("a list of one show over and over does not hang", { retry: 3 }, async () => {
  const { entries } = readText("Steins;Gate - ep 3\n".repeat(40_000)) as EntryList;
  const matched = await matchAll(index, entries.slice(0, 1));
  const many = entries.map((entry) => ({ entry, match: matched[0]!.match }));
  const start = performance.now();
  expect(planList(index, many, {}, undecided).changes).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(2000);
});

test("duplicates say the same as one", async () => {
  const twice = [season("Steins;Gate", 24), season("Steins;Gate", 24, { status: "Watching", watched: 3 })];
  expect(await changes(malFile(twice))).toEqual({ steins: { state: "watched" } });
});

test("the nearest titles are offered: those in doubt first, else those that look alike", async () => {
  const nearest = createNearest(catalog);
  const plan = await planOf("Cowboy Bebop\nStiens Gate\nBerserk");
  const offered = plan.unrecognised.map((item) => [item.entry.titles[0], nearest(item).map(({ id }) => id)]);
  expect(offered).toEqual([
    ["Berserk", ["twin-a", "twin-b"]],
    ["Cowboy Bebop", []],
    ["Stiens Gate", ["steins", "steins-0"]],
  ]);
});

test("for a manga no anime is offered: its chapters would be taken for episodes", async () => {
  const nearest = createNearest(catalog);
  const rows = [
    anilistRow({ format: "MANGA", title: { english: "Atack on Titan" } }, 139),
    anilistRow({ format: "MANGA", title: { english: "Goodnight Pumpun" } }, 139),
    anilistRow({ format: "TV", title: { english: "Atack on Titan" } }, 139),
  ];
  const { unrecognised } = await planOf(JSON.stringify(rows));
  expect(unrecognised.map((item) => nearest(item).map(({ id }) => id))).toEqual([[], ["punpun"], ["titan"]]);
});
