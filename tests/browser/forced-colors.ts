/** The colours of a system that forces them on pages (Windows' contrast themes), put on an open page. */
import type { Page } from "puppeteer-core";
import { inFirefoxWindow } from "./firefox-window.ts";
import type { Session } from "./launch.ts";
import { until } from "./look.ts";

/** Firefox's "Contrast control: custom" for all pages: WebDriver has none. */
const pref = JSON.stringify("browser.display.document_color_use");

/** Runs `work` while they hold, in Firefox for all pages. It is over when the page looks as it did. */
export async function withForcedColors(
  { name, browser }: Session,
  page: Page,
  work: () => Promise<unknown>,
): Promise<void> {
  const client = name === "chromium" ? await page.createCDPSession() : undefined;
  const force = async (on: boolean) => {
    if (client) {
      const features = [{ name: "forced-colors", value: on ? "active" : "none" }];
      await client.send("Emulation.setEmulatedMedia", { features });
    } else {
      const change = on ? `setIntPref(${pref}, 2)` : `clearUserPref(${pref})`;
      await inFirefoxWindow(browser, `Services.prefs.${change}; ""`);
    }
    await until(async () => {
      if ((await page.evaluate("matchMedia('(forced-colors: active)').matches")) !== on)
        throw new Error(`the page does not hear that colours are ${on ? "" : "no longer "}forced`);
    });
  };
  try {
    // A tab behind others has hardly a frame in Firefox, and a colour that slides there never arrives.
    await page.bringToFront();
    await force(true);
    await work();
  } finally {
    await force(false);
    await client?.detach();
  }
}
