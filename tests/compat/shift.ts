/** What moves on a page when covers give way to veils: nothing may, until the reader reveals something. */
import type { Page } from "puppeteer-core";
import { demoPages } from "./demo-pages.ts";
import type { Here } from "./here.ts";
import { several } from "./several.ts";
import { openWindow } from "./tab.ts";

export interface Shift {
  readonly page: string;
  readonly width: number;
  readonly veils: number;
  /** CSS pixels by which a readable word has moved at most, across or down. */
  readonly moved: number;
  /** The browser's own sum of layout shifts since the page began; undefined where it has none. */
  readonly score: number | undefined;
}

type Word = readonly [word: string, x: number, y: number];

/**
 * Runs in the page, before its scripts. Gives it `places()`: each readable word and where it stands; of Japanese, which
 * has no spaces, each sentence; what our highlight hides is left out. And `covered`: what that said last before there
 * was a veil. The page looks for itself, for on a busy machine a look from outside comes when the veils are there.
 */
function watchPlaces(): void {
  const highlight = () => CSS.highlights.get("spoiler-cover");
  const places = (): Word[] => {
    const found: Word[] = [];
    const covered = [...(highlight() ?? [])];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const hidden = covered.filter((other) => other.startContainer === node);
      for (const { 0: word, index } of node.data.matchAll(/[^\s。]+。?/g)) {
        if (hidden.some((other) => other.startOffset <= index && index < other.endOffset)) continue;
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const box = range.getClientRects()[0];
        if (box) found.push([word, box.x + scrollX, box.y + scrollY]);
      }
    }
    return found;
  };
  const state: { places: () => Word[]; covered?: Word[] } = { places };
  Object.assign(window, { stand: state });
  const look = () => {
    if (document.querySelector("spoiler-veil")) return;
    if (highlight()) state.covered = places();
    setTimeout(look, 100);
  };
  look();
}

/**
 * Runs in the page, before its scripts: veils wait for a picture, so that there is time to look before there are any.
 */
function holdLoad(): void {
  if (location.protocol.startsWith("http")) new Image().src = "/held?wait=3000";
}

/** Runs in the page, before its scripts. */
function sumShifts(): void {
  const state = { score: 0 };
  Object.assign(window, { shifts: state });
  if (!PerformanceObserver.supportedEntryTypes.includes("layout-shift")) return;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) state.score += (entry as unknown as { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
}

/** Not where other words can be read than before. */
function farthest(before: readonly Word[], now: readonly Word[]): number | undefined {
  if (before.length !== now.length || before.some(([word], i) => word !== now[i]![0])) return undefined;
  return Math.max(
    ...before.map(([, x, y], i) => Math.max(Math.abs(x - now[i]![1]), Math.abs(y - now[i]![2]))),
  );
}

/** Where the readable words stand once two looks see the same: nothing is being read any more, fonts are there. */
async function steady(page: Page): Promise<Word[]> {
  for (let last = ""; ; ) {
    const words = (await page.evaluate("stand.places()")) as Word[];
    const now = JSON.stringify(words);
    if (now === last) return words;
    last = now;
    await new Promise((done) => setTimeout(done, 300));
  }
}

const count = (page: Page) =>
  page.evaluate("document.querySelectorAll('spoiler-veil').length") as Promise<number>;

interface Article {
  readonly name: string;
  readonly put: (site: Here["site"]) => string;
  readonly width: number;
}

/** Nothing where the last look before it was veiled came when it was not all covered: the machine was late. */
async function shift({ session, site }: Here, { name, put, width }: Article): Promise<Shift | undefined> {
  const tab = await openWindow(session, put(site), [], {
    scripts: [sumShifts, holdLoad, watchPlaces],
    viewport: { width, height: 800 },
    until: "domcontentloaded",
  });
  const { page } = tab;
  await page.waitForSelector("spoiler-veil");
  const before = (await page.evaluate("stand.covered")) as Word[] | undefined;
  const moved = farthest(before ?? [], await steady(page));
  const score = session.name === "chromium" ? ((await page.evaluate("shifts.score")) as number) : undefined;
  const veils = await count(page);
  await tab.close();
  return moved === undefined ? undefined : { page: name, width, veils, moved, score };
}

const tries = 5;

/** Each article on a wide or a narrow page, the first on both. */
export async function shifts(here: Here): Promise<Shift[]> {
  const pages = Object.entries(demoPages).flatMap(([name, put], index) =>
    (index ? [index % 2 ? 360 : 1000] : [1000, 360]).map((width) => ({ name, put, width })),
  );
  return several(pages, async (article) => {
    for (let left = tries; left; left--) {
      const found = await shift(here, article);
      if (found) return found;
      console.warn(`${here.session.name}: ${article.name} once more: other words can be read than before`);
    }
    throw new Error(`${article.name}: other words can be read veiled than covered`);
  });
}
