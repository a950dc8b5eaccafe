/**
 * Our CSS custom highlight. Page and shield share the one registry of the document: the page may clear it, or use it
 * for something else at the same letters.
 */
import { coverHighlight, lookHighlight } from "./names.ts";
import type { Schedule } from "./schedule.ts";

/** Milliseconds after which covered letters may be seen as such: a cover that goes again soon never is. */
const late = 120;
/** How often the page may take it out: next time it may be after our last look at the frame. */
const patience = 3;

export interface Marks {
  /** Can letters be hidden like this, here and now? */
  readonly able: boolean;
  add(range: Range): void;
  delete(range: Range): void;
  /** Puts back what the page has taken out. */
  mend(): void;
}

/** `changed` is told when colours are forced or no longer are: what has been said of `able` does not hold any more. */
export function createMarks(document: Document, schedule: Schedule, changed: () => void): Marks {
  const view = document.defaultView as Window & typeof globalThis;
  // Not asked for before something is covered: most frames never cover a letter.
  const registry = (): HighlightRegistry | undefined => view.Highlight && view.CSS?.highlights;
  let forced: MediaQueryList | undefined;
  const ranges = new Set<Range>();
  let highlight: Highlight | undefined;
  let seen = false;
  let fights = 0;

  const put = () => {
    const shared = registry();
    if (!shared) return;
    highlight = new view.Highlight(...ranges);
    // Above the page's own.
    highlight.priority = 0x7fffffff;
    shared.set(coverHighlight, highlight);
    if (seen) show();
  };
  const show = () => {
    seen = true;
    if (highlight) registry()?.set(lookHighlight, highlight);
  };
  return {
    get able() {
      // There a highlight gets the system's colours, and the letters are back.
      if (!forced) {
        forced = view.matchMedia?.("(forced-colors: active)");
        if (forced) forced.onchange = changed;
      }
      return !!registry() && !forced?.matches && fights <= patience;
    },
    add(range) {
      ranges.add(range);
      if (highlight) highlight.add(range);
      else {
        put();
        if (!seen) schedule.later(show, late);
      }
    },
    delete(range) {
      ranges.delete(range);
      highlight?.delete(range);
      if (ranges.size) return;
      const shared = registry();
      for (const name of [coverHighlight, lookHighlight])
        if (shared?.get(name) === highlight) shared?.delete(name);
      highlight = undefined;
    },
    mend() {
      if (!highlight) return;
      if (registry()?.get(coverHighlight) === highlight && highlight.size === ranges.size) return;
      fights++;
      put();
    },
  };
}
