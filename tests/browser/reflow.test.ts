/**
 * Popup, options and welcome page on 320 pixels (as wide as a window of 1280 enlarged to 400 %), with letters of twice
 * the size, and from right to left: in a language of long words and in one without spaces, too, full of all they can
 * hold.
 */
import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { page as article } from "./articles.ts";
import { eachBrowser, soak } from "./each-browser.ts";
import { empty, fill, throughSections, unfold } from "./full.ts";
import { until, veiled } from "./look.ts";
import { inOptions } from "./options.ts";
import { inPopup } from "./popup.ts";
import { expectRoom, thumbOf, titleRuns } from "./reflow.ts";

/** Width, height, and the size of letters in percent. */
const windows = [
  [320, 256, 100],
  [800, 600, 200],
] as const;

/** Looks at the page in each of the windows. */
async function expectRoomEverywhere(page: Page, what: string): Promise<void> {
  for (const [width, height, letters] of windows) {
    await page.setViewport({ width, height });
    const size = await page.evaluate((percent: number) => {
      const now = () => Number.parseFloat(getComputedStyle(document.body).fontSize);
      const { style } = document.documentElement;
      style.fontSize = "100%";
      const usual = now();
      style.fontSize = `${percent}%`;
      return now() / usual;
    }, letters);
    expect(size).toBeCloseTo(letters / 100);
    await until(() => expectRoom(page, `${what}, ${width} px, ${letters} %`));
  }
}

/** Each takes ten seconds: long words from right to left are the hardest, and stand for the others in `npm test`. */
const ways = soak
  ? ([
      ["en", "rtl"],
      ["de", "ltr"],
      ["ja", "ltr"],
    ] as const)
  : ([["de", "rtl"]] as const);

for (const [language, dir] of ways) {
  describe(`${language}, ${dir}`, () => {
    eachBrowser(
      (here) => {
        const turn = (page: Page) => page.evaluate(`document.documentElement.dir = "${dir}"`);

        it("the options page has room for all it says, in every section", async () => {
          await inOptions(here.session, "shows", async (options) => {
            await fill(options);
            await turn(options);
            await throughSections(options, (section) => expectRoomEverywhere(options, section));
            await empty(options);
          });
        });

        it("so has the popup", async () => {
          const open = await here.open(here.site.put("room", article));
          await veiled(open);
          await inPopup(here.session, async (popup) => {
            await fill(popup);
            await turn(popup);
            await (await popup.waitForSelector(".show-text"))!.click();
            await popup.waitForSelector(".stepper");
            const on = (await popup.waitForSelector(".site [aria-checked=true] .switch-track"))!;
            await until(async () => expect(await thumbOf(on)).toBe(dir === "rtl" ? "left" : "right"));
            expect(await titleRuns(popup, ".hack//SIGN")).toBe("right");
            await popup.click(".menu summary");
            await expectRoomEverywhere(popup, "popup");
            await empty(popup);
          });
        });

        it("so has the welcome page", async () => {
          const welcome = await here.session.openExtensionPage("welcome.html");
          await turn(welcome);
          await expectRoomEverywhere(welcome, "welcome");
          await unfold(welcome, "lists");
          await expectRoomEverywhere(welcome, "preview");
          await welcome.close();
        });
      },
      { seldom: "firefox", ...(language === "en" ? {} : { language }) },
    );
  });
}
