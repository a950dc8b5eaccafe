/** Which store the browser allows; `now` in milliseconds since 1970. */
import { adoptCopy, createCopiedStore } from "./copied-store.ts";
import { createOpener } from "./database.ts";
import type { SnapshotArea } from "./mirror.ts";
import { createOldDatabase } from "./old-database.ts";
import type { PreferencesOptions } from "./preferences.ts";
import { createStore } from "./store.ts";

type Here = Pick<PreferencesOptions, "store" | "old" | "adopt">;

export function plainStore(now: () => number): Here {
  return { store: createStore(createOpener(), now), old: createOldDatabase(now) };
}

/** `useMemory`: where Firefox gives none, puts a database in memory in the place of IndexedDB. */
export function storeInFirefox(area: SnapshotArea, now: () => number, useMemory?: () => Promise<void>): Here {
  if (useMemory) return createCopiedStore({ area, now, prepare: useMemory });
  const plain = plainStore(now);
  return { ...plain, adopt: () => adoptCopy(plain.store, area, now) };
}
