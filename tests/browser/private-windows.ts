/** Private windows: extensions are let into them by their owner alone. */
import type { Page } from "puppeteer-core";
import { inFirefoxWindow } from "./firefox-window.ts";
import { built, geckoId, type Session } from "./launch.ts";
import { api } from "./popup.ts";

/** As "Run in Private Windows" on the add-on's page. */
const allow = `(async () => {
  const load = (name) => ChromeUtils.importESModule("resource://gre/modules/" + name + ".sys.mjs");
  const { extension } = WebExtensionPolicy.getByID("${geckoId}");
  await load("ExtensionPermissions").ExtensionPermissions.add(
    "${geckoId}", { permissions: ["internal:privateBrowsingAllowed"], origins: [] }, extension);
  await (await load("AddonManager").AddonManager.getAddonByID("${geckoId}")).reload();
  return "";
})()`;

/** Lets the extension into private windows, as its owner does in the browser's settings. It starts anew. */
export async function letIn({ name, browser }: Session): Promise<void> {
  if (name === "firefox") await inFirefoxWindow(browser, allow);
  else await browser.installExtension(built.chromium, { enabledInIncognito: true });
}

/** Opens an address in a private window of its own. `own`: a page of the extension. */
export async function openPrivately({ name, browser }: Session, own: Page, url: string): Promise<Page> {
  const address = JSON.stringify(url);
  if (name === "firefox") {
    const rights = "Services.scriptSecurityManager.getSystemPrincipal()";
    await inFirefoxWindow(
      browser,
      `(async () => {
        const other = OpenBrowserWindow({ private: true });
        await new Promise((done) => other.addEventListener("load", done, { once: true }));
        await other.delayedStartupPromise;
        other.gBrowser.selectedBrowser.loadURI(Services.io.newURI(${address}), { triggeringPrincipal: ${rights} });
        return "";
      })()`,
    );
  } else await own.evaluate(`${api}.windows.create({ incognito: true, url: ${address} }).then(() => {})`);
  const end = Date.now() + 60_000;
  for (;;) {
    for (const page of await browser.pages(true).catch(() => [])) {
      // The tab may just be leaving its blank page.
      const at = await page.evaluate("location.href").catch(() => "");
      if (at === url) return page;
    }
    if (Date.now() > end) throw new Error("no private window has come with the page");
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Of each tab that the extension knows of, whether it is private. */
export const privacyOfTabs = (own: Page): Promise<boolean[]> =>
  own.evaluate(`${api}.tabs.query({}).then((tabs) => tabs.map(({ incognito }) => incognito))`) as Promise<
    boolean[]
  >;
