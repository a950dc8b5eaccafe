/**
 * The extension's pages in the eyes of axe-core, light and dark, with all that they can hold and everything open. Each
 * is opened in the dark, and lit where it stands.
 */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { page } from "./articles.ts";
import { violations } from "./axe.ts";
import { eachBrowser } from "./each-browser.ts";
import { empty, fill, throughSections, unfold } from "./full.ts";
import { until, veiled } from "./look.ts";
import { inOptions } from "./options.ts";
import { inPopup } from "./popup.ts";
import { schemes, turnTo } from "./scheme.ts";

eachBrowser(
  (here) => {
    /** In both schemes nothing is wrong with what the page shows now. */
    async function expectNothing(of: Page, what = "at first"): Promise<void> {
      for (const scheme of schemes) {
        await turnTo(here.session, of, scheme);
        expect(await violations(of), `${scheme}, ${what}`).toEqual([]);
      }
    }

    it("finds nothing wrong with the popup", async () => {
      const open = await here.open(here.site.put("axe", page));
      await veiled(open);
      await inPopup(here.session, async (popup) => {
        await fill(popup);
        await until(async () =>
          expect(await popup.$eval("body", (e) => e.textContent)).toContain("1 passage hidden"),
        );
        await expectNothing(popup);
        // Of hundreds of shows axe has seen enough.
        const search = async (words: string) => {
          await popup.$eval("[role=searchbox]", (e) => (e as HTMLInputElement).select());
          await popup.type("[role=searchbox]", words);
        };
        await search("no such show at all");
        await expectNothing(popup, "none found");
        await search("madoka");
        await expectNothing(popup, "some found");
        // A show and the menu open, and a toast.
        await (await popup.waitForSelector(".show-text"))!.click();
        await (await popup.waitForSelector(".progress > select"))!.select("planned");
        await popup.waitForSelector(".toast");
        await (await popup.waitForSelector(".menu summary"))!.click();
        await expectNothing(popup, "with a show and the menu open");
        await empty(popup);
      });
    });

    it("finds nothing wrong with the options page, in every section", async () => {
      await inOptions(here.session, "shows", async (options) => {
        await fill(options);
        await throughSections(options, (section) => expectNothing(options, section));
        await empty(options);
      });
    });

    it("finds nothing wrong with the welcome page, nor with the preview of a list there", async () => {
      const welcome = await here.session.openExtensionPage("welcome.html");
      await fill(welcome);
      await expectNothing(welcome);
      await unfold(welcome, "lists");
      await expectNothing(welcome, "with the preview");
      await empty(welcome);
      await welcome.close();
    });
  },
  { scheme: "dark", seldom: "firefox" },
);
