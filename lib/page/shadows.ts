/** Shadow roots. A root attached later gives no sign, so elements that may get one are looked at before each frame. */
import { firstOf, isIn, nameOf } from "./nodes.ts";
import type { Schedule } from "./schedule.ts";

/** How many elements wait for a root at most, and for how many milliseconds each. */
const most = 500;
const patience = 5000;
/** Milliseconds between two looks. */
const frame = 8;
/** What else can have a root; while it is empty, one is likely. */
const hosts = /^(article|aside|div|footer|header|main|nav|p|section|span)$/;

export interface Shadows {
  /** Called for every element that is read; `again`: it has been read before. */
  visit(element: Element, again: boolean): void;
  /** Looks again at those that had no root. */
  check(): void;
}

export function createShadows(parts: {
  readonly document: Document;
  readonly schedule: Schedule;
  readonly openShadow: (element: Element) => ShadowRoot | null;
  /**
   * `fresh`: for the first time. Else its host has come back into the page or is read again, and what stands in the root
   * is to be as well: while the host was away it has lost its veils, and may have got another text.
   */
  readonly found: (root: ShadowRoot, fresh: boolean, again: boolean) => void;
  readonly act: (work: () => void) => void;
}): Shadows {
  // Weakly: pages that take their elements out again must not be kept alive.
  const known = new WeakSet<ShadowRoot>();
  const waiting = new Map<Element, number>();
  let looking = false;
  let checked = Number.NEGATIVE_INFINITY;

  const look = (element: Element, likely: boolean, again: boolean): boolean => {
    // Closed roots are asked for only where they are likely: the question costs ten times as much.
    const root = likely ? parts.openShadow(element) : element.shadowRoot;
    if (!root) return false;
    const fresh = !known.has(root);
    known.add(root);
    parts.found(root, fresh, again);
    return true;
  };
  const check = () => {
    const now = parts.schedule.now();
    if (now - checked < frame) return;
    checked = now;
    for (const [element, since] of waiting)
      if (look(element, true, false) || now - since > patience || !isIn(element)) waiting.delete(element);
  };
  const eachFrame = () => {
    looking = waiting.size > 0;
    if (!looking) return;
    parts.document.defaultView?.requestAnimationFrame?.(() => {
      parts.act(check);
      eachFrame();
    });
  };
  return {
    visit(element, again) {
      const custom = nameOf(element).includes("-");
      if (look(element, custom, again) || waiting.size >= most) return;
      if (!custom && (firstOf(element) || !hosts.test(nameOf(element)))) return;
      waiting.set(element, parts.schedule.now());
      if (!looking) eachFrame();
    },
    check,
  };
}
