/**
 * Figures of a test run, for docs/reliability.md (`npm run reliability`): each test that counts something writes it
 * down here, by its name.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const figuresFolder = join(import.meta.dirname, "../.cache/figures/");

/** Notes what has been tried; the last run of a test counts. */
export function record(name: string, figures: Readonly<Record<string, number>>): void {
  mkdirSync(figuresFolder, { recursive: true });
  const file = `${name.replace(/\W+/g, "-")}.json`;
  writeFileSync(figuresFolder + file, JSON.stringify({ name, figures }));
}
