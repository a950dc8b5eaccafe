/** A small catalog with one of each kind of show, and files in the public forms. */
import { createCatalogIndex, type MatchShow } from "../../../lib/exchange/catalog-index.ts";
import { type Decisions, undecided } from "../../../lib/exchange/decisions.ts";
import { matchAll } from "../../../lib/exchange/match-all.ts";
import { type Plan, planList } from "../../../lib/exchange/plan.ts";
import { readText } from "../../../lib/exchange/read.ts";
import type { EntryList } from "../../../lib/exchange/types.ts";
import type { Choices } from "../../../lib/preferences/choices.ts";

const show = (
  id: string,
  title: string,
  aliases: string[],
  parts: [title: string, episodes: number][],
  format = "tv",
  year = 2013,
): MatchShow => ({
  id,
  title,
  aliases,
  year,
  format,
  parts: parts.map(([title, episodes]) => ({ title, episodes })),
});

export const catalog: readonly MatchShow[] = [
  show(
    "titan",
    "Attack on Titan",
    ["Shingeki no Kyojin", "AoT", "進撃の巨人", "Attack on Titan: The Final Season"],
    [
      ["Season 1", 25],
      ["Season 2", 12],
      ["Season 3", 22],
      ["The Final Season", 16],
      ["The Final Season Part 2", 12],
    ],
  ),
  show(
    "madoka",
    "Puella Magi Madoka Magica",
    ["Mahou Shoujo Madoka★Magica"],
    [
      ["Puella Magi Madoka Magica", 12],
      ["Rebellion", 1],
    ],
  ),
  show(
    "k-on",
    "K-On!",
    [],
    [
      ["K-On!", 14],
      ["K-On!!", 27],
      ["K-On! The Movie", 1],
    ],
  ),
  show("steins", "Steins;Gate", [], [["Steins;Gate", 24]]),
  show("steins-0", "Steins;Gate 0", [], [["Season 1", 23]]),
  show(
    "bleach",
    "Bleach",
    [],
    [
      ["The Substitute", 20],
      ["Soul Society", 21],
      ["The Blood Warfare", 13],
    ],
  ),
  show(
    "spy",
    "Spy x Family",
    [],
    [
      ["Season 1", 25],
      ["Season 2", 12],
    ],
  ),
  show("hxh", "Hunter x Hunter", ["Hunter x Hunter (2011)"], [["Hunter x Hunter", 148]], "tv", 2011),
  show(
    "monogatari",
    "Bakemonogatari",
    ["Monogatari"],
    [
      ["Bakemonogatari", 15],
      ["Nisemonogatari", 11],
    ],
  ),
  show(
    "slayer",
    "Demon Slayer",
    ["Kimetsu no Yaiba"],
    [
      ["Season 1: Unwavering Resolve Arc", 26],
      ["Mugen Train (film or TV arc)", 7],
      ["Entertainment District Arc", 11],
    ],
  ),
  show("name", "Your Name.", ["Kimi no Na wa."], [["Your Name", 1]], "film", 2016),
  show("twin-a", "Berserk", [], [["Berserk", 25]], "tv", 1997),
  show("twin-b", "Berserk", [], [["Berserk", 24]], "tv", 2016),
  show(
    "night",
    "Fate/stay night",
    ["Fate/stay night (2006)"],
    [
      ["Fate/stay night (2006)", 24],
      ["Unlimited Blade Works", 25],
    ],
    "tv",
    2006,
  ),
  show(
    "geass",
    "Code Geass",
    ["Code Geass: Lelouch of the Rebellion", "コードギアス"],
    [
      ["Lelouch of the Rebellion (R1)", 25],
      ["Lelouch of the Rebellion R2", 25],
    ],
  ),
  show(
    "tail",
    "Fairy Tail",
    [],
    [
      ["Fairy Tail (2009)", 175],
      ["Fairy Tail (2014)", 102],
    ],
    "tv",
    2009,
  ),
  show(
    "ghoul",
    "Tokyo Ghoul",
    ["Tokyo Ghoul:re", "Tokyo Kushu"],
    [
      ["Tokyo Ghoul", 12],
      ["Tokyo Ghoul √A", 12],
      ["Tokyo Ghoul:re", 12],
      ["Tokyo Ghoul:re 2nd Season", 12],
    ],
    "tv",
    2014,
  ),
  show("naruto", "Naruto", [], [["Naruto", 220]], "tv", 2002),
  show("punpun", "Goodnight Punpun", ["Oyasumi Punpun"], [["Volumes", 13]], "manga", 2007),
];

