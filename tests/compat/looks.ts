/** What a page's style, the paper or the reader's settings make of hidden text: judged by pictures. */
import type { Page } from "puppeteer-core";
import { inFirefoxWindow } from "../browser/firefox-window.ts";
import type { Session } from "../browser/launch.ts";
import { byClock } from "../browser/look.ts";

export interface Look {
  readonly way: string;
  /** The page's own rules. */
  readonly style?: string;
  readonly set?: (session: Session, page: Page) => Promise<unknown>;
  /** Takes back what `set` has changed beyond its tab. */
  readonly unset?: (session: Session) => Promise<unknown>;
}

const colours = "browser.display.document_color_use";

/** Fails where the settings have not reached the page. */
async function expectMedia(page: Page, query: string): Promise<void> {
  await page.waitForFunction(`matchMedia("${query}").matches`, { timeout: 3000, ...byClock });
}

export const looks: readonly Look[] = [
  { way: "the page as it is" },
  {
    way: "print picture",
    async set({ name, browser }, page) {
      await page.bringToFront();
      if (name === "chromium") await page.emulateMediaType("print");
      else
        await inFirefoxWindow(
          browser,
          `gBrowser.selectedBrowser.browsingContext.mediumOverride = "print"; ""`,
        );
      await expectMedia(page, "print");
    },
  },
  {
    way: "forced colours",
    async set({ name, browser }, page) {
      if (name === "firefox")
        await inFirefoxWindow(browser, `Services.prefs.setIntPref("${colours}", 2); ""`);
      else {
        const client = await page.createCDPSession();
        const features = [{ name: "forced-colors", value: "active" }];
        await client.send("Emulation.setEmulatedMedia", { features });
      }
      await expectMedia(page, "(forced-colors: active)");
    },
    async unset({ name, browser }) {
      if (name === "firefox")
        await inFirefoxWindow(browser, `Services.prefs.clearUserPref("${colours}"); ""`);
    },
  },
  {
    way: "high zoom",
    set: (_session, page) => page.setViewport({ width: 500, height: 400, deviceScaleFactor: 4 }),
  },
  {
    way: "page style that fights back",
    style:
      "*{filter:none!important;color:#000!important;-webkit-text-fill-color:#000!important;opacity:1!important;" +
      "visibility:visible!important;animation:none!important;transition:none!important;user-select:text!important}" +
      "body *::highlight(spoiler-cover),body *::selection{color:#000!important;background:#fff!important}",
  },
  {
    way: "text filled with a gradient",
    style: "p{background:linear-gradient(90deg,#000,#333);background-clip:text;color:transparent}",
  },
  {
    way: "text shadow",
    style: "p{text-shadow:0 0 1px #000,1px 0 #000}*{text-shadow:0 0 1px #000!important}",
  },
];
