/** Repair, where the reader asks for it: of rows that were set aside, and of a store that cannot be opened. */
import { applyEdit, type Choices, defaults } from "./choices.ts";
import { buildSnapshot, type Sequel } from "./expand.ts";
import { mend } from "./mend.ts";
import { currentSnapshot, type SnapshotArea } from "./mirror.ts";
import type { OldDatabase } from "./old-database.ts";
import type { QuarantineRow } from "./rows.ts";
import { readSnapshot, snapshotKey } from "./snapshot.ts";
import type { Store } from "./store.ts";

export interface RepairOptions {
  readonly store: Store;
  readonly area: SnapshotArea;
  readonly old: OldDatabase;
  readonly catalog: readonly Sequel[];
}

/** All that can be taken away: choices, and rows of which no choice could be made. */
export interface Copy {
  readonly choices: Choices;
  readonly aside: readonly QuarantineRow[];
}

/**
 * Puts back what can be read of the rows that were set aside. A store that does not open is made anew: of its own rows
 * where they can be read, else of what pages were last told. Rejects, with nothing changed, where neither can be read.
 *
 * `begin` fills a store that the browser has emptied, and rejects where that cannot be done now. It comes first: a
 * repair gives the store a revision, after which it would pass for a full one and pages be told of an empty list; and
 * what has been repaired must not be refused afterwards.
 */
export async function repair(options: RepairOptions, begin: () => Promise<void>): Promise<void> {
  const { store } = options;
  if (!(await opens(store))) return rebuild(options, begin);
  await begin();
  await store.repair();
}

/** Asked twice: what fails once (a full disk, an aborted transaction) is no reason to make a sound store anew. */
async function opens(store: Store): Promise<boolean> {
  const read = () =>
    store.read().then(
      () => true,
      () => false,
    );
  return (await read()) || (await read());
}

async function rebuild(
  { store, area, old, catalog }: RepairOptions,
  begin: () => Promise<void>,
): Promise<void> {
  const read = () =>
    old.rows().catch((error: unknown) => {
      // Somebody holds it, and it may be sound: to delete it now would come true once they let go of it.
      if ((error as Error | undefined)?.name === "TimeoutError") throw error;
      return undefined;
    });
  // Twice, like the store itself.
  const rows = (await read()) ?? (await read()) ?? [];
  const told = (await area.get(snapshotKey))[snapshotKey];
  const { revision } = readSnapshot(told);
  if (rows.length === 0 && told !== undefined && revision === 0)
    throw new Error("neither the store nor the snapshot can be read");
  // Should the worker die before the new store is written, the next start makes it of this.
  if (rows.length > 0)
    await area.set({ [snapshotKey]: buildSnapshot(choicesIn(rows), revision + 1, catalog) });
  await old.drop();
  if (rows.length > 0) await store.repair(rows, revision + 1);
  else await begin();
}

/** What can be copied now, from wherever it can still be read. Rejects where that is nowhere. */
export async function copyAll({ store, area, old }: RepairOptions): Promise<Copy> {
  try {
    const choices = await store.read();
    return { choices, aside: await store.aside() };
  } catch {
    const rows = await old.rows().catch(() => []);
    if (rows.length === 0) return { choices: await currentSnapshot(area), aside: [] };
    const { used } = mend(rows, defaults);
    return { choices: choicesIn(rows), aside: rows.filter((_, i) => !used[i]) };
  }
}

function choicesIn(rows: readonly QuarantineRow[]): Choices {
  return applyEdit(defaults, mend(rows, defaults).edit);
}
