/** The extension's pages in the eyes of axe-core, light and dark, with all that they can hold and everything open. */
import { describe, expect, it } from "vitest";
import { sections } from "../../lib/ui/options/sections.ts";
import { page } from "./articles.ts";
import { violations } from "./axe.ts";
import { eachBrowser } from "./each-browser.ts";
import { empty, fill, unfold } from "./full.ts";
import { until, veiled } from "./look.ts";
import { inOptions } from "./options.ts";
import { inPopup } from "./popup.ts";

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
            await fill(popup);
            await until(async () =>
              expect(await popup.$eval("body", (e) => e.textContent)).toContain("1 passage hidden"),
            );
            expect(await violations(popup)).toEqual([]);
            // A show and the menu open, and a toast.
            await (await popup.waitForSelector(".show-text"))!.click();
            await (await popup.waitForSelector(".progress > select"))!.select("planned");
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
            await empty(popup);
          });
        });

        it.each(sections)("finds nothing wrong with the options page: %s", async (section) => {
          await inOptions(here.session, section, async (options) => {
            await fill(options);
            await unfold(options, section);
            expect(await violations(options)).toEqual([]);
            await empty(options);
          });
        });

        it("finds nothing wrong with the welcome page, nor with the preview of a list there", async () => {
          const welcome = await here.session.openExtensionPage("welcome.html");
          await fill(welcome);
          expect(await violations(welcome)).toEqual([]);
          await unfold(welcome, "lists");
          expect(await violations(welcome)).toEqual([]);
          await empty(welcome);
          await welcome.close();
        });
      },
      { scheme, seldom: "firefox" },
    );
  });
}
