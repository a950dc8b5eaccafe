/** The toolbar's button and the pause that ends by the clock. */
import type { Page } from "puppeteer-core";
import { afterEach, expect, it } from "vitest";
import { article, page, spoiler } from "./articles.ts";
import { control, press } from "./by-name.ts";
import { ahead, back, withClock } from "./clock.ts";
import { eachBrowser } from "./each-browser.ts";
import { clear, texts, until, veiled, veils } from "./look.ts";
import { inPopup, say } from "./popup.ts";
import { inExtension } from "./tell.ts";
import { type Button, button, titleElsewhere, withIcons } from "./toolbar-button.ts";
import { sleep } from "./worker.ts";

const minute = 60_000; // ms
const on: Button = {
  badge: "1",
  title: "Spoiler Shield: 1 passage hidden",
  icon: "16.png",
  elsewhere: "16.png",
};
const paused: Button = {
  badge: "",
  title: expect.stringMatching(/^Spoiler Shield: paused until \d{1,2}:\d\d [AP]M$/),
  icon: "16-paused.png",
  elsewhere: "16-paused.png",
};
/** A page on which nothing is hidden. */
const bread = article("<h1>Bread</h1><p>Let it rest.</p>", "Bread");

/** A pause whose end a test can wait for. */
const short = (popup: Page) => say(popup, { type: "edit", edit: { pause: { until: Date.now() + 3_000 } } });

eachBrowser(
  (here) => {
    afterEach(() =>
      inExtension(here.session, async (own) => {
        await back(own);
        await say(own, { type: "erase" });
      }),
    );

    it("says that the shield is off on a site, and nothing of it elsewhere", async () => {
      const tab = await here.open(here.site.put("off", page));
      await veiled(tab);
      await inPopup(here.session, async (popup) => {
        const shows = (what: Button) =>
          until(async () => expect(await button(here.session, popup)).toEqual(what));
        await shows(on);
        await press(popup, "switch", "Shield this site");
        await shows({
          badge: "off",
          title: "Spoiler Shield: off on this site",
          icon: "16-off.png",
          elsewhere: "16.png",
        });
        await press(popup, "switch", "Shield this site");
        await shows(on);
      });
    });

    it("pauses everywhere for fifteen minutes, says so, and comes back by itself", async () => {
      const tab = await here.open(here.site.put("paused", page));
      await veiled(tab);
      await inPopup(here.session, async (popup) => {
        const shows = (what: Button) =>
          until(async () => expect(await button(here.session, popup)).toEqual(what));
        await shows(on);
        await (await popup.waitForSelector(".menu summary"))!.click();
        await press(popup, "button", "For 15 minutes");
        await clear(tab, "b", spoiler);
        await shows(paused);
        expect(await popup.$eval(".site", (e) => e.textContent)).toMatch(/Paused until \d+:\d\d/);
        const other = await here.open(here.site.put("other", page));
        await clear(other, "b", spoiler);
        await ahead(popup, 14 * minute, tab, other);
        for (const each of [tab, other]) await clear(each, "b", spoiler);
        // The last of it passes by itself: nobody does anything.
        const { pause } = await say(popup, { type: "preferences" });
        await ahead(popup, Number(pause?.until) - Date.now() - 700, tab, other);
        for (const each of [tab, other]) {
          await until(async () => expect(await veils(each)).toBe(1));
          expect((await texts(each)).b).not.toContain("Charlotte");
        }
        await other.close();
        await shows(on);
        await popup.bringToFront();
        await control(popup, "switch", "Shield this site");
        await popup.waitForSelector(".menu summary");
      });
    });

    it("is paused no longer than the pause where nothing is hidden and no popup open", async () => {
      const tab = await here.open(here.site.put("bread", bread));
      await inPopup(here.session, async (popup) => {
        const shows = (what: Button) =>
          until(async () => expect(await button(here.session, popup)).toEqual(what), 8000);
        // A popup that is not to be seen asks for nothing.
        await tab.bringToFront();
        await short(popup);
        await shows(paused);
        await shows({ badge: "", title: "Spoiler Shield", icon: "16.png", elsewhere: "16.png" });
      });
      await inPopup(here.session, async (popup) => {
        await control(popup, "switch", "Shield this site");
        expect(await popup.$eval(".site", (e) => e.textContent)).not.toContain("Paused");
      });
    });

    it("sees that a pause has ended when the browser wakes it", async ({ skip }) => {
      // Firefox lets nobody stop an extension's background.
      if (here.session.name === "firefox") skip();
      const blank = await here.open("about:blank");
      await inPopup(here.session, async (popup) => {
        const title = () => titleElsewhere(popup);
        await blank.bringToFront();
        const { pause } = await short(popup);
        await until(async () => expect(await title()).toContain("paused until"));
        await sleep(here.session, popup);
        await popup.evaluate(`new Promise((done) => setTimeout(done, ${Number(pause?.until)} - Date.now()))`);
        expect(await title()).toContain("paused until");
        await here.open("about:blank");
        await until(async () => expect(await title()).toBe("Spoiler Shield"));
      });
    });
  },
  {
    change(folder) {
      withIcons(folder);
      withClock(folder);
    },
  },
);
