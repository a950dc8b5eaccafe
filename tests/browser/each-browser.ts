/** The same tests in Chromium and in Firefox: one site for all tests of a file, and one browser. */
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import type { BrowserName } from "./find.ts";
import { type LaunchOptions, launch, type Session } from "./launch.ts";
import { type Site, serve } from "./server.ts";
import { borrow, giveBack } from "./shared.ts";

export interface Here {
  session: Session;
  site: Site;
  /** Loads an address in a tab of its own, which is closed after the test. */
  open(url: string): Promise<Page>;
}

/** Both, or the one that the environment names: `npm test` has them run beside each other. */
export const browsers = (["chromium", "firefox"] as const).filter(
  (name) => (process.env.BROWSER ?? name) === name,
);

/** `npm run soak`: with what takes minutes. */
export const soak = process.env["SOAK"] !== undefined;

interface Options extends LaunchOptions {
  /** In this browser with `npm run soak` only. Both were seen to do the same, and the test command has 20 minutes. */
  readonly seldom?: BrowserName;
  readonly own?: boolean;
}

/** In a browser that no other file is given: what the tests do to it cannot be taken back. */
export const ownBrowser: Options = { own: true };

/** Of our own pages, where no browser has anything of its own. */
export const seldomInChromium: Options = { seldom: "chromium" };
export const seldomInFirefox: Options = { seldom: "firefox" };

/** In the browser that files share (shared.ts), unless the options ask for another. */
export function eachBrowser(tests: (here: Here) => void, { seldom, own, ...options }: Options = {}): void {
  for (const name of browsers) {
    const { change, ...others } = options;
    // Chromium has to be started with what is changed.
    const alone = own || Object.keys(others).length > 0 || (change && name === "chromium");
    // Skipped, not left out: a file without a test counts as a failure.
    describe.skipIf(name === seldom && !soak)(name, () => {
      const here = {} as Here;
      const opened: Page[] = [];
      here.open = async (url) => {
        const page = await here.session.newPage();
        opened.push(page);
        await page.goto(url);
        return page;
      };
      beforeAll(async () => {
        here.site = await serve();
        here.session = alone ? await launch(name, options) : await borrow(name);
        if (change && !alone) await here.session.replaceExtension({ change });
      });
      afterEach(async () => {
        for (const page of opened.splice(0)) await page.close().catch(() => {});
      });
      afterAll(async () => {
        here.site?.close();
        if (alone) await here.session?.close();
        else if (here.session) {
          if (change) await here.session.replaceExtension({});
          giveBack(here.session);
        }
      });
      tests(here);
    });
  }
}
