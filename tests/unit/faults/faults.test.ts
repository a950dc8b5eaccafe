/**
 * Nothing that was confirmed is lost, whatever happens between any two steps of the work. `SOAK_STEPS` for a longer run
 * (`npm run soak`).
 */
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { record } from "../../figures.ts";
import { type Step, step } from "./steps.ts";
import { take } from "./take.ts";
import { type Figures, World } from "./world.ts";

const wanted = Number(process.env["SOAK_STEPS"] ?? 10_000);
const each = 50;

/** Killed while it makes a change that has been made twice before: found by the random steps. */
const edit = { shows: { constructor: { state: "watched" } } } as const;
const again: Step[] = [
  { do: "both", edits: [edit, edit] },
  { do: "edit", edit, fault: { after: 0, kind: "kill" } },
  { do: "undo", fault: undefined },
  { do: "undo", fault: undefined },
];
/** Refused after it had been carried out, where the disk was full in between: found by the random steps. */
const row = { show: "alpha", progress: { state: "watched" }, updatedAt: "x" };
const repairs = Array.from({ length: 40 }, (_, after): Step[] => [
  { do: "damage", table: "progress", row },
  { do: "repair", fault: { after, kind: "quota" } },
]);
/** Killed when the last that there was had just been discarded: not to be taken for lost. Found by the random steps. */
const discards = Array.from({ length: 15 }, (_, after): Step[] => [
  { do: "damage", table: "rules", row: { id: "r1", rule: "none" } },
  { do: "discard", fault: { after, kind: "kill" } },
]);
/** Killed at each place of a store that is made anew: the old one is deleted before the new one is written. */
const rebuilds = (["newer", "unreadable"] as const).flatMap((how) =>
  (["kill", "late-kill", "abort"] as const).flatMap((kind) =>
    Array.from({ length: 30 }, (_, after): Step[] => [
      {
        do: "edit",
        edit: {
          shows: { gamma: { state: "watched" } },
          rules: { r1: { id: "r1", kind: "name", text: "L" } },
        },
      },
      { do: "damage", table: "progress", row },
      { do: "edit", edit: { shows: { alpha: { state: "open" } }, sites: { localhost: false } } },
      { do: "rebuild", how, fault: { after, kind } },
    ]),
  ),
);
const examples: [Step[]][] = [again, ...repairs, ...discards, ...rebuilds].map((steps) => [steps]);

const figures: Figures = {
  steps: 0,
  kills: 0,
  keptByKill: 0,
  quota: 0,
  aborts: 0,
  damaged: 0,
  repairs: 0,
  rebuilt: 0,
  lost: 0,
};
afterAll(() => record("faults of the store", { ...figures }));

test(`${wanted} random steps with random kills, full disks and damage: nothing is lost`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: each, maxLength: each }), async (steps) => {
      const world = new World(figures);
      for (const next of steps) await take(world, next);
      await world.life.end();
    }),
    { numRuns: examples.length + Math.ceil(wanted / each), endOnFailure: false, examples },
  );
  expect(figures.steps).toBeGreaterThanOrEqual(wanted);
  expect(figures.kills).toBeGreaterThan(wanted / 100);
}, 3_600_000);
