/** Shadow roots. A root attached later gives no sign, so elements that may get one are looked at before each frame. */
import { firstOf, isIn, matches, nameOf } from "./nodes.ts";
import type { Schedule } from "./schedule.ts";

/** How many elements wait for a root at most, and for how many milliseconds each. */
const most = 500;
const patience = 5000;
/** Milliseconds between two looks while the page changes. */
const frame = 8;
/** What else can have a root; while it is empty, one is likely. */
const hosts = /^(article|aside|blockquote|div|footer|h[1-6]|header|main|nav|p|section|span)$/;
/** Milliseconds between two looks whether a script for custom elements has come, and from the last such element on. */
const [calm, longest] = [500, 60_000];

const isThere = (ref: WeakRef<Element>) => {
  const element = ref.deref();
  return !!element && isIn(element);
};

export interface Shadows {
  /** Called for every element that is read; `again`: it has been read before. */
  visit(element: Element, again: boolean): void;
  /** Looks again at those that had no root. */
  check(): void;
}

export function createShadows(parts: {
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
  /** Custom elements whose script has not come, by their names: with it they get their roots, and no sign tells. */
  const asleep = new Map<string, WeakRef<Element>[]>();
  const sleepers = new WeakSet<Element>();
  let newest: Element | undefined;
  let latest = 0;
  let peeking = false;
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
    wake();
    if (parts.schedule.now() - checked >= frame) lookAgain();
    // The parser may have been about to give it one when it stopped: it goes on with what comes next.
    else if (newest) lookAt(newest);
  };
  const lookAgain = () => {
    checked = parts.schedule.now();
    for (const element of waiting.keys()) lookAt(element);
  };
  const lookAt = (element: Element) => {
    const waits = parts.schedule.now() - (waiting.get(element) as number);
    if (!look(element, true, false) && waits <= patience && isIn(element)) return;
    waiting.delete(element);
    if (element === newest) newest = undefined;
  };
  const wake = () => {
    for (const [name, refs] of asleep) {
      const one = refs.find(isThere)?.deref();
      if (one && !matches(one, ":defined")) continue;
      asleep.delete(name);
      for (const ref of refs) if (isThere(ref)) visit(ref.deref() as Element, false);
    }
  };
  const peek = () => {
    if (peeking || !asleep.size || parts.schedule.now() - latest > longest) return;
    peeking = true;
    parts.schedule.later(() => {
      peeking = false;
      parts.act(check);
      peek();
    }, calm);
  };
  const sleep = (element: Element) => {
    sleepers.add(element);
    latest = parts.schedule.now();
    const refs = asleep.get(nameOf(element)) ?? [];
    // Of names that stay without a script not every element that there ever was is to be remembered.
    const kept = refs.length % 1000 === 999 ? refs.filter(isThere) : refs;
    kept.push(new WeakRef(element));
    asleep.set(nameOf(element), kept);
    peek();
  };
  const visit = (element: Element, again: boolean) => {
    const name = nameOf(element);
    const custom = name.includes("-");
    if (look(element, custom, again)) return;
    if (custom && !sleepers.has(element) && !matches(element, ":defined")) sleep(element);
    if (waiting.size >= most || (!custom && (firstOf(element) || !hosts.test(name)))) return;
    waiting.set(element, parts.schedule.now());
    newest = element;
    if (!looking) eachFrame();
  };
  const eachFrame = () => {
    looking = waiting.size > 0;
    if (!looking) return;
    parts.schedule.frame(() => {
      // However lately it has been done: what has come since would be painted now.
      parts.act(() => {
        wake();
        lookAgain();
      });
      eachFrame();
    });
  };
  return { visit, check };
}
