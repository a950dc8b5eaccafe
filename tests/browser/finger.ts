/** The extension's pages on a phone: narrow, and with a finger in the place of a pointer. */
import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import { inFirefoxWindow } from "./firefox-window.ts";
import type { Session } from "./launch.ts";
import { expectRoom } from "./reflow.ts";

/**
 * With 1 Firefox takes what points for a finger, and lays scrollbars over the page. Pages that are open follow at once.
 */
const settings = ["ui.primaryPointerCapabilities", "ui.allPointerCapabilities", "ui.useOverlayScrollbars"];
const inFirefox = (session: Session, change: (name: string) => string) =>
  inFirefoxWindow(session.browser, `${settings.map((name) => change(JSON.stringify(name))).join("; ")}; ""`);

/**
 * Runs `work` in a browser that has a finger to point with. Chromium says so of one page (`narrow`). Firefox would load
 * the page anew for that, which WebDriver may not with a page of an extension: there they are settings of the browser.
 */
export async function withFinger(session: Session, work: () => Promise<unknown>): Promise<void> {
  if (session.name === "firefox") await inFirefox(session, (name) => `Services.prefs.setIntPref(${name}, 1)`);
  try {
    await work();
  } finally {
    if (session.name === "firefox")
      await inFirefox(session, (name) => `Services.prefs.clearUserPref(${name})`);
  }
}

/** Makes the window as wide as a phone's. */
export async function narrow({ name }: Session, page: Page, width: number): Promise<void> {
  const phone = name === "chromium" ? { hasTouch: true, isMobile: true } : {};
  await page.setViewport({ width, height: 700, ...phone });
  expect(await page.evaluate(`matchMedia("(pointer: coarse)").matches`)).toBe(true);
  expect(await page.evaluate("document.documentElement.getBoundingClientRect().width")).toBe(width);
}

/** What can be pressed and is smaller than a fingertip either way; links within text are as high as their line. */
const small = `(() =>
  [...document.querySelectorAll("button, select, summary, input:not([type=file]), nav a, label:has(input)")].filter((e) => {
    if (!e.checkVisibility() || e.matches("label > input")) return false;
    const { width, height } = e.getBoundingClientRect();
    return Math.min(width, height) < 43.9;
  }).map((e) => e.localName + "." + e.className + " " + Math.round(e.getBoundingClientRect().height) + " " +
    (e.getAttribute("aria-label") ?? e.textContent).slice(0, 30)))()`;

/** Nothing is too small for a finger (44 pixels), or for the window. */
export async function expectHandy(page: Page, what: string): Promise<void> {
  expect({ what, small: await page.evaluate(small) }).toEqual({ what, small: [] });
  await expectRoom(page, what);
}
