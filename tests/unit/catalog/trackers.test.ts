import { expect, test } from "vitest";
import { checkCatalog, checkShow } from "../../../lib/catalog/build/check.ts";
import { listTrackers } from "../../../lib/catalog/build/trackers.ts";
import type { ShowFile } from "../../../lib/catalog/schema.ts";
import { file, show } from "./fixtures.ts";

const errors = (trackers: ShowFile["trackers"]) =>
  checkShow("quiet-orrery.json", file({ trackers })).errors.map((e) => e.replace("quiet-orrery.json: ", ""));

// The show of the fixtures has parts of 12 and 10 episodes.
test.each<[string, NonNullable<ShowFile["trackers"]>, string]>([
  ["in a part that the show does not have", [{ part: 3, mal: 1 }], "trackers.0: there is no part 3"],
  ["beyond its part", [{ part: 2, episode: 11, mal: 1 }], "trackers.0: part 2 has only 10 episodes"],
  ["beyond the show", [{ part: 2, episodes: 11, mal: 1 }], "trackers.0: reaches beyond the last part"],
  ["without an id", [{ part: 1 }], "trackers.0: none of mal, anilist, kitsu"],
  [
    "out of order",
    [
      { part: 2, mal: 1 },
      { part: 1, mal: 2 },
    ],
    "trackers.1: starts inside the entry before it",
  ],
  [
    "inside another",
    [
      { part: 1, episodes: 13, mal: 1 },
      { part: 2, mal: 2 },
    ],
    "trackers.1: starts inside the entry before it",
  ],
])("an entry %s is refused", (_, trackers, message) => {
  expect(errors(trackers)).toEqual([message]);
});

test("entries for all parts, one a part, several in one part, and none are right", () => {
  expect(errors([{ part: 1, mal: 1 }])).toEqual([]);
  expect(
    errors([
      { part: 1, mal: 1 },
      { part: 2, anilist: 1 },
    ]),
  ).toEqual([]);
  expect(
    errors([
      { part: 1, mal: 1 },
      { part: 1, episode: 7, mal: 2 },
    ]),
  ).toEqual([]);
  expect(errors(undefined)).toEqual([]);
});

test("two shows cannot have one entry", () => {
  const twice = (id: string) => show({ id, trackers: [{ part: 1, mal: 5, anilist: id === "a" ? 5 : 6 }] });
  expect(checkCatalog([twice("a"), twice("b")])).toEqual(["b.json: trackers.0.mal: 5 is also in a.json"]);
});

test("each entry is listed with the episodes that it covers", () => {
  const split = show({
    trackers: [
      { part: 1, mal: 1 },
      { part: 1, episode: 7, mal: 2, anilist: 20 },
      { part: 2, episodes: 4, mal: 3 },
    ],
  });
  const whole = show({ id: "whole", trackers: [{ part: 1, mal: 9 }] });
  expect(listTrackers([split, show({ id: "unknown" }), whole])).toEqual([
    {
      id: "quiet-orrery",
      entries: [
        { part: 1, episode: 1, episodes: 6, mal: 1 },
        { part: 1, episode: 7, episodes: 6, mal: 2, anilist: 20 },
        { part: 2, episode: 1, episodes: 4, mal: 3 },
      ],
    },
    { id: "whole", entries: [{ part: 1, episode: 1, episodes: 22, mal: 9 }] },
  ]);
});
