import { expect, test } from "vitest";
import { seen } from "../../../lib/background/answers.ts";
import { createRevealed } from "../../../lib/background/revealed.ts";
import { createSession } from "./fixtures.ts";

test("what is revealed in a tab is known there, and after the worker's sleep", async () => {
  const area = createSession();
  const revealed = createRevealed(area);
  await Promise.all([revealed.add(7, [1, 2]), revealed.add(7, [2, 3]), revealed.add(8, [9])]);
  expect(await createRevealed(area).of(7)).toEqual([1, 2, 3]);
  await revealed.forget(7);
  expect(await revealed.of(7)).toEqual([]);
  expect(await revealed.of(8)).toEqual([9]);
});

test("the oldest go", async () => {
  const revealed = createRevealed(createSession());
  await revealed.add(
    1,
    Array.from({ length: 450 }, (_, i) => i),
  );
  await revealed.add(
    1,
    Array.from({ length: 100 }, (_, i) => 1000 + i),
  );
  const keys = await revealed.of(1);
  expect(keys).toHaveLength(500);
  expect(keys).toContain(1099);
  expect(keys).not.toContain(0);
});

test("an area that fails once does not stop what comes after", async () => {
  const area = createSession();
  const revealed = createRevealed({ ...area, set: () => Promise.reject(new Error("full")) });
  await expect(revealed.add(1, [1])).rejects.toThrow("full");
  expect(await revealed.of(1)).toEqual([]);
});

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
