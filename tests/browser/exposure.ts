/** Frames in which a reader could have seen what is to be hidden. */
import type { Page } from "puppeteer-core";

/** Painted frames since the page began, and the sightings of a secret in clear among them. */
export interface Exposure {
  frames: number;
  exposed: number;
  /** The same by the word that was looked for. */
  readonly of: Record<string, number>;
  /** The first texts that could be read, for whoever looks for the reason. */
  seen: string[];
}

/**
 * Counts, frame by frame, text nodes that show one of these words in clear: in a box, not blurred, not under our
 * highlight. Kept in `window.exposure`. Runs in the page, before its own scripts: it is sent there as text.
 */
export function watchExposure(words: readonly string[]): void {
  const state: Exposure = { frames: 0, exposed: 0, of: {}, seen: [] };
  (window as unknown as { exposure: Exposure }).exposure = state;
  const range = document.createRange();
  const up = (element: Element): Element | null =>
    element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
  /** Of this frame. */
  const known = new Map<Element, boolean>();
  const blurred = (element: Element | null): boolean => {
    if (!element) return false;
    let is = known.get(element);
    if (is === undefined)
      known.set(element, (is = /blur/.test(getComputedStyle(element).filter) || blurred(up(element))));
    return is;
  };
  const drawn = (text: Text) => {
    range.selectNodeContents(text);
    return range.getClientRects().length > 0;
  };
  let marked = new Map<Node, AbstractRange[]>();
  const lettered = (text: Text, from: number, to: number) =>
    (marked.get(text) ?? []).some(
      (other) =>
        other.startOffset <= from &&
        other.endOffset >= to &&
        getComputedStyle(text.parentElement as Element, "::highlight(spoiler-cover)").color ===
          "rgba(0, 0, 0, 0)",
    );
  const look = (text: Text) => {
    for (const word of words) {
      const from = text.data.indexOf(word);
      if (from < 0 || blurred(text.parentElement ?? (text.getRootNode() as ShadowRoot).host)) continue;
      if (lettered(text, from, from + word.length) || !drawn(text)) continue;
      state.exposed++;
      state.of[word] = (state.of[word] ?? 0) + 1;
      if (state.seen.length < 5) state.seen.push(text.data);
    }
  };
  const walk = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === 3) look(node as Text);
      else if ((node as Element).shadowRoot) walk((node as Element).shadowRoot as ShadowRoot);
    }
  };
  const sight = () => {
    known.clear();
    marked = Map.groupBy(CSS.highlights?.get("spoiler-cover") ?? [], (other) => other.startContainer);
    walk(document);
  };
  // Once before all other callbacks of the frame, and once after them: an observer of sizes is told last before
  // painting, and first of all when it is new.
  const tick = () => {
    state.frames++;
    sight();
    new ResizeObserver((_, observer) => {
      observer.disconnect();
      sight();
    }).observe(document.documentElement);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

/** Counts, in what this tab loads from now on, the painted frames in which an element shows one of these in clear. */
export async function watchFor(page: Page, ...words: string[]): Promise<void> {
  await page.evaluateOnNewDocument(watchExposure, words);
}

export const exposed = (page: Page) => page.evaluate("window.exposure") as Promise<Exposure>;

/** Loads a page and watches it for the words until it has been there for a while, and `late` milliseconds more. */
export async function exposure(
  page: Page,
  url: string,
  words: string | readonly string[],
  late = 0,
): Promise<Exposure> {
  await watchFor(page, ...[words].flat());
  await page.goto(url, { waitUntil: "load" });
  await new Promise((r) => setTimeout(r, 1600 + late));
  return exposed(page);
}
