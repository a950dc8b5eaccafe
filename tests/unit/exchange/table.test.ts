// Tables, as spreadsheets save them or hand them over when they are copied.
import { expect, test } from "vitest";
import { readText } from "../../../lib/exchange/read.ts";
import type { EntryList } from "../../../lib/exchange/types.ts";

const read = (text: string) => readText(text) as EntryList;
const monster = { titles: ["Monster"], status: "watching", watched: 12, episodes: 74, upTo: true };
const nana = { titles: ["Nana"], status: "completed" };

test.each([
  ["commas", "Title,Status,Progress,Episodes\nMonster,Watching,12,74\nNana,Completed,,\n"],
  ["semicolons", "Titel;Stand;Fortschritt;Folgen\r\nMonster;Sehe ich gerade;12;74\r\nNana;gesehen;;\r\n"],
  ["tabs", "タイトル\t状況\t話数\t全話数\nMonster\t視聴中\t12\t74\nNana\t視聴済み\t\t"],
  [
    "Markdown",
    "| Anime | Status | Watched |\n|---|:--:|---|\n| Monster | watching | 12/74 |\n| Nana | completed | |\n",
  ],
  [
    "quotation marks",
    '"series_title","my_status","my_watched_episodes","total"\n"Monster","Watching","12","74"\n"Nana","Completed","",""\n',
  ],
  [
    "columns of no use",
    "#,Name,Score,Status,Progress,Notes\n1,Monster,9,Watching,12 / 74,slow\n2,Nana,8,completed,,\n",
  ],
])("parted by %s", (_, text) => {
  expect(read(text)).toMatchObject({ form: "titles", broken: 0, entries: [monster, nana] });
});

test.each([
  ["Attack on Titan", "1", "Attack on Titan Season 1"],
  ["Attack on Titan", "02", "Attack on Titan Season 02"],
  ["Attack on Titan", "S2", "Attack on Titan S2"],
  ["Attack on Titan", "Staffel 2", "Attack on Titan Staffel 2"],
  ["Attack on Titan", "Final Season", "Attack on Titan Final Season"],
  ["進撃の巨人", "2期", "進撃の巨人 2期"],
  ["Attack on Titan Season 2", "2", "Attack on Titan Season 2"],
  ["86", "1", "86 Season 1"],
  ["Attack on Titan", "1-3", "Attack on Titan Season 3"],
  ["Attack on Titan", "OVA", "Attack on Titan OVA"],
  ["Attack on Titan", "-", "Attack on Titan"],
  ["Attack on Titan", "Winter 2013", "Attack on Titan"],
  ["Attack on Titan", "Fall", "Attack on Titan"],
  ["Attack on Titan", "2013", "Attack on Titan"],
  ["Attack on Titan", "", "Attack on Titan"],
])("a season in a column of its own: %s, %s", (title, season, called) => {
  const { entries } = read(`Title,Season,Status\n${title},${season},Completed\n`);
  expect(entries).toMatchObject([{ titles: [called], status: "completed" }]);
});

test("MyAnimeList's export as a table has the season's episodes", () => {
  const head = "series_title,series_type,series_episodes,my_watched_episodes,my_status";
  expect(read(`${head}\nShingeki no Kyojin,TV,25,25,Completed\n`).entries).toMatchObject([
    { titles: ["Shingeki no Kyojin"], status: "completed", watched: 25, episodes: 25 },
  ]);
});

test("what stands in quotation marks may have signs, line ends and marks in it", () => {
  const { entries } = read('Title,Status\n"Re:Zero, ""starting"" \nlife",Dropped\n  "Nana" ,Completed');
  expect(entries).toMatchObject([
    { titles: ['Re:Zero, "starting" life'], status: "dropped" },
    { titles: ["Nana"], status: "completed" },
  ]);
});

test("a tick says that it is watched, an empty cell below one that it is not, and a number of episodes alone says nothing of how far one is", () => {
  const { entries } = read("Anime,Watched,Episodes\nNana,x,47\nMonster,,74\nAkira,yes,1\n");
  expect(entries.map(({ status, watched, episodes }) => [status, watched, episodes])).toEqual([
    ["completed", undefined, 47],
    ["planned", undefined, 74],
    ["completed", undefined, 1],
  ]);
  // Where nothing is marked, the reader says what lines mean.
  const [unmarked] = read("Anime,Watched,Episodes\nMonster,,74\n").entries;
  expect([unmarked?.status, unmarked?.watched]).toEqual([undefined, undefined]);
});

