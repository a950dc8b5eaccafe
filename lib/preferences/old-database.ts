/** A database that the store cannot use (of a newer version, or damaged): what can still be read of it, and its end. */
import { deleteDB, openDB } from "idb";
import { databaseName, patience, withPatience } from "./database.ts";
import type { QuarantineRow } from "./rows.ts";

export interface OldDatabase {
  /** Every row of every table, whatever its version, the history apart. Rejects where nothing can be read. */
  rows(): Promise<QuarantineRow[]>;
  /** Deletes it. Rejects where the browser does not. */
  drop(): Promise<void>;
}

export function createOldDatabase(now: () => number, name = databaseName): OldDatabase {
  return {
    rows: () => withPatience(readAll(name, now()), patience),
    drop: () => withPatience(deleteDB(name), patience),
  };
}

async function readAll(name: string, at: number): Promise<QuarantineRow[]> {
  const db = await openDB(name, undefined, {
    // Called where there is none: it must not come to be by being looked for.
    upgrade: (_db, _from, _to, tx) => {
      tx.done.catch(() => {});
      tx.abort();
    },
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  });
  try {
    const reason = `found in a store of version ${db.version}`;
    // What was set aside comes first: of two rows for the same thing the later one counts, and that is what holds now.
    const tables = [...db.objectStoreNames].filter((table) => table !== "history" && table !== "quarantine");
    if (db.objectStoreNames.contains("quarantine")) tables.unshift("quarantine");
    const rows = await Promise.all(
      tables.map(async (table) => {
        const all = (await db.getAll(table)) as unknown[];
        return table === "quarantine"
          ? (all as QuarantineRow[])
          : all.map((row) => ({ table, row, reason, at }));
      }),
    );
    return rows.flat();
  } finally {
    db.close();
  }
}
