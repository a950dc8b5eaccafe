/** Which store the browser allows. */
import { adoptCopy, createCopiedStore } from "./copied-store.ts";
import { createOpener } from "./database.ts";
import type { SnapshotArea } from "./mirror.ts";
import { createOldDatabase } from "./old-database.ts";
import type { PreferencesOptions } from "./preferences.ts";
import { createStore } from "./store.ts";

/**
 * `now` in milliseconds since 1970. `useMemory`: where it gives none, puts a database in memory in the place of
 * IndexedDB.
 */
export function storeHere(
  area: SnapshotArea,
  now: () => number,
  useMemory?: () => Promise<void>,
): Pick<PreferencesOptions, "store" | "old" | "adopt"> {
  if (useMemory) return createCopiedStore({ area, now, prepare: useMemory });
  const store = createStore(createOpener(), now);
  return { store, old: createOldDatabase(now), adopt: () => adoptCopy(store, area, now) };
}
