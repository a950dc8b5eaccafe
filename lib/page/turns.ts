/**
 * The two ways in which the shield comes to run: told by the observer that the page has changed something, or on its
 * own account (a click, a timer, new preferences). In both the records of what we change ourselves are dropped, and
 * whatever fails is reported and harms neither page nor shield.
 */
import { watched } from "./watch.ts";

export interface Turns {
  /** Tells of changes in this tree from now on. */
  observe(root: Node): void;
  /** Runs work that may change the page: first what the page has done meanwhile is dealt with, then this. */
  act(work: () => void): void;
  /** Like `act` for the very first time, when there is nothing to catch up with. */
  start(work: () => void): void;
}

export interface TurnsParts {
  readonly view: Window & typeof globalThis;
  readonly signal: AbortSignal;
  readonly trouble: (error: unknown) => void;
  /** What the page has done. */
  readonly handle: (records: readonly MutationRecord[]) => void;
  /** After each work of our own. */
  readonly after: () => void;
}

export function createTurns({ view, signal, trouble, handle, after }: TurnsParts): Turns {
  const guarded = (work: () => void) => {
    if (signal.aborted) return;
    try {
      work();
    } catch (error) {
      trouble(error);
    } finally {
      // What is in the queue now is our own doing.
      observer.takeRecords();
    }
  };
  const observer = new view.MutationObserver((records) => guarded(() => handle(records)));
  signal.addEventListener("abort", () => observer.disconnect());
  const start = (work: () => void) =>
    guarded(() => {
      work();
      after();
    });
  return {
    observe: (root) => observer.observe(root, watched),
    start,
    act: (work) =>
      start(() => {
        const records = observer.takeRecords();
        if (records.length) handle(records);
        work();
      }),
  };
}
