/** Popup, options and welcome page on a phone, in both browsers: Firefox for Android shows them as pages in a tab. */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { show } from "./articles.ts";
import { eachBrowser, seldomInFirefox, soak } from "./each-browser.ts";
import { expectHandy, narrow, withFinger } from "./finger.ts";
import { empty, fill, throughSections, unfold } from "./full.ts";
import { until } from "./look.ts";
import { inFrame, inOptions } from "./options.ts";
import { inPopup } from "./popup.ts";

/** What fits the narrowest fits the others; the soak looks. */
const widths = soak ? [320, 360, 412] : [320];

eachBrowser((here) => {
  /** At each width all can be pressed, and all is there. */
  const expectHandyEverywhere = async (page: Page, what: string) => {
    for (const width of widths) {
      await narrow(here.session, page, width);
      await until(() => expectHandy(page, `${what}, ${width} px`));
    }
  };

  it("the popup is a page to use with a finger, with a show open", async () => {
    await withFinger(here.session, () =>
      inPopup(here.session, async (popup) => {
        await fill(popup);
        await popup.type("[role=searchbox]", show.title);
        await popup.$eval(".show-text", (e) => (e as HTMLElement).click());
        await popup.waitForSelector(".stepper");
        await expectHandyEverywhere(popup, "popup");
        await empty(popup);
      }),
    );
  });

  it("so is the options page, in every section", async () => {
    await withFinger(here.session, () =>
      inOptions(here.session, "shows", async (options) => {
        await fill(options);
        await throughSections(options, async (section) => {
          await expectHandyEverywhere(options, section);
          // From this year to that: one beside the other.
          const tops = await options.$$eval(".year", (all) => all.map((e) => e.getBoundingClientRect().top));
          if (section === "shows") expect(tops[1]).toBe(tops[0]);
          // The text that is tried stands there whole.
          if (section === "rules")
            await until(async () => {
              const inside = (what: string) => inFrame(options, `documentElement.${what}`);
              expect(await inside("scrollHeight")).toBe(await inside("clientHeight"));
            });
        });
        await empty(options);
      }),
    );
  });

  it("so is the welcome page, with the preview of a list", async () => {
    await withFinger(here.session, async () => {
      const welcome = await here.session.openExtensionPage("welcome.html");
      await unfold(welcome, "lists");
      await expectHandyEverywhere(welcome, "welcome");
      // A link that looks like a button has its words in the middle, as those have.
      const off = await welcome.$eval("a.button", (e) => {
        const words = document.createRange();
        words.selectNodeContents(e);
        const middle = ({ top, height }: DOMRect) => top + height / 2;
        return middle(words.getBoundingClientRect()) - middle(e.getBoundingClientRect());
      });
      expect(Math.abs(off)).toBeLessThan(2);
      await welcome.close();
    });
  });
}, seldomInFirefox);