test("an empty cell at a line's end does not take the next line with it", () => {
  const { entries } = read('Title,Status\nNana,\n"Monster",Dropped\n');
  expect(entries.map(({ titles: [title], status }) => [title, status])).toEqual([
    ["Nana", "planned"],
    ["Monster", "dropped"],
  ]);
});

test.each([
  ["Watched", "TRUE", "completed"],
  ["Watched", "✔️", "completed"],
  ["Gesehen", "WAHR", "completed"],
  ["Watched", "FALSE", "planned"],
  ["Watched", "No", "planned"],
  ["Gesehen", "FALSCH", "planned"],
  ["Vus", "non", "planned"],
  ["Watched", "2021-05-03", "planned"],
  ["Watched", "Completed", "completed"],
  ["Status", "Want to watch", "planned"],
  ["Status", "Not started", "planned"],
  ["Status", "not-started", "planned"],
  ["Status", "PTW", "planned"],
  ["Status", "Unwatched", "planned"],
  ["Status", "To watch", "planned"],
  ["Status", "Won’t watch", "dropped"],
  ["Status", "Stalled", "paused"],
  ["Status", "In progress", "watching"],
  ["Status", "Done", "completed"],
  ["Stand", "geschaut", "completed"],
  ["Stand", "noch nicht gesehen", "planned"],
  ["Statut", "à regarder", "planned"],
  ["Estado", "sin ver", "planned"],
  ["Situação", "não assistido", "planned"],
  ["状態", "未視聴", "planned"],
  ["Status", "a word that nobody knows", "planned"],
])("%s: %s", (column, cell, status) => {
  expect(read(`Title,${column}\nNana,${cell}\n`).entries).toMatchObject([{ titles: ["Nana"], status }]);
});

test("of two columns that say how far, the one with something in it does", () => {
  const { entries } = read("Title,Watched,Progress\nNana,x,\nMonster,,12\n");
  expect(entries).toMatchObject([nana, { titles: ["Monster"], status: undefined, watched: 12 }]);
});

test("a box that is not ticked says more than a state that may be the show's own; a number counts by itself", () => {
  const { entries } = read("Title,Status,Watched\nNana,Finished,FALSE\nAkira,Finished,TRUE\nMonster,?,12\n");
  expect(entries.map(({ status, watched }) => [status, watched])).toEqual([
    ["planned", undefined],
    ["completed", undefined],
    [undefined, 12],
  ]);
});

test.each([
  [
    "in the first line, and before what stands in quotation marks",
    '\tTitle\tStatus\n1\tNana\tCompleted\n\t"Akira"\tDropped',
  ],
  ["and lines that end as they did on old machines", ",Title,Status\r1,Nana,Completed\r,Akira,Dropped\r"],
])("an empty cell is one at a line's beginning too: %s", (_, text) => {
  expect(read(text)).toMatchObject({ broken: 0, entries: [nana, { titles: ["Akira"], status: "dropped" }] });
});

test("lines without a title are counted", () => {
  expect(read("Title,Status\nNana,Completed\n,Dropped\n\n")).toMatchObject({ broken: 1, entries: [nana] });
});

test("a list of titles is none, whatever signs it has", () => {
  const titles = (text: string) => read(text).entries.map((entry) => entry.titles[0]);
  expect(titles("Title, Name\nAkira")).toEqual(["Title, Name", "Akira"]);
  expect(titles("Hakuouki; Season 2\nStatus, Progress")).toEqual(["Hakuouki; Season 2", "Status, Progress"]);
});

test("a first line that no hand has written is not taken apart", { retry: 3 }, () => {
  const before = performance.now();
  expect(() => read(`Title,Status,${"a,".repeat(2_000_000)}`)).toThrow("unknownForm");
  expect(performance.now() - before).toBeLessThan(500);
});

test("a table that never ends a quotation mark is read in no time, and so is one of 50,000 lines", {
  retry: 3,
}, () => {
  const before = performance.now();
  expect(read(`Title,Status\nNana,\n"x${'""'.repeat(200_000)}`)).toMatchObject({ broken: 1 });
  expect(read(`Title,Status\n${"Nana,Completed\n".repeat(50_000)}`).entries).toHaveLength(50_000);
  expect(performance.now() - before).toBeLessThan(2_000);
});

test("no table is cut off without a word: one that is too long is none", () => {
  const markdown = (rows: number) =>
    `| Title | Status |\n| --- | --- |\n${"| Nana | Completed |\n".repeat(rows)}`;
  expect(read(markdown(50_000)).entries).toHaveLength(50_000);
  expect(() => read(markdown(50_001))).toThrow("unknownForm");
});
