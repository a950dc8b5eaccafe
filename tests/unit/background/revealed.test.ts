import { expect, test } from "vitest";
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
