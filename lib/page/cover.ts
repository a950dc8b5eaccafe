/**
 * The first, rough layer: an attribute on the nearest element and one style sheet. It changes no structure, so a page
 * that is still being written or hydrated survives it. Several reasons can hold one element covered.
 */
import { coverAttribute, stillLook } from "./names.ts";
import { coverStyle, createStyler } from "./sheets.ts";

/** "image" is blurred more and can be clicked; "still" is not blurred, only kept from being selected. */
export type Look = "text" | "image" | typeof stillLook;

export interface Covers {
  /** Covers the element for this reason (any object). Of several looks the strongest counts. */
  hold(element: Element, reason: object, look?: Look): void;
  /** Uncovers what only this reason held. */
  release(reason: object): void;
  /** Why the element is covered; undefined: it is not. */
  reasons(element: Element): Iterable<object> | undefined;
  /** The page took the attribute away: puts it back, a bounded number of times. */
  mend(element: Element): void;
  readonly size: number;
  clear(): void;
}

/** How often a page may take a cover away before it is given up, and the page's own fight loop ends. */
const patience = 50;

export function createCovers(document: Document): Covers {
  const byReason = new Map<object, Set<Element>>();
  const byElement = new Map<Element, Map<object, Look>>();
  const fights = new WeakMap<Element, number>();
  const styler = createStyler(document, coverStyle);

  const draw = (element: Element) => {
    const looks = byElement.get(element);
    if (!looks) {
      element.removeAttribute(coverAttribute);
      return;
    }
    const all = new Set(looks.values());
    const look = all.has("image") ? "image" : all.has("text") ? "" : stillLook;
    if (element.getAttribute(coverAttribute) !== look) element.setAttribute(coverAttribute, look);
  };
  return {
    hold(element, reason, look = "text") {
      const root = element.getRootNode();
      styler.put(root.nodeType === 11 && "host" in root ? (root as ShadowRoot) : document);
      let elements = byReason.get(reason);
      if (!elements) byReason.set(reason, (elements = new Set()));
      elements.add(element);
      let looks = byElement.get(element);
      if (!looks) byElement.set(element, (looks = new Map()));
      looks.set(reason, look);
      draw(element);
    },
    release(reason) {
      const elements = byReason.get(reason);
      if (!elements) return;
      byReason.delete(reason);
      for (const element of elements) {
        const looks = byElement.get(element);
        looks?.delete(reason);
        if (!looks?.size) byElement.delete(element);
        draw(element);
      }
      if (!byElement.size) styler.remove();
    },
    reasons: (element) => byElement.get(element)?.keys(),
    mend(element) {
      const count = (fights.get(element) ?? 0) + 1;
      if (!byElement.has(element) || count > patience) return;
      if (element.hasAttribute(coverAttribute)) return;
      fights.set(element, count);
      draw(element);
    },
    get size() {
      return byElement.size;
    },
    clear() {
      for (const element of [...byElement.keys()]) element.removeAttribute(coverAttribute);
      byElement.clear();
      byReason.clear();
      styler.remove();
    },
  };
}
