/** The extension's pages in the eyes of axe-core, light and dark, and on a narrow screen. */
import { describe, expect, it } from "vitest";
import { sections } from "../../lib/ui/options/sections.ts";
import { page } from "./articles.ts";
import { violations } from "./axe.ts";
import { eachBrowser } from "./each-browser.ts";
import { until, veiled } from "./look.ts";
import { inOptions } from "./options.ts";
import { inPopup } from "./popup.ts";

/** Pixels that the page is wider than its window, in whose width Firefox counts the scrollbar. */
const overhang = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

for (const scheme of ["light", "dark"] as const) {
  describe(scheme, () => {
    eachBrowser(
      (here) => {
        it("finds nothing wrong with the popup", async () => {
          const open = await here.open(here.site.put("axe", page));
          await veiled(open);
          await inPopup(here.session, async (popup) => {
            expect(await popup.evaluate(`matchMedia("(prefers-color-scheme: ${scheme})").matches`)).toBe(
              true,
            );
            await until(async () =>
              expect(await popup.$eval("body", (e) => e.textContent)).toContain("1 passage hidden"),
            );
            expect(await violations(popup)).toEqual([]);
            // A show and the menu open, and a toast.
            await (await popup.waitForSelector(".show-text"))!.click();
            await (await popup.waitForSelector(".progress > select"))!.select("watching");
            await popup.waitForSelector(".toast");
            await (await popup.waitForSelector(".menu summary"))!.click();
            expect(await violations(popup)).toEqual([]);
            await popup.$eval(".toast .button", (e) => (e as HTMLButtonElement).click());
            await popup.$eval(".menu summary", (e) => (e as HTMLElement).click());
            for (const words of ["madoka", "no such show at all"]) {
              await popup.$eval("[role=searchbox]", (e) => (e as HTMLInputElement).select());
              await popup.type("[role=searchbox]", words);
              expect(await violations(popup), words).toEqual([]);
            }
          });
        });

        it.each(
          sections,
        )("finds nothing wrong with the options page, nothing too wide: %s", async (section) => {
          await inOptions(here.session, section, async (options) => {
            await options.waitForSelector("main > :nth-child(3)");
            await options.$eval("main", (main) => main.querySelector("details")?.setAttribute("open", ""));
            expect(await violations(options)).toEqual([]);
            await options.setViewport({ width: 320, height: 640 });
            expect(await options.evaluate(overhang)).toBe(0);
          });
        });

        it("finds nothing wrong with the welcome page, nothing too wide", async () => {
          const welcome = await here.session.openExtensionPage("welcome.html");
          await welcome.waitForSelector("h1");
          expect(await violations(welcome)).toEqual([]);
          await welcome.setViewport({ width: 320, height: 640 });
          expect(await welcome.evaluate(overhang)).toBe(0);
          await welcome.close();
        });
      },
      { scheme, seldom: "firefox" },
    );
  });
}
