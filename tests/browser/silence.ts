/** How long a page does not answer, as somebody would notice who clicks in it; with the extension and without. */
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { type BrowserName, findBrowser } from "./find.ts";
import { chromiumFlags } from "./launch.ts";

/**
 * Notes the longest time between two turns of the page's own. Runs in the page, before its own scripts: it is sent
 * there as text.
 */
function listen(): void {
  const state = { longest: 0, last: performance.now() };
  (window as unknown as { silence: typeof state }).silence = state;
  const { port1, port2 } = new MessageChannel();
  const beat = () => {
    const now = performance.now();
    state.longest = Math.max(state.longest, now - state.last);
    state.last = now;
    // Firefox has timers wait until a page has been loaded.
    if (document.readyState === "complete") setTimeout(beat, 5);
    else port2.postMessage(0);
  };
  port1.onmessage = beat;
  beat();
}

/** Loads the page and waits until it is `done`; the longest that it has not answered until then, in milliseconds. */
export async function longestSilence(
  page: Page,
  url: string,
  done: (page: Page) => Promise<unknown>,
  ms: number,
): Promise<number> {
  await page.evaluateOnNewDocument(listen);
  await page.goto(url, { timeout: ms });
  await done(page);
  return Math.round(
    (await page.evaluate("Math.max(silence.longest, performance.now() - silence.last)")) as number,
  );
}

/** Until what has come has been painted. */
export const painted = (page: Page) =>
  page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");

/** The browser as it is without the extension. */
export const launchBare = (name: BrowserName): Promise<Browser> =>
  puppeteer.launch({
    browser: name === "firefox" ? "firefox" : "chrome",
    executablePath: findBrowser(name),
    defaultViewport: { width: 1000, height: 800 },
    args: name === "firefox" ? [] : chromiumFlags,
  });
