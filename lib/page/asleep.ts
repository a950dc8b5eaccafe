/**
 * Custom elements whose script has not come. With it they get their shadow trees, text and all, and no sign tells us; but
 * a style sheet knows when an element is defined. So from that moment on a sheet hides them, and says so by an event,
 * until they have been read. What never hears of it (no script of ours is left) is hidden for two seconds.
 */
import { isIn, matches, nameOf, rootOf } from "./nodes.ts";
import type { Schedule } from "./schedule.ts";
import { createStyler } from "./sheets.ts";

/** Milliseconds between two looks, for those that the sheet cannot tell of, and from the last such element on. */
const [calm, longest] = [500, 60_000];
/** So many names are watched by the sheet. */
const most = 200;

const animation = "spoiler-asleep";
// Of what has more than a word in it already the whole would vanish for a moment.
const styleFor = (names: readonly string[]) => `
:is(${names.map((name) => globalThis.CSS?.escape(name) ?? name).join()}):not(:has(*)):defined{animation:${animation} 2s}
@keyframes ${animation}{from,to{filter:blur(.45em);opacity:0;color:transparent;-webkit-text-fill-color:transparent}}`;

export interface Asleep {
  /** A custom element that is read and has no root. */
  meet(element: Element): void;
  /** Visits those whose script has come. */
  wake(): void;
}

export interface AsleepParts {
  readonly document: Document;
  readonly schedule: Schedule;
  readonly signal: AbortSignal;
  /** Is there anything to hide on this page? */
  readonly active: () => boolean;
  readonly visit: (element: Element) => void;
  /** Has it got a root? */
  readonly look: (element: Element) => boolean;
  readonly act: (work: () => void) => void;
}

export function createAsleep({ document, schedule, signal, active, visit, look, act }: AsleepParts): Asleep {
  // Weakly: pages that take their elements out again must not be kept alive.
  const byName = new Map<string, WeakRef<Element>[]>();
  const met = new WeakSet<Element>();
  const heard = new WeakSet<Node>();
  const styler = createStyler(document, "");
  let watched = "";
  let latest = 0;
  let peeking = false;

  signal.addEventListener("abort", styler.remove);
  const wake = () => {
    const { size } = byName;
    for (const [name, refs] of byName) {
      const one = refs.find(isThere)?.deref();
      if (one && !matches(one, ":defined")) continue;
      byName.delete(name);
      for (const ref of refs) {
        const element = ref.deref();
        if (!element) continue;
        // It may come back, and have none yet.
        met.delete(element);
        if (isIn(element)) visit(element);
      }
    }
    if (byName.size < size) watch();
  };
  const watch = () => {
    const names = [...byName.keys()].slice(0, most);
    watched = names.length && active() ? styleFor(names) : "";
    styler.change(watched);
  };
  const onAnimation = (event: Event) => {
    if ((event as AnimationEvent).animationName === animation) act(wake);
  };
  /** Where the sheet has to be, and the event to be heard: it does not leave its tree. */
  const dress = (root: Node) => {
    styler.put("host" in root ? (root as ShadowRoot) : document);
    if (heard.has(root)) return;
    heard.add(root);
    root.addEventListener("animationstart", onAnimation, { signal, passive: true });
  };
  const peek = () => {
    if (peeking || !byName.size || schedule.now() - latest > longest) return;
    peeking = true;
    schedule.later(() => {
      peeking = false;
      act(() => {
        wake();
        // A page can give one to what will never be defined.
        let left = most;
        for (const refs of byName.values())
          for (const ref of refs) if (left-- > 0 && isThere(ref)) look(ref.deref() as Element);
      });
      peek();
    }, calm);
  };
  return {
    meet(element) {
      if (matches(element, ":defined")) return;
      const name = nameOf(element);
      const refs = byName.get(name) ?? [];
      const isNew = !refs.length;
      if (!met.has(element)) {
        met.add(element);
        latest = schedule.now();
        // Of names that stay without a script not every element that there ever was is to be remembered.
        const kept = refs.length % 1000 === 999 ? refs.filter(isThere) : refs;
        kept.push(new WeakRef(element));
        byName.set(name, kept);
        peek();
      }
      if (!active()) return;
      dress(rootOf(element));
      if (isNew || !watched) watch();
    },
    wake,
  };
}

const isThere = (ref: WeakRef<Element>) => {
  const element = ref.deref();
  return !!element && isIn(element);
};
