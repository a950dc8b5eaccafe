/** When may structure change? After the page has loaded and is idle, or when a ceiling is reached. */
import type { Schedule } from "./schedule.ts";

/** Milliseconds after the parser's end: a picture that never arrives must not keep whole paragraphs covered. */
const afterParsing = 3000;
/** And from the start, for pages that are never written to their end. */
const afterStart = 10_000;

/** Calls `done` once, when the page has settled. */
export function whenSettled(
  document: Document,
  schedule: Schedule,
  signal: AbortSignal,
  done: () => void,
): void {
  let settled = false;
  const settle = () => {
    if (settled || signal.aborted) return;
    settled = true;
    done();
  };
  // Two tasks on, so that what the page itself does on load (hydration, mostly) comes first.
  const loaded = () => schedule.soon(() => schedule.idle(settle));
  if (document.readyState === "complete") loaded();
  else {
    document.defaultView?.addEventListener("load", loaded, { once: true, signal });
    document.addEventListener("DOMContentLoaded", () => schedule.later(settle, afterParsing), {
      once: true,
      signal,
    });
    schedule.later(settle, afterStart);
  }
}
