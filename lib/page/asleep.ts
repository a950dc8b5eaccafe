/**
 * Custom elements whose script has not come. With it they get their shadow trees, text and all, and no sign tells us;
 * but a style sheet knows when an element is defined. So from that moment on a sheet hides them, and says so by an
 * event, until they have been read. What never hears of it (no script of ours is left) is hidden for two seconds.
 */
import { css } from "./css.ts";
import type { Listeners } from "./listeners.ts";
import { isIn, matches, nameOf, rootOf } from "./nodes.ts";
import type { Schedule } from "./schedule.ts";
import { createStyler } from "./sheets.ts";

/** Milliseconds between two looks, for those that the sheet cannot tell of, and from the last such element on. */
const [calm, longest] = [500, 60_000];
/** So many names are watched by the sheet, and so many elements looked at in turn. */
const most = 200;

const animation = "spoiler-asleep";
// Of what has more than a word in it already the whole would vanish for a moment. Important, for pages shorten all
// animations for readers who want less motion.
const styleFor = (names: readonly string[]) => css`
  :is(${names.map((name) => globalThis.CSS?.escape(name) ?? name).join()}):not(:has(*)):defined {
    animation: ${animation} 2s !important;
  }
  @keyframes ${animation} {
    from,
    to {
      filter: blur(.45em);
      opacity: 0;
      color: transparent;
      -webkit-text-fill-color: transparent;
    }
  }
`;

export interface Asleep {
  /** A custom element that is read and has no root. */
  meet(element: Element): void;
  /** Visits those whose script has come. */
  wake(): void;
}

export interface AsleepParts {
  readonly document: Document;
  readonly schedule: Schedule;
  readonly listeners: Listeners;
  readonly signal: AbortSignal;
  /** Is there anything to hide on this page? */
  readonly active: () => boolean;
  readonly visit: (element: Element) => void;
  /** Has it got a root? */
  readonly look: (element: Element) => boolean;
  readonly act: (work: () => void) => void;
}

export function createAsleep(parts: AsleepParts): Asleep {
  const { document, schedule, listeners, signal, active, visit, look, act } = parts;
  // Weakly: pages that take their elements out again must not be kept alive.
  const byName = new Map<string, Set<WeakRef<Element>>>();
  const met = new WeakSet<Element>();
  const heard = new WeakSet<Node>();
  const styler = createStyler(document, "");
  let watched = "";
  let latest = 0;
  let peeking = false;
  let turn = 0;

  signal.addEventListener("abort", styler.remove);
  /** Those of a name that are still there; the others may come back, and are met anew then. */
  const present = (refs: Set<WeakRef<Element>>): [WeakRef<Element>, Element][] =>
    [...refs].flatMap((ref): [WeakRef<Element>, Element][] => {
      const element = ref.deref();
      if (element && isIn(element)) return [[ref, element]];
      refs.delete(ref);
      if (element) met.delete(element);
      return [];
    });
  const wake = () => {
    const { size } = byName;
    for (const [name, refs] of byName) {
      const [one] = refs;
      const first = one?.deref();
      // All of a name are defined at once; which of them is asked matters only where it has gone.
      if (first && isIn(first) && !matches(first, ":defined")) continue;
      const all = present(refs);
      if (all.some(([, element]) => !matches(element, ":defined"))) continue;
      byName.delete(name);
      for (const [, element] of all) {
        met.delete(element);
        visit(element);
      }
    }
    if (byName.size < size) watch();
  };
  const watch = () => {
    const names = [...byName.keys()].slice(0, most);
    watched = names.length && active() ? styleFor(names) : "";
    styler.change(watched);
    if (!watched) styler.remove();
  };
  const onAnimation = (event: Event) => {
    if ((event as AnimationEvent).animationName !== animation) return;
    act(() => {
      wake();
      // Where the constructor of one of them has thrown, that one sleeps on for all the others.
      visit(event.target as Element);
    });
  };
  /** Where the sheet has to be, and the event to be heard: it does not leave its tree. */
  const dress = (element: Element) => {
    styler.put(element);
    const root = rootOf(element);
    if (heard.has(root)) return;
    heard.add(root);
    const type = "animationstart";
    if (root === document) listeners.add(root, type, onAnimation, signal);
    else root.addEventListener(type, onAnimation, { signal, capture: true, passive: true });
  };
  /** A page can give a tree to what will never be defined. */
  const lookAround = () => {
    const all = [...byName.values()].flatMap((refs) => present(refs).map((one) => [refs, ...one] as const));
    if (turn >= all.length) turn = 0;
    for (const [refs, ref, element] of all.slice(turn, turn + most)) {
      if (!look(element)) continue;
      refs.delete(ref);
      met.delete(element);
    }
    turn += most;
  };
  const peek = () => {
    if (peeking || signal.aborted || !byName.size || schedule.now() - latest > longest) return;
    peeking = true;
    schedule.later(() => {
      peeking = false;
      act(() => {
        wake();
        lookAround();
      });
      peek();
    }, calm);
  };
  return {
    meet(element) {
      if (matches(element, ":defined")) return;
      const name = nameOf(element);
      const isNew = !byName.has(name);
      if (!met.has(element)) {
        met.add(element);
        latest = schedule.now();
        const refs = byName.get(name) ?? new Set();
        byName.set(name, refs.add(new WeakRef(element)));
        // Of names that stay without a script not every element that there ever was is to be remembered.
        if (refs.size % 1000 === 0) present(refs);
        peek();
      }
      if (!active()) return;
      dress(element);
      if (isNew || !watched) watch();
    },
    wake,
  };
}
