/** Lists in JSON: AniList's and Kitsu's. */
import { expect, test } from "vitest";
import { readText } from "../../../lib/exchange/read.ts";
import { list } from "./fixtures.ts";

test("AniList's download of one's own data has ids only", () => {
  const json = {
    user: { id: 1, display_name: "reader" },
    lists: [
      { series_type: 0, series_id: 16498, status: 2, progress: 25, score: 90, notes: null },
      { series_type: 0, series_id: 1, status: 0, progress: 5 },
      { series_type: 1, series_id: 30002, status: 4, progress: 5 },
      { series_type: 0, series_id: 0, status: 2 },
    ],
    activity: [{ object_id: 1 }],
  };
  expect(list(readText(JSON.stringify(json)))).toMatchObject({
    form: "anilist",
    broken: 1,
    entries: [
      { anilist: 16498, status: "completed", watched: 25, titles: [] },
      { anilist: 1, status: "watching", watched: 5 },
      { anilist: 30002, status: "paused", medium: "manga" },
    ],
  });
});

const media = {
  id: 21,
  idMal: 21,
  episodes: null,
  format: "TV",
  title: { romaji: "ONE PIECE", english: "One Piece", native: "ワンピース" },
  synonyms: ["OP"],
};
const row = { id: 9, mediaId: 21, status: "CURRENT", progress: 900, media };

test.each([
  [
    "as the interface answers",
    { data: { MediaListCollection: { lists: [{ name: "Watching", entries: [row] }] } } },
  ],
  [
    "unwrapped",
    {
      lists: [
        { name: "Watching", entries: [row, row] },
        { name: "Mine", entries: [row] },
      ],
    },
  ],
  ["the rows alone", [row]],
  [
    "where the list alone says the status",
    { lists: [{ name: "Watching", status: "CURRENT", entries: [{ ...row, status: undefined }] }] },
  ],
])("AniList's lists %s", (_, json) => {
  expect(list(readText(JSON.stringify(json)))).toMatchObject({
    form: "anilist",
    entries: [
      {
        titles: ["ONE PIECE", "One Piece", "ワンピース", "OP"],
        anilist: 21,
        mal: 21,
        status: "watching",
        watched: 900,
        episodes: undefined,
        kind: "series",
      },
    ],
  });
});

test("what has the same number at MyAnimeList as anime and as manga, or at AniList, is another", () => {
  const of = (media: object) => ({ status: "COMPLETED", media: { title: { english: "T" }, ...media } });
  const rows = [of({ idMal: 21, type: "ANIME" }), of({ idMal: 21, type: "MANGA" }), of({ id: 21 })];
  expect(list(readText(JSON.stringify([...rows, ...rows]))).entries).toHaveLength(3);
});

const punpun = { mediaId: 34632, status: "CURRENT", progress: 40 };
const names = { title: { english: "Goodnight Punpun" }, idMal: 4632 };
test.each<[string, object, "anime" | "manga"]>([
  ["by its type", [{ ...punpun, media: { ...names, type: "MANGA" } }], "manga"],
  ["by its format", [{ ...punpun, media: { ...names, format: "ONE_SHOT" } }], "manga"],
  ["by its chapters", [{ ...punpun, media: { ...names, episodes: null, chapters: 147 } }], "manga"],
  ["by its volumes", [{ ...punpun, media: { ...names, volumes: 13 } }], "manga"],
  ["by what was asked for", [{ ...punpun, media: { ...names, chapters: null } }], "manga"],
  ["by the volumes read", [{ ...punpun, progressVolumes: 3, media: names }], "manga"],
  [
    "by the type of the whole list",
    { type: "MANGA", MediaListCollection: { lists: [{ entries: [{ ...punpun, media: names }] }] } },
    "manga",
  ],
  [
    "by the name of the list",
    { anime: { lists: [] }, mangaList: { lists: [{ entries: [{ ...punpun, media: names }] }] } },
    "manga",
  ],
  [
    "by its own type in a list of manga",
    { manga: [{ ...punpun, media: { ...names, type: "ANIME" } }] },
    "anime",
  ],
  ["by its episodes", [{ ...punpun, media: { ...names, chapters: null, episodes: 12 } }], "anime"],
  ["by its format while it runs", [{ ...punpun, media: { ...media, chapters: null } }], "anime"],
  ["by nothing", [{ ...punpun, media: names }], "anime"],
  [
    "by nothing, though all was asked for",
    [{ ...punpun, media: { ...names, chapters: null, episodes: null } }],
    "anime",
  ],
  ["by the number of its type", { lists: [{ series_type: "1", series_id: 34632, status: 0 }] }, "manga"],
])("AniList's entry is known %s", (_, json, medium) => {
  expect(list(readText(JSON.stringify(json))).entries).toMatchObject([{ medium }]);
});

