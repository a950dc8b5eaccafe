/**
 * Figures of a test run, for docs/reliability.md (`npm run reliability`): each test that counts something writes it
 * down here, by its name.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect } from "vitest";

export const figuresFolder = join(import.meta.dirname, "../.cache/figures/");

/** Is this a run with `SOAK`, of which the same test has other figures? */
const soak = process.env["SOAK"] !== undefined;

/**
 * Notes what has been tried, and in which file; the last run of a test counts, and the last one with `SOAK`. Says it,
 * too, to whoever runs that test alone.
 */
export function record(name: string, figures: Readonly<Record<string, number>>): void {
  mkdirSync(figuresFolder, { recursive: true });
  const file = `${name.replace(/\W+/g, "-")}${soak ? "-soak" : ""}.json`;
  const test = relative(join(import.meta.dirname, ".."), expect.getState().testPath ?? "").replaceAll(
    "\\",
    "/",
  );
  writeFileSync(figuresFolder + file, JSON.stringify({ name, test, soak, figures }));
  console.log(`${name}: ${JSON.stringify(figures)}`);
}
