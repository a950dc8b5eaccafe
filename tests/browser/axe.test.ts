/** The popup in the eyes of axe-core, light and dark, as it opens and with a search. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { page } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { until, veils } from "./look.ts";
import { inPopup } from "./popup.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong, one line each. */
async function violations(popup: Page): Promise<string[]> {
  await popup.evaluate(`${axe}; 1`);
  return (await popup.evaluate(`axe.run().then(({ violations }) =>
    violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.target + " (" + n.failureSummary + ")")))`)) as string[];
}

for (const scheme of ["light", "dark"] as const) {
  describe(scheme, () => {
    eachBrowser(
      (here) => {
        it("finds nothing wrong with the popup", async () => {
          const open = await here.open(here.site.put("axe", page));
          await until(async () => expect(await veils(open)).toBe(1));
          await inPopup(here.session, async (popup) => {
            expect(await popup.evaluate(`matchMedia("(prefers-color-scheme: ${scheme})").matches`)).toBe(
              true,
            );
            await until(async () =>
              expect(await popup.$eval("body", (e) => e.textContent)).toContain("1 passage hidden"),
            );
            expect(await violations(popup)).toEqual([]);
            for (const words of ["madoka", "no such show at all"]) {
              await popup.$eval("[role=searchbox]", (e) => (e as HTMLInputElement).select());
              await popup.type("[role=searchbox]", words);
              expect(await violations(popup), words).toEqual([]);
            }
          });
        });
      },
      { scheme },
    );
  });
}
