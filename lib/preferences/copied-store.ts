/**
 * The store where a database does not outlive the background: after each change all of it is copied to storage.local,
 * and at the start it is made of that copy. So it is in a Firefox that is to remember no history: there extensions get
 * no IndexedDB, while storage.local stays (memory-database.ts).
 */
import { deleteDB } from "idb";
import { createOpener, databaseName } from "./database.ts";
import { type Database, type Migration, migrations as shipped } from "./migrations.ts";
import type { SnapshotArea } from "./mirror.ts";
import { type OldDatabase, oldRows } from "./old-database.ts";
import type { QuarantineRow } from "./rows.ts";
import { isRecord } from "./snapshot.ts";
import { createStore, type Store } from "./store.ts";

/** Under which the copy is kept. */
export const copyKey = "store";

/** Rows by table, each with its key. */
interface Copy {
  /** Of the database: an older one goes through the steps that it lacks. */
  readonly version: number;
  readonly tables: Readonly<Record<string, readonly (readonly [key: IDBValidKey, row: object])[]>>;
}

export interface CopiedStoreOptions {
  readonly area: SnapshotArea;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Awaited before the database is opened. */
  readonly prepare?: () => Promise<void>;
  readonly migrations?: readonly Migration[];
}

export interface CopiedStore {
  readonly store: Store;
  /** The copy, where the store cannot use it. */
  readonly old: OldDatabase;
}

/**
 * A change that cannot be copied is refused, and has not been made: the database is made of the last copy again. A copy
 * that cannot be understood counts as none, and one of a newer version rejects with a "VersionError", as IndexedDB
 * does.
 */
export function createCopiedStore(options: CopiedStoreOptions): CopiedStore {
  const { area, now, prepare, migrations = shipped } = options;
  const opener = createOpener({ migrations });
  let filled: Promise<void> | undefined;

  const open = async (): Promise<Database> => {
    filled ??= (async () => {
      await prepare?.();
      await fill(await copyIn(area), migrations);
    })();
    try {
      await filled;
    } catch (error) {
      filled = undefined;
      throw error;
    }
    return opener();
  };
  const store = createStore(open, now);
  const copied =
    <A extends unknown[]>(change: (...args: A) => Promise<void>) =>
    async (...args: A): Promise<void> => {
      await change(...args);
      try {
        await area.set({ [copyKey]: await copyOf(await open()) });
      } catch (error) {
        filled = undefined;
        throw error;
      }
    };
  return {
    store: {
      ...store,
      write: copied(store.write),
      undo: copied(store.undo),
      erase: copied(store.erase),
      repair: copied(store.repair),
      discard: copied(store.discard),
    },
    old: {
      rows: async () => rowsIn(await copyIn(area), now()),
      async drop() {
        await dropCopy(area);
        filled = undefined;
      },
    },
  };
}

/** At the start of a browser that keeps databases again: what was copied last is the truth, and is copied no more. */
export async function adoptCopy(store: Store, area: SnapshotArea, now: () => number): Promise<void> {
  const rows = rowsIn(await copyIn(area), now());
  if (!rows.length) return;
  // Whoever is stopped in between does the same at the next start.
  await store.erase();
  await store.repair(rows);
  await dropCopy(area);
}

const dropCopy = (area: SnapshotArea) => area.set({ [copyKey]: null });

async function fill(copy: Copy | undefined, migrations: readonly Migration[]): Promise<void> {
  await deleteDB(databaseName);
  if (!copy) return;
  if (copy.version > migrations.length) throw new DOMException(undefined, "VersionError");
  const db = await createOpener({ migrations: migrations.slice(0, copy.version) })();
  const tx = db.transaction([...db.objectStoreNames], "readwrite");
  const puts = [...db.objectStoreNames].flatMap((name) => {
    const table = tx.objectStore(name);
    // A row has its key in it, unless the table counts.
    const withKey = ([key, row]: readonly [IDBValidKey, object]) =>
      table.keyPath === null
        ? table.put(row as never, key as never)
        : table.put({ ...row, [String(table.keyPath)]: key } as never);
    return (copy.tables[name] ?? []).map(withKey);
  });
  await Promise.all([...puts, tx.done]);
  db.close();
}

async function copyOf(db: Database): Promise<Copy> {
  const names = [...db.objectStoreNames];
  const tx = db.transaction(names);
  const tables = names.map(async (name) => {
    const [keys, rows] = await Promise.all([
      tx.objectStore(name).getAllKeys(),
      tx.objectStore(name).getAll(),
    ]);
    return [name, rows.map((row, i) => [keys[i], row])];
  });
  const [all] = await Promise.all([Promise.all(tables), tx.done]);
  return { version: db.version, tables: Object.fromEntries(all) };
}

/** What there is of the form of a copy; its rows are checked like any others, when they are read (store.ts). */
async function copyIn(area: SnapshotArea): Promise<Copy | undefined> {
  const json = (await area.get(copyKey))[copyKey];
  if (!isRecord(json) || !isRecord(json["tables"])) return undefined;
  const { version } = json;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) return undefined;
  const tables = Object.entries(json["tables"]).map(([name, rows]) => [
    name,
    Array.isArray(rows) ? rows.filter(isEntry) : [],
  ]);
  return { version, tables: Object.fromEntries(tables) };
}

const rowsIn = (copy: Copy | undefined, at: number): QuarantineRow[] =>
  copy
    ? oldRows(
        copy.version,
        Object.entries(copy.tables).map(([name, rows]) => [name, rows.map(([, row]) => row)]),
        at,
      )
    : [];

const isEntry = (value: unknown): value is readonly [IDBValidKey, object] =>
  Array.isArray(value) && /string|number/.test(typeof value[0]) && isRecord(value[1]);
