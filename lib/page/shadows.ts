/** Shadow roots. A root attached later gives no sign, so elements that may get one are looked at before each frame. */
import { createAsleep } from "./asleep.ts";
import { canHost, isCustom } from "./elements.ts";
import { isBlank } from "./flow.ts";
import type { Listeners } from "./listeners.ts";
import { isIn } from "./nodes.ts";
import type { Schedule } from "./schedule.ts";
import { watchSizes } from "./sizes.ts";

/** How many elements wait for a root at most, and for how many milliseconds each. */
const most = 500;
const patience = 5000;
/** Milliseconds between two looks while the page changes. */
const frame = 8;
/**
 * So many of the elements that came lately are asked in each frame, in turn: a script can give a closed root to whatever
 * there is, text and all. In Chromium each question takes 3 µs. So a clock that makes one element anew costs no more than
 * that one.
 */
const atOnce = 300;
/** Later so many, when nothing has come for a second: few scripts come back to what stands. */
const later = 60;
/** And so many of the empty ones, of which all are asked where there is something to hide, on other pages. */
const elsewhere = 100;

export interface Shadows {
  /** Called for every element that is read; `again`: it has been read before. */
  visit(element: Element, again: boolean): void;
  /** Looks again at those that had no root. */
  check(): void;
}

export interface ShadowParts {
  readonly document: Document;
  readonly schedule: Schedule;
  readonly listeners: Listeners;
  readonly signal: AbortSignal;
  /** Is there anything to hide on this page? */
  readonly active: () => boolean;
  readonly openShadow: (element: Element) => ShadowRoot | null;
  /**
   * `fresh`: for the first time. Else its host has come back into the page or is read again, and what stands in the
   * root is to be as well: while the host was away it has lost its veils, and may have got another text.
   */
  readonly found: (root: ShadowRoot, fresh: boolean, again: boolean) => void;
  readonly act: (work: () => void) => void;
}

export function createShadows(parts: ShadowParts): Shadows {
  const { schedule } = parts;
  // Weakly: pages that take their elements out again must not be kept alive.
  const known = new WeakSet<ShadowRoot>();
  const waiting = new Map<Element, number>();
  let newest: Element | undefined;
  let looking = false;
  let checked = Number.NEGATIVE_INFINITY;
  /** What had no root when it was read, whatever stands in it, and when that was. */
  const recent = new Map<Element, number>();
  let lastCame = 0;

  const asleep = createAsleep({
    ...parts,
    visit: (element) => visit(element),
    look: (element) => look(element),
  });
  /** `again` undefined: what stands in a known one has been read. */
  const look = (element: Element, again?: boolean): boolean => {
    const root = parts.openShadow(element);
    if (!root) return false;
    const fresh = !known.has(root);
    known.add(root);
    if (fresh || again !== undefined) parts.found(root, fresh, again ?? false);
    return true;
  };
  const check = () => {
    if (schedule.now() - checked >= frame) return lookNow();
    asleep.wake();
    // The parser may have been about to give it one when it stopped: it goes on with what comes next.
    if (newest) lookAt(newest);
  };
  /** However lately it has been done: what has come since would be painted now. */
  const lookNow = () => {
    asleep.wake();
    checked = schedule.now();
    // To see that there is an open one costs nothing. What is asked goes to the end of the row, and is not asked twice.
    let left = Math.min(waiting.size, parts.active() ? most : elsewhere);
    for (const element of waiting.keys()) if (left-- > 0 || element.shadowRoot) lookAt(element);
  };
  const lookAt = (element: Element) => {
    const since = waiting.get(element) as number;
    waiting.delete(element);
    // Of a written element a root is likely no more.
    if (look(element) || !isIn(element) || !mayWait(element)) sizes.forget(element);
    else if (schedule.now() - since <= patience) {
      waiting.set(element, since);
      return;
    }
    if (element === newest) newest = undefined;
  };
  // What gets its root after our last look at the frame, or when all patience has ended, changes a size by it.
  const sizes = watchSizes(parts, (element) => {
    if (!look(element) && isIn(element)) return false;
    waiting.delete(element);
    return true;
  });
  const visit = (element: Element, again = false) => {
    if (!canHost(element)) return;
    const custom = isCustom(element);
    const active = parts.active();
    // Where nothing is to be hidden only custom elements are asked for closed ones: it costs fifty times as much.
    if ((custom || active || element.shadowRoot) && look(element, again)) return;
    if (custom) asleep.meet(element);
    if (active) remember(element);
    if (waiting.size < most && mayWait(element)) {
      waiting.set(element, schedule.now());
      newest = element;
      if (active) sizes.watch(element);
    }
    if (!looking) eachFrame();
  };
  const remember = (element: Element) => {
    const now = schedule.now();
    lastCame = now;
    // In a tab that is not shown no frame comes to forget them.
    for (const [old, since] of recent) {
      if (now - since < patience) break;
      recent.delete(old);
    }
    recent.set(element, now);
  };
  const lookAround = () => {
    lookNow();
    const now = schedule.now();
    let left = Math.min(now - lastCame < 1000 ? atOnce : later, recent.size);
    for (const [element, since] of recent) {
      if (!left--) break;
      // To the end of the row.
      recent.delete(element);
      if (now - since < patience && isIn(element) && !look(element)) recent.set(element, since);
    }
  };
  const eachFrame = () => {
    const { act, signal } = parts;
    const active = parts.active();
    if (!active) recent.clear();
    looking = waiting.size + recent.size > 0 && !signal.aborted;
    if (!looking) return;
    // Scripts attach roots in tasks, and in the frame's own callbacks.
    schedule[active ? "frameStart" : "frame"](() => {
      act(lookNow);
      if (active) schedule.frame(() => act(lookAround));
      eachFrame();
    });
  };
  return { visit, check };
}

/** Custom elements get a root when their script has come; of others it is likely while they are empty. */
const mayWait = (element: Element) => isCustom(element) || isBlank(element);
