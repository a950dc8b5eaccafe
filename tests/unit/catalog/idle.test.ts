import { expect, test } from "vitest";
import { idleEntries } from "../../../lib/catalog/build/idle.ts";
import { readShows } from "../../../lib/catalog/build/read.ts";
import { show } from "./fixtures.ts";

const named = show({
  characters: [
    {
      id: "ilven",
      name: "Ilven Marrosk",
      given: "Ilven",
      family: "Marrosk",
      native: "モナド",
      pronoun: "she",
    },
    { id: "carter", name: "Carter", pronoun: "he" },
    { id: "tanaka", name: "Tanaka Kraft", given: "Kraft", family: "Tanaka", pronoun: "he" },
  ],
});
const idle = (common: string[], german: string[] = []) =>
  idleEntries([named], new Set(common), new Set(german));

test("names that the catalog has, in part, whole or in Japanese, and words of titles may stand in the lists", () => {
  expect(idle(["ilven", "ilven marrosk", "モナド", "orrery"], ["kraft"])).toEqual([]);
});

test("what no name has is refused, and a name that the lists of words have anyway", () => {
  expect(idle(["pellam", "tanaka", "carter"], ["orrery"])).toEqual([
    'common-names.json: "pellam" is no name in the catalog',
    'common-names.json: "tanaka" is in a list of words already',
    'common-names.json: "carter" is in a list of words already',
    'german-words.txt: "orrery" is no name of a character',
  ]);
});

test("each entry of the lists changes what some name says", () => {
  expect(idleEntries(readShows().shows)).toEqual([]);
});
