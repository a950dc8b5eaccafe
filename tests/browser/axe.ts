/** A page in the eyes of axe-core: one of the extension's own, or a copy of any other (axe-copy.ts). */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";
import { marked } from "../../lib/page/cover.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong, one line each: the rule, what the element is and has of ours, where it is, and why. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(`${axe}; 1`);
  return page.evaluate(run, marked);
}

/** Runs in the page. */
async function run(covered: string): Promise<string[]> {
  const { axe } = window as unknown as { axe: typeof import("axe-core") };
  const result = await axe.run(document, {
    iframes: false,
    // What else it has looked at is not described: nobody reads that.
    resultTypes: ["violations"],
    elementRef: true,
  });
  const has = (element: HTMLElement | undefined) =>
    (element?.matches(covered) ? ", covered" : "") +
    (element?.querySelector(`spoiler-veil,${covered}`) ? ", with ours" : "");
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ element, target, failureSummary }) =>
        `${id}: ${element?.localName}${has(element)}: ${target} (${failureSummary})`,
    ),
  );
}
