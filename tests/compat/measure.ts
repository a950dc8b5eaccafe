/** Everything that docs/compatibility.md says, measured. */
import type { BrowserName } from "../browser/find.ts";
import { ensureApps } from "./apps.ts";
import { type Frames, frames } from "./frames.ts";
import { frameworks } from "./frameworks.ts";
import { inBrowser } from "./here.ts";
import { hydrations, lateHydrations } from "./hydration.ts";
import { type Leak, leaks } from "./leaks.ts";
import { type Restored, restored } from "./restore.ts";
import type { Row } from "./row.ts";
import { type Shift, shifts } from "./shift.ts";

export interface Measured {
  /** Steps taken while the page loads. */
  readonly loading: readonly Row[];
  /** Steps taken over veiled text. */
  readonly settled: readonly Row[];
  readonly hydration: readonly Row[];
  /** Where everything else would have been veiled before. */
  readonly lateHydration: readonly Row[];
  readonly leaks: readonly Leak[];
  readonly frames: readonly Frames[];
  readonly shifts: readonly Shift[];
  readonly restored: readonly Restored[];
}

export type Both = Readonly<Record<BrowserName, Measured>>;

const measure = (name: BrowserName) =>
  inBrowser(name, async (here): Promise<Measured> => {
    const started = performance.now();
    const timed = async <T>(what: string, work: (h: typeof here) => Promise<T>): Promise<T> => {
      const result = await work(here);
      console.log(`${name}: ${what} after ${Math.round((performance.now() - started) / 1000)} s`);
      return result;
    };
    return {
      ...(await timed("frameworks", frameworks)),
      hydration: await timed("hydration", hydrations),
      lateHydration: await timed("late hydration", lateHydrations),
      leaks: await timed("leaks", leaks),
      frames: await timed("frames", frames),
      shifts: await timed("shifts", shifts),
      restored: await timed("restored", restored),
    };
  });

/** In both browsers at once: most of the time each waits for pages to come to rest. Some three minutes. */
export async function measureBoth(): Promise<Both> {
  ensureApps();
  const [chromium, firefox] = await Promise.all([measure("chromium"), measure("firefox")]);
  return { chromium, firefox };
}