test("Kitsu's library entries, with the shows and ids that come along", () => {
  const page = {
    data: [
      {
        id: "1",
        type: "libraryEntries",
        attributes: { status: "on_hold", progress: 3, reconsuming: false },
        relationships: { anime: { data: { type: "anime", id: "7442" } } },
      },
      { id: "2", type: "libraryEntries", attributes: { status: "planned" }, relationships: {} },
    ],
    included: [
      {
        id: "7442",
        type: "anime",
        attributes: {
          canonicalTitle: "Attack on Titan",
          titles: { en_jp: "Shingeki no Kyojin", ja_jp: "進撃の巨人" },
          episodeCount: 25,
          subtype: "TV",
        },
        relationships: { mappings: { data: [{ type: "mappings", id: "5" }] } },
      },
      { id: "5", type: "mappings", attributes: { externalSite: "myanimelist/anime", externalId: "16498" } },
    ],
  };
  for (const json of [page, [page]]) {
    expect(list(readText(JSON.stringify(json)))).toMatchObject({
      form: "kitsu",
      broken: 1,
      entries: [
        {
          titles: ["Attack on Titan", "Shingeki no Kyojin", "進撃の巨人"],
          mal: 16498,
          status: "paused",
          watched: 3,
          episodes: 25,
        },
      ],
    });
  }
});

test("a library entry of Kitsu's without its show has its id, which the catalog knows", async () => {
  const entry = (type: string, id: string) => ({
    id: "1",
    type: "libraryEntries",
    attributes: { status: "current", progress: 5 },
    relationships: { [type]: { data: { type, id } } },
  });
  const { entries, broken } = list(
    readText(JSON.stringify({ data: [entry("anime", "5853"), entry("manga", "5853")] })),
  );
  expect(broken).toBe(0);
  expect(entries).toMatchObject([
    { titles: [], kitsu: 5853, status: "watching", watched: 5, medium: "anime" },
    { kitsu: 5853, medium: "manga" },
  ]);
});

test("values of another kind than they should have are no titles, ids or types, whatever they are", () => {
  const odd = { toString: 1, valueOf: 1 };
  const data = { type: "anime", id: "1" };
  const entry = (more: object) => ({
    type: "libraryEntries",
    attributes: { status: "completed", progress: 1 },
    relationships: { anime: { data } },
    ...more,
  });
  const json = {
    data: [
      entry({}),
      entry({ relationships: { anime: { data: { type: odd, id: odd } } } }),
      { type: odd, id: odd },
    ],
    included: [
      { type: odd, id: odd },
      {
        ...data,
        attributes: { canonicalTitle: "Monster", titles: { en: odd }, abbreviatedTitles: [odd] },
        relationships: { mappings: { data: [{ type: odd, id: odd }] } },
      },
    ],
  };
  expect(list(readText(JSON.stringify(json)))).toMatchObject({
    form: "kitsu",
    entries: [{ titles: ["Monster"], kitsu: 1 }],
  });
  const synonyms = Array.from({ length: 300_000 }, () => "x");
  const many = [{ ...row, media: { ...media, synonyms } }];
  expect(list(readText(JSON.stringify(many))).entries[0]?.titles).toContain("x");
});
