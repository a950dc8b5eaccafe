/** The colour scheme that the system prefers, changed under an open page. */
import type { Page } from "puppeteer-core";
import { inFirefoxWindow } from "./firefox-window.ts";
import type { Session } from "./launch.ts";
import { until } from "./look.ts";

export const schemes = ["dark", "light"] as const;
export type Scheme = (typeof schemes)[number];

/** Firefox's own setting, for all pages: WebDriver has none. */
export const schemePref = "layout.css.prefers-color-scheme.content-override";
export const schemeValue = (scheme: Scheme): number => (scheme === "dark" ? 0 : 1);

/**
 * Resolves when the page has heard of it and shows it: no colour is on its way any more. In Firefox it holds for the
 * whole browser, which should be nobody else's.
 */
export async function turnTo({ name, browser }: Session, page: Page, scheme: Scheme): Promise<void> {
  if (name === "firefox") {
    const set = `Services.prefs.setIntPref("${schemePref}", ${schemeValue(scheme)})`;
    await inFirefoxWindow(browser, `${set}; ""`);
  } else await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await until(async () => {
    if (!(await page.evaluate(`matchMedia("(prefers-color-scheme: ${scheme})").matches`)))
      throw new Error(`the page does not hear that ${scheme} is preferred`);
  });
  await page.evaluate(
    "Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => {})",
  );
}
