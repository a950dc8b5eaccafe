import { expect, test } from "vitest";
import { seen } from "../../../lib/preferences/seen.ts";

test("having seen something moves progress to there, and never back", () => {
  const at = (part: number, episode: number) => ({ state: "watching", part, episode }) as const;
  expect(seen({}, "x", { part: 1, episode: 3 })).toEqual({ shows: { x: at(1, 3) } });
  expect(seen({ x: at(1, 2) }, "x", { part: 2, episode: 1 })).toEqual({ shows: { x: at(2, 1) } });
  expect(seen({ x: at(2, 2) }, "x", { part: 1, episode: 9 })).toBeUndefined();
  expect(seen({ x: { state: "watched" } }, "x", undefined)).toBeUndefined();
  expect(seen({ x: at(1, 2) }, "x", { part: 1 })).toEqual({ shows: { x: at(2, 0) } });
  expect(seen({ x: at(1, 2) }, "x", undefined)).toEqual({ shows: { x: { state: "watched" } } });
  expect(seen({}, "x", { source: true })).toEqual({ shows: { x: { state: "watched" } } });
});

test("having seen the last episode of the last part, or what stands somewhere in it, is having watched it all", () => {
  const watched = { shows: { x: { state: "watched" } } };
  const end = { part: 2, episode: 12 };
  expect(seen({}, "x", { part: 1, episode: 1 }, { part: 1, episode: 1 })).toEqual(watched);
  expect(seen({}, "x", end, end)).toEqual(watched);
  expect(seen({}, "x", { part: 2 }, end)).toEqual(watched);
  for (const where of [
    { part: 1, episode: 13 },
    { part: 2, episode: 11 },
  ])
    expect(seen({}, "x", where, end)).toEqual({ shows: { x: { state: "watching", ...where } } });
  expect(seen({}, "x", { part: 1 }, end)).toEqual({
    shows: { x: { state: "watching", part: 2, episode: 0 } },
  });
});
