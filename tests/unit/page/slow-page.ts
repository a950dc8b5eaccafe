/** A page where reading takes its time, and what has been put off is run when the test says so. */
import { expect, onTestFinished } from "vitest";
import { fakeDetector, openPage, type Page } from "./fixtures.ts";

/** A portion of reading: milliseconds, and whether it came before the frame that was due. */
interface Portion {
  readonly took: number;
  readonly urgent: boolean;
}

/**
 * A page where reading takes 3 ms a passage, long after the changeover. Returns what runs all that has been put off,
 * each time after a `gap` of milliseconds, and gives the portions, and the page, which is stopped behind the test.
 */
export function openSlow(
  html: string,
  gap = 0,
  onRead: (text: string) => void = () => {},
): { readonly page: Page; readonly rest: () => Portion[] } {
  const clock = { time: 0, slow: false };
  const portions: Portion[] = [];
  const soon: { readonly run: () => void; readonly urgent: boolean }[] = [];
  const page = openPage(html, {
    schedule: {
      now: () => clock.time,
      soon: (run, urgent = false) => void soon.push({ run, urgent }),
      idle: (run) => run(),
      later: () => () => {},
      frame: () => {},
      frameStart: () => {},
    },
    detector: () =>
      fakeDetector((text) => {
        if (!clock.slow) return;
        clock.time += 3;
        onRead(text);
      }),
  });
  onTestFinished(() => {
    expect(page.problems()).toEqual([]);
    page.stop();
  });
  // Time stands still here: what is about to be printed does not wait.
  window.dispatchEvent(new Event("beforeprint"));
  clock.slow = true;
  clock.time = 10_000;
  const rest = () => {
    for (let next = soon.shift(); next; next = soon.shift()) {
      clock.time += gap;
      const began = clock.time;
      next.run();
      portions.push({ took: clock.time - began, urgent: next.urgent });
    }
    return portions;
  };
  return { page, rest };
}
