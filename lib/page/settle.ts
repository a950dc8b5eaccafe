/**
 * When may structure change? When the page has loaded, has left its own structure alone for a while and is idle: what
 * hydrates late must find what it was sent. A ceiling ends the waiting, and so does whatever could bring the covered
 * text out: a selection, a copy, a print, a search.
 */
import type { Listeners } from "./listeners.ts";
import type { Schedule } from "./schedule.ts";

/** Milliseconds without a change of structure, counted from the page's load at the earliest. */
const quiet = 2000;
/** After the parser's end: a picture that never arrives, or a page that never rests, must not put veils off for ever. */
const afterParsing = 5000;
/** And from the start, for pages that are never written to their end. */
const afterStart = 10_000;

export interface SettleParts {
  readonly document: Document;
  readonly schedule: Schedule;
  readonly trusted: (event: Event) => boolean;
  readonly signal: AbortSignal;
  readonly listeners: Listeners;
  /** Called once, when the page has settled. */
  readonly done: () => void;
}

export interface Settling {
  /** The page has changed its structure: it is not done yet. */
  stir(): void;
}

export function whenSettled({ document, schedule, trusted, signal, listeners, done }: SettleParts): Settling {
  const view = document.defaultView as Window;
  const waiting = new AbortController();
  const on = <E extends Event>(target: EventTarget, type: string, then: (event: E) => void) =>
    listeners.add(target, type, then, waiting.signal);
  let last = 0;

  const settle = () => {
    if (waiting.signal.aborted) return;
    waiting.abort();
    done();
  };
  const rest = () => {
    if (waiting.signal.aborted) return;
    const left = last + quiet - schedule.now();
    if (left > 0) schedule.later(rest, left);
    else schedule.idle(() => (last + quiet > schedule.now() ? rest() : settle()));
  };
  const loaded = () => {
    last = schedule.now();
    rest();
  };
  const parsed = () => void schedule.later(settle, afterParsing);

  signal.addEventListener("abort", () => waiting.abort());
  if (document.readyState === "loading") on(document, "DOMContentLoaded", parsed);
  else parsed();
  if (document.readyState === "complete") loaded();
  else on(view, "load", loaded);
  schedule.later(settle, afterStart);

  on(view, "copy", settle);
  on(view, "beforeprint", settle);
  // A mere click begins an empty selection (and `selectstart` tells of it): nothing comes out by that.
  on(document, "selectionchange", () => view.getSelection()?.isCollapsed === false && settle());
  on<KeyboardEvent>(view, "keydown", (event) => searches(event) && trusted(event) && settle());
  return {
    stir() {
      last = schedule.now();
    },
  };
}

/** Is it the key for the browser's own search? */
const searches = ({ key, ctrlKey, metaKey }: KeyboardEvent) =>
  key === "F3" || ((ctrlKey || metaKey) && /^[fg]$/i.test(key));
