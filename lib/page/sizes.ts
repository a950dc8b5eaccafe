/** Sizes of elements, which browsers tell after all callbacks for a frame and before it is painted. */
import { parentElementOf } from "./nodes.ts";

/** Elements at most. */
const most = 500;

export interface Sizes {
  watch(element: Element): void;
  forget(element: Element): void;
}

/**
 * `changed` is called for an element when its size has changed, or that of the element around it: what stands in a line
 * has no size of its own. What it returns true for is watched no more.
 */
export function watchSizes(
  parts: {
    readonly document: Document;
    readonly signal: AbortSignal;
    readonly act: (work: () => void) => void;
  },
  changed: (element: Element) => boolean,
): Sizes {
  /** With the one around it. */
  const watched = new Map<Element, Element | null>();
  const within = new Map<Element, Set<Element>>();
  let observer: ResizeObserver | undefined;

  const observe = (target: Element, element: Element) => {
    const those = within.get(target);
    if (those) those.add(element);
    else {
      within.set(target, new Set([element]));
      observer?.observe(target);
    }
  };
  const leave = (target: Element, element: Element) => {
    const those = within.get(target);
    if (!those?.delete(element) || those.size) return;
    within.delete(target);
    observer?.unobserve(target);
  };
  const forget = (element: Element) => {
    const around = watched.get(element);
    if (!watched.delete(element)) return;
    leave(element, element);
    if (around) leave(around, element);
  };
  const start = () => {
    const { ResizeObserver } = parts.document.defaultView as Window & typeof globalThis;
    if (!ResizeObserver) return;
    observer = new ResizeObserver((changes) =>
      parts.act(() => {
        const elements = new Set(changes.flatMap(({ target }) => [...(within.get(target) ?? [])]));
        for (const element of elements) if (changed(element)) forget(element);
      }),
    );
    parts.signal.addEventListener("abort", () => observer?.disconnect());
  };
  return {
    watch(element) {
      if (watched.size >= most || watched.has(element)) return;
      if (!observer) start();
      if (!observer) return;
      const around = parentElementOf(element);
      watched.set(element, around);
      observe(element, element);
      if (around) observe(around, element);
    },
    forget,
  };
}
