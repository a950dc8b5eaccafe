import fc from "fast-check";
import { expect, test } from "vitest";
import type { Progress } from "../../../lib/catalog/progress.ts";
import { expandList, expandShows } from "../../../lib/preferences/expand.ts";
import { catalog } from "./fixtures.ts";

const watched = { state: "watched" } as const;

test.each<[string, Record<string, Progress>, Record<string, Progress>]>([
  ["a sequel watched", { gamma: watched }, { alpha: watched, beta: watched, gamma: watched }],
  [
    "a sequel begun",
    { beta: { state: "watching", part: 1, episode: 1 } },
    { alpha: watched, beta: { state: "watching", part: 1, episode: 1 } },
  ],
  [
    "an older show half seen, its sequel begun",
    { alpha: { state: "watching", part: 1, episode: 2 }, beta: watched },
    { alpha: watched, beta: watched },
  ],
  ["the first show watched says nothing of its sequels", { alpha: watched }, { alpha: watched }],
  ["never shielded says nothing of others", { gamma: { state: "open" } }, { gamma: { state: "open" } }],
  [
    "never shielded stays so",
    { alpha: { state: "open" }, beta: watched },
    { alpha: { state: "open" }, beta: watched },
  ],
  ["a show that the catalog lacks", { omega: watched }, { omega: watched }],
])("%s", (_name, chosen, expanded) => {
  expect(expandShows(chosen, catalog)).toEqual(expanded);
});

test("a circle in the catalog ends", () => {
  const circle = [
    { id: "a", continues: "b" },
    { id: "b", continues: "a" },
  ];
  expect(expandShows({ a: watched }, circle)).toEqual({ a: watched, b: watched });
});

test("nothing that was chosen is shielded more than before, and doing it twice changes nothing", () => {
  const ids = catalog.map((show) => show.id);
  const progress = fc.constantFrom<Progress>(
    watched,
    { state: "open" },
    { state: "watching", part: 1, episode: 4 },
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...ids), progress), (chosen) => {
      const once = expandShows(chosen, catalog);
      expect(expandShows(once, catalog)).toEqual(once);
      for (const id of Object.keys(chosen)) expect([chosen[id], watched]).toContainEqual(once[id]);
    }),
  );
});

test.each<[string, Record<string, Progress>, string[]]>([
  [
    "a show brings what it continues and what continues it",
    { beta: { state: "planned" } },
    ["alpha", "gamma"],
  ],
  ["the first of them too", { alpha: watched }, ["beta", "gamma"]],
  ["never shielded brings nothing", { alpha: { state: "open" } }, []],
  ["an empty list stays empty", {}, []],
])("on the list: %s", (_name, chosen, brought) => {
  const planned = Object.fromEntries(brought.map((id) => [id, { state: "planned" }]));
  expect(expandList(chosen, catalog)).toEqual({ ...planned, ...chosen });
});

test("on the list, not started: what comes before it has not been watched by that", () => {
  expect(expandShows({ gamma: { state: "planned" } }, catalog)).toEqual({ gamma: { state: "planned" } });
});
