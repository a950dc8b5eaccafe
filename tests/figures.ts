/**
 * Figures of a test run, for docs/reliability.md (`npm run reliability`): each test that counts something writes it
 * down here, by its name.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect } from "vitest";

export const figuresFolder = join(import.meta.dirname, "../.cache/figures/");

/**
 * Notes what has been tried, and in which file; the last run of a test counts. Says it, too, to whoever runs that test
 * alone.
 */
export function record(name: string, figures: Readonly<Record<string, number>>): void {
  mkdirSync(figuresFolder, { recursive: true });
  const file = `${name.replace(/\W+/g, "-")}.json`;
  const test = relative(join(import.meta.dirname, ".."), expect.getState().testPath ?? "").replaceAll(
    "\\",
    "/",
  );
  writeFileSync(figuresFolder + file, JSON.stringify({ name, test, figures }));
  console.log(`${name}: ${JSON.stringify(figures)}`);
}
