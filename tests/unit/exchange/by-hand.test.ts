// What lists and tables that people write by hand say of seasons.
import { expect, test } from "vitest";
import { editOf } from "../../../lib/exchange/plan.ts";
import { planOf } from "./fixtures.ts";

const changes = async (text: string) => editOf(await planOf(text), new Set()).shows;

test.each<[string, object]>([
  ["Attack on Titan - ep 25 (completed)", { state: "watching", part: 1, episode: 25 }],
  ["Title,Watched,Status\nAttack on Titan,25,Completed", { state: "watching", part: 1, episode: 25 }],
  ["Title,Season,Status\nAttack on Titan,1,Completed", { state: "watching", part: 1, episode: 25 }],
  ["Title,Season,Status\nAttack on Titan,2,Completed", { state: "watching", part: 2, episode: 12 }],
  ["Title,Season,Episode\nAttack on Titan,3,5", { state: "watching", part: 3, episode: 5 }],
  ["Attack on Titan - ep 87 (completed)", { state: "watched" }],
  ["Title,Watched,Status\nAttack on Titan,0,Completed", { state: "watched" }],
  ["Attack on Titan (completed)", { state: "watched" }],
])("a season that is completed is not the whole show: %s", async (text, progress) => {
  expect(await changes(text)).toEqual({ titan: progress });
});

test.each([
  "Naruto S1E5",
  "Title,Season,Episode\nNaruto,1,5",
])("an episode of the first season is counted from the beginning: %s", async (text) => {
  expect(await changes(text)).toEqual({ naruto: { state: "watching", part: 1, episode: 5 } });
});
