/** Pauses end by themselves. */
import type { Pause } from "./choices.ts";

/** How long the one pause is that is set by the clock. */
export const shortPause = 15 * 60_000; // ms

/** So far clocks are set right; a pause that seems longer by more is one of a clock that has been set back. */
const doubt = 60_000; // ms

/**
 * Milliseconds that the shield stays off everywhere; 0: it is on. Infinity: until the browser starts again, which only
 * the background can tell (`Preferences.heal`).
 */
export function pauseLeft(pause: Pause | null, now: number): number {
  if (!pause) return 0;
  if (pause.until === "restart") return Number.POSITIVE_INFINITY;
  const left = pause.until - now;
  return left > 0 && left <= shortPause + doubt ? left : 0;
}

/** While a computer sleeps, the time of timers stands still: look at the clock at least so often. */
const look = 30_000; // ms

export interface PauseWatch {
  /** Is the page paused? Calls `changed` when that has become another. */
  paused(pause: Pause | null): boolean;
  /**
   * A new snapshot has come: that a pause did not hold says nothing of it. One that holds has been set since the browser
   * started, and so has each that follows: a page does not outlive the browser.
   */
  forget(): void;
}

/**
 * `ask` finds out whether a pause until the browser starts again still holds: it may be one of yesterday, and until the
 * answer comes the page is shielded. `later` is `setTimeout`.
 */
export function watchPause(parts: {
  readonly now: () => number;
  readonly later: (run: () => void, ms: number) => void;
  readonly ask: (answer: (holds: boolean) => void) => void;
  readonly changed: () => void;
}): PauseWatch {
  let waiting = false;
  let round = 0;
  let holds: boolean | undefined;
  const wait = (ms: number) => {
    if (waiting) return;
    waiting = true;
    parts.later(() => {
      waiting = false;
      parts.changed();
    }, ms);
  };
  return {
    paused(pause) {
      const left = pauseLeft(pause, parts.now());
      if (left < Number.POSITIVE_INFINITY) {
        if (left > 0) wait(Math.min(left, look));
        return left > 0;
      }
      if (holds === undefined) {
        holds = false;
        const asked = round;
        parts.ask((answer) => {
          if (asked !== round || !answer) return;
          holds = true;
          parts.changed();
        });
      }
      return holds;
    },
    forget() {
      round++;
      if (!holds) holds = undefined;
    },
  };
}
