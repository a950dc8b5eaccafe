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

/** What on the page is covered: while it loads, its text is still in the document. */
export function covers(page: Page): Promise<number> {
  return page.evaluate("document.querySelectorAll('[data-spoiler-cover]').length") as Promise<number>;
}

/** What waits to be read: covered for that moment. */
export function unread(page: Page): Promise<number> {
  return page.evaluate("document.querySelectorAll('[data-spoiler-cover=unread]').length") as Promise<number>;
}

/** Waits until the element reads `text` in clear and nothing on the page is veiled or covered. */
export function clear(page: Page, id: string, text: string, ms?: number): Promise<void> {
  return until(async () => {
    // Both: a page that has not been read yet has no veil either.
    if ((await veils(page)) || (await covers(page))) throw new Error("something is still hidden");
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

/** Painted frames since the page began, and the sightings of the word in clear among them. */
export interface Exposure {
  readonly frames: number;
  readonly exposed: number;
}

/** Counts, in what this tab loads from now on, the painted frames in which an element shows `word` in clear. */
export async function watchFor(page: Page, word: string): Promise<void> {
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
    const lettered = (n: Text): boolean =>
      [...(CSS.highlights.get("spoiler-cover") ?? [])].some(
        (r) =>
          r.startContainer === n &&
          r.startOffset <= n.data.indexOf(w) &&
          r.endOffset >= n.data.indexOf(w) + w.length &&
          getComputedStyle(n.parentElement as Element, "::highlight(spoiler-cover)").color ===
            "rgba(0, 0, 0, 0)",
      );
    const tick = () => {
      state.frames++;
      const walker = document.createTreeWalker(document, 4);
      for (let n = walker.nextNode(); n; n = walker.nextNode()) {
        const text = n as Text;
        if (text.data.includes(w) && !blurred(n.parentElement) && !lettered(text) && drawn(n))
          state.exposed++;
      }
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }, word);
}

export const exposed = (page: Page) => page.evaluate("window.exposure") as Promise<Exposure>;

/** Loads a page and watches it for `word` until it has been there for a while. */
export async function exposure(page: Page, url: string, word: string): Promise<Exposure> {
  await watchFor(page, word);
  await page.goto(url, { waitUntil: "load" });
  await new Promise((r) => setTimeout(r, 1600));
  return exposed(page);
}

/** Where the letters of `text` are on the page: the boxes of its lines. */
const boxes = (page: Page, id: string, text: string) =>
  page.evaluate(
    (i: string, t: string) => {
      const walker = document.createTreeWalker(document.getElementById(i) as Element, 4);
      for (let n = walker.nextNode() as Text | null; n; n = walker.nextNode() as Text | null) {
        const at = n.data.indexOf(t);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(n, at);
        range.setEnd(n, at + t.length);
        return [...range.getClientRects()].map(({ x, y, width, height }) => ({ x, y, width, height }));
      }
      throw new Error(`#${i} does not hold "${t}"`);
    },
    id,
    text,
  );

/** The darkest point that is painted where `text` stands: letters are near 0, their smudge is far from it. */
export async function darkest(page: Page, id: string, text: string): Promise<number> {
  const places = await boxes(page, id, text);
  const picture = await page.screenshot({ encoding: "base64" });
  return page.evaluate(
    async (data: string, rects: { x: number; y: number; width: number; height: number }[]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext("2d") as CanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      let least = 255;
      for (const { x, y, width, height } of rects) {
        const points = context.getImageData(x, y, width, height).data;
        for (let i = 0; i < points.length; i += 4)
          least = Math.min(least, Math.max(points[i]!, points[i + 1]!, points[i + 2]!));
      }
      return least;
    },
    picture,
    places,
  );
}

/** Clicks in the middle of the first line of `text`. */
export async function clickText(page: Page, id: string, text: string): Promise<void> {
  const box = (await boxes(page, id, text))[0]!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
