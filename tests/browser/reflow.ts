/** What does not fit. */
import type { ElementHandle, Page } from "puppeteer-core";
import UPNG from "upng-js";
import { expect } from "vitest";

/** What stands beyond the window's edges, or is cut by the box that it stands in: described, for the failure's sake. */
const cut = `(() => {
  const width = document.documentElement.clientWidth;
  const said = (e) => e.localName + "." + e.className + " " + e.textContent.slice(0, 40);
  return [...document.querySelectorAll("body *")].filter((e) => {
    if (!e.checkVisibility({ visibilityProperty: true }) || e.closest(".sr-only, svg, option")) return false;
    const { left, right, width: own } = e.getBoundingClientRect();
    if (own === 0) return false;
    const { overflowX, textOverflow } = getComputedStyle(e);
    const clipped = overflowX !== "visible" && textOverflow === "clip" && e.scrollWidth > e.clientWidth + 1;
    return left < -1 || right > width + 1 || (clipped && e.localName !== "input");
  }).map(said);
})()`;

/** Pixels that the page is wider than its window, in whose width Firefox counts the scrollbar. */
const overhang = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/** Nothing stands beyond the window's edges, nothing is cut off, and nobody has to scroll sideways. */
export async function expectRoom(page: Page, what: string): Promise<void> {
  expect({ what, cut: await page.evaluate(cut), overhang: await page.evaluate(overhang) }).toEqual({
    what,
    cut: [],
    overhang: 0,
  });
}

/** At which end of a switch that is on its thumb is painted; undefined: at neither, or at both. */
export async function thumbOf(track: ElementHandle): Promise<"left" | "right" | undefined> {
  const picture = UPNG.decode(Uint8Array.from(await track.screenshot()).buffer);
  const { width, height } = picture;
  const pixels = new Uint8Array(UPNG.toRGBA8(picture)[0]!);
  /** The thumb has the colour of the page, which is lighter than the track. */
  const light = (part: number) =>
    (pixels[4 * (Math.floor(height / 2) * width + Math.floor(part * width))] ?? 0) > 200;
  const [left, right] = [light(0.3), light(0.7)];
  return left === right ? undefined : left ? "left" : "right";
}

/** To which side of its first sign a show's title goes on. */
export const titleRuns = (page: Page, title: string): Promise<"left" | "right"> =>
  page.evaluate((words) => {
    const found = [...document.querySelectorAll(".show-title")].find((e) => e.textContent === words);
    const [first, second] = [0, 1].map((at) => {
      const sign = document.createRange();
      sign.setStart(found!.firstChild!, at);
      sign.setEnd(found!.firstChild!, at + 1);
      return sign.getBoundingClientRect().left;
    });
    return second! > first! ? "right" : "left";
  }, title);
