import { expect, test } from "vitest";
import { type Progress, passed } from "../../../lib/catalog/progress.ts";
import type { Place } from "../../../lib/catalog/types.ts";

const at = (part: number, episode: number): Progress => ({ state: "watching", part, episode });
const places: (Place | undefined)[] = [undefined, { source: true }, { part: 1 }, { part: 1, episode: 1 }];

test("who has not started has passed nothing", () => {
  for (const place of places) expect(passed(undefined, place)).toBe(false);
});

test("who has watched it all, or wants no shield, has passed everything", () => {
  for (const place of places) {
    expect(passed({ state: "watched" }, place)).toBe(true);
    expect(passed({ state: "open" }, place)).toBe(true);
  }
});

test("the episode being watched is passed, the next is not", () => {
  expect(passed(at(1, 3), { part: 1, episode: 2 })).toBe(true);
  expect(passed(at(1, 3), { part: 1, episode: 3 })).toBe(true);
  expect(passed(at(1, 3), { part: 1, episode: 4 })).toBe(false);
});

test("earlier parts are passed whatever the episode, later ones are not", () => {
  expect(passed(at(2, 1), { part: 1, episode: 24 })).toBe(true);
  expect(passed(at(2, 1), { part: 1 })).toBe(true);
  expect(passed(at(2, 24), { part: 3, episode: 1 })).toBe(false);
});

test("without an episode a place is passed only with its part", () => {
  expect(passed(at(1, 99), { part: 1 })).toBe(false);
});

test("what only the source tells, or what has no known place, is not passed on the way", () => {
  expect(passed(at(9, 99), { source: true })).toBe(false);
  expect(passed(at(9, 99), undefined)).toBe(false);
});

test("part and episode 0 have passed nothing", () => {
  expect(passed(at(1, 0), { part: 1, episode: 1 })).toBe(false);
});
