/**
 * The truth about the preferences: IndexedDB rows in, checked state out. A row that zod refuses is moved to the table
 * `quarantine` and counted, so that nothing is lost and one bad row never costs the others.
 */
import { type Change, type Choices, defaults, type EditFor, type WhereOff } from "./choices.ts";
import { lastChange, takeBack } from "./history.ts";
import { mend } from "./mend.ts";
import type { Database } from "./migrations.ts";
import { setAside } from "./quarantine.ts";
import { readRows, settingsOf } from "./read.ts";
import { type QuarantineRow, type SettingRow, settingRowSchema } from "./rows.ts";
import { tables, type Writing, writeEdit } from "./write.ts";

export interface Stored extends Choices {
  readonly revision: number;
  /** The change that `undo` takes back. */
  readonly lastChange: Change | null;
  /** Rows that were set aside, now or earlier. */
  readonly damaged: number;
  /** No row in any table: a store that has just been created. */
  readonly pristine: boolean;
}

export interface WriteOptions {
  /** The new revision is greater than this too. */
  readonly after?: number;
  /** Can `undo` take it back? Yes, unless said otherwise. */
  readonly undoable?: boolean;
}

export interface Store {
  read(): Promise<Stored>;
  /** The revision alone, without reading and checking every row; 0: none that could be read. */
  revision(): Promise<number>;
  /** This alone, likewise. */
  whereOff(): Promise<WhereOff>;
  /**
   * Writes all of the edit or nothing of it, and raises the revision. Rejects what zod refuses. What changes nothing
   * can not be taken back either: that would look as if undoing did nothing.
   */
  write(edit: EditFor, options?: WriteOptions): Promise<void>;
  /** Takes the last change back, or only this one if it is still the last. Nothing to take back: nothing happens. */
  undo(change?: number): Promise<void>;
  /** Empties everything, the history and what was set aside too. Only the revision stays, and grows. */
  erase(): Promise<void>;
  /** What was set aside, as it was found. */
  aside(): Promise<QuarantineRow[]>;
  /**
   * Puts back what can be read of what was set aside (mend.ts), and of `more` rows; the rest stays aside. The new
   * revision is greater than `after` too.
   */
  repair(more?: readonly QuarantineRow[], after?: number): Promise<void>;
  /** Deletes what was set aside. */
  discard(): Promise<void>;
}

/** The store over a database that `open` gives; `now` in milliseconds since 1970. */
export function createStore(open: () => Promise<Database>, now: () => number): Store {
  return {
    read: async () => read(await open(), now),
    revision: async () => {
      const [row] = await settings(await open(), "revision");
      return row?.key === "revision" ? row.value : 0;
    },
    whereOff: async () => {
      const { sitesOff, pause } = defaults;
      return { sitesOff, pause, ...settingsOf(await settings(await open(), "sitesOff", "pause")) };
    },
    write: async (edit, options = {}) =>
      write(await open(), async (tx) => writeEdit(tx, edit, options, now())),
    undo: async (change) =>
      write(await open(), async (tx) => {
        const inverse = await takeBack(tx.objectStore("history"), change);
        if (inverse) await writeEdit(tx, inverse, { undoable: false }, now());
      }),
    erase: async () =>
      write(await open(), async (tx) => {
        const { revision } = await readRows(tx);
        await Promise.all(tables.map((table) => tx.objectStore(table).clear()));
        await writeEdit(tx, {}, { after: revision, undoable: false }, now());
      }),
    aside: async () => (await open()).getAll("quarantine"),
    repair: async (more = [], after = 0) =>
      write(await open(), async (tx) => {
        const aside = tx.objectStore("quarantine");
        await Promise.all(more.map((row) => aside.add(row)));
        const [keys, rows] = await Promise.all([aside.getAllKeys(), aside.getAll()]);
        const { edit, used } = mend(rows, (await readRows(tx)).choices);
        await Promise.all(keys.filter((_, i) => used[i]).map((key) => aside.delete(key)));
        await writeEdit(tx, edit, { after, undoable: false }, now());
      }),
    discard: async () =>
      write(await open(), async (tx) => {
        await tx.objectStore("quarantine").clear();
        // A store without a row would look like one that has been lost.
        await writeEdit(tx, {}, { undoable: false }, now());
      }),
  };
}

async function read(db: Database, now: () => number): Promise<Stored> {
  const tx = db.transaction(tables);
  const [rows, last, aside] = await Promise.all([
    readRows(tx),
    lastChange(tx.objectStore("history")),
    tx.objectStore("quarantine").count(),
    tx.done,
  ]);
  if (rows.bad.length > 0) await setAside(db, rows.bad, now());
  return {
    ...rows.choices,
    revision: rows.revision,
    lastChange: last,
    damaged: aside + rows.bad.length,
    pristine: rows.count + aside === 0,
  };
}

/** Those of these settings that are there and can be read. */
async function settings(db: Database, ...keys: SettingRow["key"][]): Promise<SettingRow[]> {
  const { store, done } = db.transaction("settings");
  const [rows] = await Promise.all([Promise.all(keys.map((key) => store.get(key))), done]);
  return rows.flatMap((row) => settingRowSchema.safeParse(row).data ?? []);
}

/** All or nothing, also where it was zod that refused. */
async function write(db: Database, work: (tx: Writing) => Promise<void>): Promise<void> {
  // "strict": on disk before we say so, for a choice must survive a crash of the browser.
  const tx = db.transaction(tables, "readwrite", { durability: "strict" });
  try {
    await Promise.all([work(tx), tx.done]);
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // Already aborted by the failed request.
    }
    await tx.done.catch(() => {});
    throw error;
  }
}
