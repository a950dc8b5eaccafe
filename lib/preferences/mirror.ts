/** The snapshot in storage.local: how pages come to know the preferences. */
import { canonical } from "./canonical.ts";
import { buildSnapshot, type Sequel } from "./expand.ts";
import { readSnapshot, type Snapshot, snapshotKey } from "./snapshot.ts";
import type { Store, Stored } from "./store.ts";

/** The part of `browser.storage.local` that is used. */
export interface SnapshotArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

/** The snapshot as pages have it now. */
export async function currentSnapshot(area: SnapshotArea): Promise<Snapshot> {
  return readSnapshot((await area.get(snapshotKey))[snapshotKey]);
}

/**
 * Brings the snapshot up to the store. Writes nothing where both agree already; otherwise with a revision above that
 * of the old snapshot, so that pages believe it even if the store lost its own count. Resolves to what the store holds.
 */
export async function publish(
  store: Store,
  area: SnapshotArea,
  catalog: readonly Sequel[],
): Promise<Stored | undefined> {
  let stored: Stored | undefined;
  // A second round where somebody wrote meanwhile; more than a few means that they never stop, and they publish too.
  for (let round = 0; round < 5; round++) {
    stored = await store.read();
    const current = await currentSnapshot(area);
    const next = buildSnapshot(stored, stored.revision, catalog);
    if (next.revision === current.revision && canonical(next) === canonical(current)) return stored;
    if (next.revision <= current.revision) {
      await store.write({}, { after: current.revision, undoable: false });
      continue;
    }
    await area.set({ [snapshotKey]: next });
    if ((await store.revision()) === next.revision) return stored;
  }
  return stored;
}
