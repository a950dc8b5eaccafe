/** What a reader of the page can see, asked from outside. */
import type { Page } from "puppeteer-core";
import { marked } from "../../lib/page/cover.ts";

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
  return page.evaluate(`document.querySelectorAll("${marked}").length`) as Promise<number>;
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

/**
 * Presses the key that searches the page: what has to be hidden leaves the document at once, and nobody waits two
 * seconds for the page to come to rest. How it does so by itself is looked at in shield, still, cover and beyond-text.
 */
export const search = (page: Page): Promise<void> => page.keyboard.press("F3");

/** Waits until so many stretches of a page that a reader searches are veiled. */
export async function veiled(page: Page, count = 1): Promise<void> {
  await search(page);
  await until(async () => {
    const now = await veils(page);
    if (now !== count) throw new Error(`${now} stretches are veiled, and ${count} should be`);
  }, 8000);
}

/** Clicks the first veil as a mouse would. */
export async function clickVeil(page: Page): Promise<void> {
  const box = (await page.evaluate(`(() => {
    const r = document.querySelector("spoiler-veil").getClientRects()[0] ?? document.querySelector("spoiler-veil").getBoundingClientRect();
    return { x: r.left + Math.min(r.width / 2, 30), y: r.top + r.height / 2 };
  })()`)) as { x: number; y: number };
  await page.mouse.click(box.x, box.y);
}

/**
 * How a page is asked again and again. Not by frames, which is how it is done if nothing is said: a tab behind others has
 * one in fifteen seconds in Firefox.
 */
export const byClock = { polling: 50 };

/** Tries until it no longer throws, for `ms`. Ever more slowly: asking keeps the browser busy, too. */
export async function until<T>(check: () => Promise<T>, ms = 4000): Promise<T> {
  const end = performance.now() + ms;
  for (let pause = 20; ; pause = Math.min(pause * 1.3, 150)) {
    try {
      return await check();
    } catch (e) {
      if (performance.now() > end) throw e;
      await new Promise((r) => setTimeout(r, pause));
    }
  }
}

/** What goes wrong in the page from now on, as the page sees it. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  return errors;
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

/**
 * The largest step of brightness between two points beside each other in this part of the page: letters have steps of
 * more than 90, what is blurred has not, and what is blank has none.
 */
export async function steepest(
  page: Page,
  clip: { x: number; y: number; width: number; height: number },
): Promise<number> {
  const picture = await page.screenshot({ encoding: "base64", clip });
  return page.evaluate(async (data: string) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    const { width, height } = Object.assign(canvas, { width: image.width, height: image.height });
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const points = context.getImageData(0, 0, width, height).data;
    const light = (i: number) => (points[i]! + points[i + 1]! + points[i + 2]!) / 3;
    let most = 0;
    for (let i = 4; i < points.length; i += 4)
      if ((i / 4) % width) most = Math.max(most, Math.abs(light(i) - light(i - 4)));
    return most;
  }, picture);
}

/** Clicks in the middle of the first line of `text`. */
export async function clickText(page: Page, id: string, text: string): Promise<void> {
  const box = (await boxes(page, id, text))[0]!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
