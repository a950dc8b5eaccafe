/** A page of the extension in the eyes of axe-core. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong, one line each. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(`${axe}; 1`);
  // What else it has looked at is not described: nobody reads that.
  return (await page.evaluate(`axe.run(document, { iframes: false, resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.target + " (" + n.failureSummary + ")")))`)) as string[];
}
