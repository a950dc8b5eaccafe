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
    const tables = [...db.objectStoreNames].map(
      async (table) => [table, (await db.getAll(table)) as unknown[]] as const,
    );
    return oldRows(db.version, await Promise.all(tables), at);
  } finally {
    db.close();
  }
}

/** The rows of these tables as such that were set aside, the history apart. `at`: milliseconds since 1970. */
export function oldRows(
  version: number,
  tables: readonly (readonly [name: string, rows: readonly unknown[]])[],
  at: number,
): QuarantineRow[] {
  const reason = `found in a store of version ${version}`;
  const rowsOf = ([table, rows]: (typeof tables)[number]) =>
    table === "quarantine"
      ? (rows as readonly QuarantineRow[])
      : rows.map((row) => ({ table, row, reason, at }));
  const isAside = ([name]: (typeof tables)[number]) => Number(name === "quarantine");
  return (
    tables
      .filter(([name]) => name !== "history")
      // What was set aside comes first: of two rows for the same thing the later one counts, and that is what holds now.
      .toSorted((a, b) => isAside(b) - isAside(a))
      .flatMap(rowsOf)
  );
}
