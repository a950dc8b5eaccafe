/** What a reader of the page can see, asked from outside. */
import type { Page } from "puppeteer-core";

/** Our elements in the document: one stands for one veiled stretch of a text node. */
export function veils(page: Page): Promise<number> {
  return page.evaluate("document.querySelectorAll('spoiler-veil').length") as Promise<number>;
}

/** The text in the document by element id. */
export function texts(page: Page): Promise<Record<string, string>> {
  return page.evaluate(
    "Object.fromEntries([...document.querySelectorAll('[id]')].map((e) => [e.id, e.textContent]))",
  ) as Promise<Record<string, string>>;
}

/** Waits until the element reads `text` in clear and nothing on the page is veiled. */
export function clear(page: Page, id: string, text: string, ms?: number): Promise<void> {
  return until(async () => {
    // Both: a page that has not been read yet has no veil either.
    if ((await veils(page)) !== 0) throw new Error("something is still veiled");
    if (!(await texts(page))[id]?.includes(text)) throw new Error(`#${id} does not read "${text}"`);
  }, ms);
}

/** Clicks the first veil as a mouse would. */
export async function clickVeil(page: Page): Promise<void> {
  const box = (await page.evaluate(`(() => {
    const r = document.querySelector("spoiler-veil").getClientRects()[0] ?? document.querySelector("spoiler-veil").getBoundingClientRect();
    return { x: r.left + Math.min(r.width / 2, 30), y: r.top + r.height / 2 };
  })()`)) as { x: number; y: number };
  await page.mouse.click(box.x, box.y);
}

/** Tries until it no longer throws, for `ms`. */
export async function until(check: () => Promise<void>, ms = 4000): Promise<void> {
  const end = performance.now() + ms;
  for (;;) {
    try {
      return await check();
    } catch (e) {
      if (performance.now() > end) throw e;
      await new Promise((r) => setTimeout(r, 40));
    }
  }
}

/** Loads a page and counts the painted frames in which an element shows `word` in clear. */
export async function exposure(
  page: Page,
  url: string,
  word: string,
): Promise<{ frames: number; exposed: number }> {
  await page.evaluateOnNewDocument((w: string) => {
    const state = { frames: 0, exposed: 0 };
    (window as unknown as { exposure: typeof state }).exposure = state;
    const blurred = (e: Element | null): boolean =>
      e !== null && (/blur/.test(getComputedStyle(e).filter) || blurred(e.parentElement));
    // In the document, but in no box (in a host without a slot, say): nobody sees it.
    const range = document.createRange();
    const drawn = (n: Node): boolean => {
      range.selectNodeContents(n);
      return range.getClientRects().length > 0;
    };
    const tick = () => {
      state.frames++;
      const walker = document.createTreeWalker(document, 4);
      for (let n = walker.nextNode(); n; n = walker.nextNode()) {
        if ((n as Text).data.includes(w) && !blurred(n.parentElement) && drawn(n)) state.exposed++;
      }
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }, word);
  await page.goto(url, { waitUntil: "load" });
  await new Promise((r) => setTimeout(r, 700));
  return (await page.evaluate("window.exposure")) as { frames: number; exposed: number };
}