/** Attack on Titan as the trackers divide it: the third season in two. */
export const trackers = [
  {
    id: "titan",
    entries: [
      { part: 1, episode: 1, episodes: 25, mal: 16498, anilist: 16498 },
      { part: 2, episode: 1, episodes: 12, mal: 25777, anilist: 20958 },
      { part: 3, episode: 1, episodes: 12, mal: 35760, anilist: 99147 },
      { part: 3, episode: 13, episodes: 10, mal: 38524, anilist: 104578, kitsu: 41982 },
      { part: 4, episode: 1, episodes: 16, mal: 40028, anilist: 110277 },
      { part: 5, episode: 1, episodes: 12, mal: 48583, anilist: 131681 },
    ],
  },
  { id: "hxh", entries: [{ part: 1, episode: 1, episodes: 148, mal: 11061, anilist: 11061 }] },
];

export const index = createCatalogIndex(catalog, trackers);

/** The plan for a file's text. */
export async function planOf(
  text: string,
  shows: Choices["shows"] = {},
  decisions: Partial<Decisions> = {},
): Promise<Plan> {
  const { entries } = list(readText(text));
  return planList(index, await matchAll(index, entries), shows, { ...undecided, ...decisions });
}

export interface MalEntry {
  readonly id?: number;
  readonly title: string;
  readonly status?: string;
  readonly watched?: number;
  readonly episodes?: number;
  readonly type?: string;
}

/** MyAnimeList's export of anime. */
export function malFile(entries: readonly MalEntry[]): string {
  const body = entries.map(
    ({ id = 0, title, status = "Completed", watched = 0, episodes = 0, type = "TV" }) => `
  <anime>
    <series_animedb_id>${id}</series_animedb_id>
    <series_title><![CDATA[${title}]]></series_title>
    <series_type>${type}</series_type>
    <series_episodes>${episodes}</series_episodes>
    <my_id>0</my_id>
    <my_watched_episodes>${watched}</my_watched_episodes>
    <my_start_date>0000-00-00</my_start_date>
    <my_finish_date>0000-00-00</my_finish_date>
    <my_rated></my_rated>
    <my_score>8</my_score>
    <my_storage></my_storage>
    <my_storage_value>0.00</my_storage_value>
    <my_status>${status}</my_status>
    <my_comments><![CDATA[]]></my_comments>
    <my_times_watched>0</my_times_watched>
    <my_rewatch_value></my_rewatch_value>
    <my_priority>LOW</my_priority>
    <my_tags><![CDATA[]]></my_tags>
    <my_rewatching>0</my_rewatching>
    <my_rewatching_ep>0</my_rewatching_ep>
    <my_discuss>1</my_discuss>
    <my_sns>default</my_sns>
    <update_on_import>0</update_on_import>
  </anime>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- Created by XML Export feature at MyAnimeList.net -->
<myanimelist>
  <myinfo><user_id>1</user_id><user_name>reader</user_name><user_export_type>1</user_export_type></myinfo>${body.join("")}
</myanimelist>`;
}

/** What a file was read as, where that is a list. */
export function list(file: ReturnType<typeof readText>): EntryList {
  if (file.form === "backup") throw new Error("a backup");
  return file;
}
