/** Everything that docs/compatibility.md says, measured. */
import type { BrowserName } from "../browser/find.ts";
import { type Accessibility, accessibility } from "./accessibility.ts";
import { ensureApps } from "./apps.ts";
import { faults } from "./faults.ts";
import { type Frames, frames } from "./frames.ts";
import { frameworks } from "./frameworks.ts";
import { type Here, inBrowser } from "./here.ts";
import { hydrations, lateHydrations } from "./hydration.ts";
import { type Leak, leaks } from "./leaks.ts";
import { type Restored, restored } from "./restore.ts";
import type { Row } from "./row.ts";
import { allOf } from "./several.ts";
import { type Shift, shifts } from "./shift.ts";

export interface Measured {
  /** Steps taken while the page loads. */
  readonly loading: readonly Row[];
  /** Steps taken over veiled text. */
  readonly settled: readonly Row[];
  readonly hydration: readonly Row[];
  /** Where everything else would have been veiled before. */
  readonly lateHydration: readonly Row[];
  /** Of Chromium alone. */
  readonly accessibility: readonly Accessibility[];
  readonly leaks: readonly Leak[];
  readonly frames: readonly Frames[];
  readonly shifts: readonly Shift[];
  readonly restored: readonly Restored[];
}

export type Both = Readonly<Record<BrowserName, Measured>>;

/**
 * A part of it. What is not as it should be is measured once more before it is believed: the machine may have been
 * late.
 */
async function part<T extends Partial<Measured>>(
  here: Here,
  what: string,
  work: (here: Here) => Promise<T>,
): Promise<T> {
  const attempt = async () => {
    const started = performance.now();
    const result = await work(here);
    console.log(`${here.session.name}: ${what} in ${Math.round((performance.now() - started) / 1000)} s`);
    return result;
  };
  try {
    const first = await attempt();
    const wrong = faults(first);
    if (!wrong.length) return first;
    console.warn(`${here.session.name}: ${what} once more, for\n${wrong.join("\n")}`);
  } catch (error) {
    console.warn(`${here.session.name}: ${what} once more, for\n${error}`);
  }
  return attempt();
}

/**
 * In two browsers: commands, which the first half of this gives, are for all tabs that are open, and so are settings.
 */
async function measure(name: BrowserName): Promise<Measured> {
  const [commanded, others] = await allOf([
    inBrowser(name, async (here) => ({
      ...(await part(here, "frameworks", frameworks)),
      ...(await part(here, "leaks", async () => ({ leaks: await leaks(here) }))),
      ...(await part(here, "restored", async () => ({ restored: await restored(here) }))),
    })),
    inBrowser(name, async (here) => ({
      ...(await part(here, "accessibility", async () => ({ accessibility: await accessibility(here) }))),
      ...(await part(here, "late hydration", async () => ({ lateHydration: await lateHydrations(here) }))),
      ...(await part(here, "hydration", async () => ({ hydration: await hydrations(here) }))),
      ...(await part(here, "shifts", async () => ({ shifts: await shifts(here) }))),
      ...(await part(here, "frames", async () => ({ frames: await frames(here) }))),
    })),
  ]);
  return { ...commanded, ...others };
}

/** In both browsers at once: most of the time each waits for pages to come to rest. Some three minutes. */
export async function measureBoth(): Promise<Both> {
  ensureApps();
  const [chromium, firefox] = await allOf([measure("chromium"), measure("firefox")]);
  return { chromium, firefox };
}
