/**
 * The preferences as the background offers them.
 *
 *   change ─► IndexedDB (truth) ─► snapshot in storage.local ─► storage.onChanged in every page
 *                                  ▲ rebuilt at start: a crash between the two heals
 */
import type { Progress } from "../catalog/progress.ts";
import type { Level } from "../detect/levels.ts";
import type { PreferencesState, StoreProblem } from "../messages.ts";
import type { Sequel } from "./expand.ts";
import { currentSnapshot, publish, type SnapshotArea } from "./mirror.ts";
import { closedSnapshot } from "./snapshot.ts";
import type { Edit, Store, Stored } from "./store.ts";

export interface Preferences {
  state(): Promise<PreferencesState>;
  /** `null`: not started. Rejects where the store cannot be written; nothing has changed then. */
  setProgress(show: string, progress: Progress | null): Promise<PreferencesState>;
  setSite(site: string, on: boolean): Promise<PreferencesState>;
  setLevel(level: Level): Promise<PreferencesState>;
  /** At every start: restores a store that the browser has emptied, and rebuilds the snapshot. Never rejects. */
  heal(): Promise<void>;
}

export interface PreferencesOptions {
  readonly store: Store;
  readonly area: SnapshotArea;
  readonly catalog: readonly Sequel[];
}

/** One for the whole extension; calls are carried out one after the other. */
export function createPreferences({ store, area, catalog }: PreferencesOptions): Preferences {
  const serial = createQueue();
  let untold = false;

  const tell = async () => {
    try {
      await publish(store, area, catalog);
      untold = false;
    } catch {
      untold = true;
    }
  };

  const state = async (): Promise<PreferencesState> => {
    let stored: Stored;
    try {
      stored = await store.read();
    } catch {
      const { shows, sitesOff, level } = await currentSnapshot(area).catch(() => closedSnapshot);
      return { shows, sitesOff, level, problems: [{ kind: "closed" }] };
    }
    const problems: StoreProblem[] = [];
    if (stored.damaged > 0) problems.push({ kind: "damaged", rows: stored.damaged });
    if (untold) problems.push({ kind: "snapshot" });
    return { shows: stored.shows, sitesOff: stored.sitesOff, level: stored.level, problems };
  };

  const change = (edit: Edit) =>
    serial(async () => {
      await store.write(edit);
      await tell();
      return state();
    });

  return {
    state: () => serial(state),
    setProgress: (show, progress) => change({ shows: { [show]: progress } }),
    setSite: (site, on) => change({ sites: { [site]: on } }),
    setLevel: (level) => change({ level }),
    heal: () =>
      serial(async () => {
        await restore(store, area).catch(() => {});
        await tell();
      }),
  };
}

/**
 * Browsers may drop the IndexedDB of an extension when the disk is full or the profile is damaged. The snapshot is
 * the last that is known then, and better than nothing.
 */
async function restore(store: Store, area: SnapshotArea): Promise<void> {
  if (!(await store.read()).pristine) return;
  const { revision, shows, sitesOff, level } = await currentSnapshot(area);
  if (revision === 0) return;
  const sites = Object.fromEntries(sitesOff.map((site) => [site, false]));
  await store.write({ shows, sites, level, after: revision });
}

function createQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task);
    last = next.catch(() => {});
    return next;
  };
}
