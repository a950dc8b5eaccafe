/** What is not as it should be in what was measured, one line each. */
import type { Measured } from "./measure.ts";
import { isClean, type Row } from "./row.ts";

/** CSS pixels: less is a rounding of the browser's. */
const still = 0.5;
/** A frame or two are not enough to say that nothing is shown. */
const fewFrames = 20;

const rows = (list: readonly Row[] = []) =>
  list
    .filter((row) => !isClean(row))
    .map(({ app, step, cell, notes }) => `${app}, ${step}: ${JSON.stringify(cell)} ${notes.join(" | ")}`);

/** All demands on what was measured, or on a part of it. */
export function faults(of: Partial<Measured>): string[] {
  const { accessibility = [], leaks = [], frames = [], shifts = [], restored = [] } = of;
  return [
    ...rows(of.loading),
    ...rows(of.settled),
    ...rows(of.hydration),
    ...rows(of.lateHydration),
    ...accessibility.flatMap(({ app, covered, veiled }) =>
      [...covered, ...veiled].map((line) => `accessibility: ${app}: ${line}`),
    ),
    ...leaks.filter((leak) => leak.veiled).map((leak) => `leaks when veiled: ${leak.way}`),
    ...leaks
      .filter((leak) => !leak.revealed)
      .map((leak) => `does not even find what is revealed: ${leak.way}`),
    ...frames
      .filter(({ exposed, frames }) => exposed || frames < fewFrames)
      .map(({ what, exposed, frames }) => `${what}: ${exposed} texts shown in ${frames} frames`),
    ...frames
      .filter(({ passages, hidden }) => hidden !== passages)
      .map(({ what, passages, hidden }) => `${what}: ${hidden} of ${passages} passages veiled`),
    ...shifts
      .filter(({ veils, moved, score }) => !veils || moved >= still || (score ?? 0) >= 0.005)
      .map((shift) => `moves, or has nothing to hide: ${JSON.stringify(shift)}`),
    ...restored
      .filter(({ veils, equal, differences }) => !veils || !equal || differences.length)
      .map(({ what, differences }) => `not restored: ${what}: ${differences.join(", ")}`),
  ];
}
