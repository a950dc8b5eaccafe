/**
 * Nothing that was confirmed is lost, whatever happens between any two steps of the work. `SOAK_STEPS` for a longer run
 * (`npm run soak`).
 */
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { record } from "../../figures.ts";
import { step } from "./steps.ts";
import { createWorld, type Figures } from "./world.ts";

const wanted = Number(process.env["SOAK_STEPS"] ?? 10_000);
const each = 50;

const figures: Figures = {
  steps: 0,
  kills: 0,
  keptByKill: 0,
  quota: 0,
  aborts: 0,
  damaged: 0,
  repairs: 0,
  lost: 0,
};
afterAll(() => record("faults of the store", { ...figures }));

test(`${wanted} random steps with random kills, full disks and damage: nothing is lost`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: each, maxLength: each }), async (steps) => {
      const world = createWorld(figures);
      for (const next of steps) await world.take(next);
      await world.end();
    }),
    { numRuns: Math.ceil(wanted / each), endOnFailure: false },
  );
  expect(figures.steps).toBeGreaterThanOrEqual(wanted);
  expect(figures.kills).toBeGreaterThan(wanted / 100);
}, 3_600_000);
