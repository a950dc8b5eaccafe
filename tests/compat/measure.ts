/** Everything that docs/compatibility.md says, measured. */
import type { BrowserName } from "../browser/find.ts";
import { ensureApps } from "./apps.ts";
import { type Frames, frames } from "./frames.ts";
import { frameworks } from "./frameworks.ts";
import { type Here, inBrowser } from "./here.ts";
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

async function timed<T>(here: Here, what: string, work: (here: Here) => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work(here);
  console.log(`${here.session.name}: ${what} in ${Math.round((performance.now() - started) / 1000)} s`);
  return result;
}

/** In two browsers: commands, which the first half of this gives, are for all tabs that are open, and so are settings. */
async function measure(name: BrowserName): Promise<Measured> {
  const [commanded, others] = await Promise.all([
    inBrowser(name, async (here) => ({
      ...(await timed(here, "frameworks", frameworks)),
      leaks: await timed(here, "leaks", leaks),
      frames: await timed(here, "frames", frames),
      restored: await timed(here, "restored", restored),
    })),
    inBrowser(name, async (here) => ({
      lateHydration: await timed(here, "late hydration", lateHydrations),
      hydration: await timed(here, "hydration", hydrations),
      shifts: await timed(here, "shifts", shifts),
    })),
  ]);
  return { ...commanded, ...others };
}

/** In both browsers at once: most of the time each waits for pages to come to rest. Some three minutes. */
export async function measureBoth(): Promise<Both> {
  ensureApps();
  const [chromium, firefox] = await Promise.all([measure("chromium"), measure("firefox")]);
  return { chromium, firefox };
}
