/** What does not fit. */
import type { Page } from "puppeteer-core";
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
