/**
 * When may structure change? When the page has loaded, has left its own structure alone for a while and is idle: what
 * hydrates late must find what it was sent. A ceiling ends the waiting, and so does whatever could bring the covered
 * text out: a selection, a copy, a print, a search.
 *
 *   loading ──rest, ceiling, alarm──▶ settled ──8 s after the load, ceiling, search, Tab──▶ awake
 *
 * Between the two what a script may still take over (hydration.ts) stays covered, but for as long as an alarm lasts. So
 * does for good where veils would move something, until a key says that they are needed.
 */
import type { Listeners } from "./listeners.ts";
import type { Schedule } from "./schedule.ts";

/** Milliseconds without a change of structure, counted from the page's load at the earliest. */
const quiet = 2000;
/**
 * After the parser's end: a picture that never arrives, or a page that never rests, must not put veils off for ever.
 */
const afterParsing = 5000;
/** And from the start, for pages that are never written to their end. */
const afterStart = 10_000;
/** From settling and from the load on, for what a script may still take over: before the load it may not have come. */
const sleep = 8000;
/** And from the start, for pages that never load. */
const longest = 30_000;

export interface SettleParts {
  readonly document: Document;
  readonly schedule: Schedule;
  readonly trusted: (event: Event) => boolean;
  readonly signal: AbortSignal;
  readonly listeners: Listeners;
  /**
   * Is there anything that stays covered then: that a script may still take over, or where veils would move something?
   */
  readonly sleepers: () => boolean;
  /** Called whenever one of the properties below has changed. `atOnce`: what is covered is about to come out. */
  readonly changed: (atOnce: boolean) => void;
}

export interface Settling {
  /** May structure change? */
  readonly settled: boolean;
  /** May it change even where a script had to be waited for? */
  readonly awake: boolean;
  /** Covered text could come out at this moment. */
  readonly alarm: boolean;
  /** The reader goes by keyboard, or searches. */
  readonly keyed: boolean;
  /** The page has changed its structure: it is not done yet. */
  stir(): void;
}

export function whenSettled(parts: SettleParts): Settling {
  const { document, schedule, trusted, signal, listeners } = parts;
  const view = document.defaultView as Window;
  const on = <E extends Event>(target: EventTarget, type: string, then: (event: E) => void) =>
    listeners.add(target, type, then, signal);
  const alarms = new Set<string>();
  const began = schedule.now();
  let last = 0;
  let settled = false;
  let awake = false;
  let keyed = false;

  const settle = (atOnce = false) => {
    if (settled || signal.aborted) return;
    settled = true;
    if (parts.sleepers()) {
      if (document.readyState === "complete") schedule.later(wake, sleep);
      else schedule.later(wake, Math.max(sleep, began + longest - schedule.now()));
      parts.changed(atOnce);
    } else wake(atOnce);
  };
  const wake = (atOnce = false) => {
    if (awake || signal.aborted) return;
    settled = awake = true;
    parts.changed(atOnce);
  };
  const rest = () => {
    if (settled || signal.aborted) return;
    const left = last + quiet - schedule.now();
    if (left > 0) schedule.later(rest, left);
    else schedule.idle(() => (last + quiet > schedule.now() ? rest() : settle()));
  };
  const loaded = () => {
    last = schedule.now();
    if (settled) schedule.later(wake, sleep);
    rest();
  };
  const parsed = () => void schedule.later(settle, afterParsing);
  /** After all is awake hardly a page has anything that changes. */
  const change = (atOnce: boolean) => {
    if (!awake || parts.sleepers()) parts.changed(atOnce);
  };
  const alarm = (why: string, is: boolean) => {
    if (is === alarms.has(why)) return;
    if (is) alarms.add(why);
    else alarms.delete(why);
    if (is && !settled) settle(true);
    else change(is);
  };

  if (document.readyState === "loading") on(document, "DOMContentLoaded", parsed);
  else parsed();
  if (document.readyState === "complete") loaded();
  else on(view, "load", loaded);
  schedule.later(settle, afterStart);

  on(view, "copy", () => {
    alarm("copy", true);
    schedule.soon(() => alarm("copy", false));
  });
  on(view, "beforeprint", () => alarm("print", true));
  on(view, "afterprint", () => alarm("print", false));
  // A mere click begins an empty selection (and `selectstart` tells of it): nothing comes out by that.
  on(document, "selectionchange", () => alarm("selection", view.getSelection()?.isCollapsed === false));
  on<KeyboardEvent>(view, "keydown", (event) => {
    // Who goes through the page by keyboard, or searches it, needs buttons, and no event tells when that ends.
    if (keyed || !trusted(event) || !(searches(event) || (settled && event.key === "Tab"))) return;
    keyed = true;
    if (awake) change(true);
    else wake(true);
  });
  return {
    get settled() {
      return settled;
    },
    get awake() {
      return awake;
    },
    get alarm() {
      return alarms.size > 0;
    },
    get keyed() {
      return keyed;
    },
    stir() {
      last = schedule.now();
    },
  };
}

/** Is it the key for the browser's own search? */
const searches = ({ key, ctrlKey, metaKey }: KeyboardEvent) =>
  key === "F3" || ((ctrlKey || metaKey) && /^[fg]$/i.test(key));
