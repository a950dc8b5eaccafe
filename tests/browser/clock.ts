/** Time that passes when a test says so, for the background, the extension's pages and the shield in every page. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { api } from "./popup.ts";

/** Whatever waits for longer than a test would, waits for the clock. */
const patience = 20_000; // ms

/**
 * Before all else in each of them: the time from storage on top of the real one. What has waited for it runs when it
 * has been moved, and then the page shows what its clock is at.
 */
const clock = `{
  const api = globalThis.browser ?? chrome;
  const { now } = Date;
  const later = setTimeout;
  const waiting = new Set();
  let ahead = 0;
  Date.now = () => now() + ahead;
  globalThis.setTimeout = (run, ms, ...more) => (ms < ${patience} || !ms ? later(run, ms, ...more) : waiting.add(run));
  api.storage.onChanged.addListener(({ clock }) => {
    if (!clock) return;
    ahead = clock.newValue ?? 0;
    for (const run of [...waiting]) {
      waiting.delete(run);
      run();
    }
    globalThis.document?.documentElement.setAttribute("data-clock", ahead);
  });
}
`;

/** Puts the clock into a copy of the extension (each-browser.ts, `change`). */
export function withClock(folder: string): void {
  writeFileSync(join(folder, "clock.js"), clock);
  for (const name of ["background.js", "shield.js"]) prepend(join(folder, name), clock);
  const popup = join(folder, "popup.html");
  const html = readFileSync(popup, "utf8");
  writeFileSync(popup, html.replace("<head>", '<head><script src="/clock.js"></script>'));
}

export const prepend = (file: string, code: string) => writeFileSync(file, code + readFileSync(file, "utf8"));

/** Puts the clock back to what it is everywhere else. */
export const back = (popup: Page) => popup.evaluate(`${api}.storage.local.remove("clock")`);

/** Puts the clock so far ahead, and waits until it is so in these pages. */
export async function ahead(popup: Page, ms: number, ...tabs: readonly Page[]): Promise<void> {
  await popup.evaluate(`${api}.storage.local.set({ clock: ${ms} })`);
  await Promise.all([popup, ...tabs].map((page) => page.waitForSelector(`[data-clock="${ms}"]`)));
}
