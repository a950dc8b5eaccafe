/**
 * The truth about the preferences: IndexedDB rows in, checked state out. A row that zod refuses is moved to the table
 * `quarantine` and counted, so that nothing is lost and one bad row never costs the others.
 */
import type { Progress } from "../catalog/progress.ts";
import type { Level } from "../detect/levels.ts";
import type { Database } from "./migrations.ts";
import { setAside, splitRows } from "./quarantine.ts";
import { progressRowSchema, type SettingRow, settingRowSchema } from "./rows.ts";
import { closedSnapshot } from "./snapshot.ts";

/** What the user has set. */
export interface Choices {
  readonly shows: Readonly<Record<string, Progress>>;
  readonly sitesOff: readonly string[];
  readonly level: Level;
}

export interface Stored extends Choices {
  readonly revision: number;
  /** Rows that were set aside, now or earlier. */
  readonly damaged: number;
  /** No row in any table: a store that has just been created. */
  readonly pristine: boolean;
}

/** A change; what is not named stays. `null` takes a show back to "not started". */
export interface Edit {
  readonly shows?: Readonly<Record<string, Progress | null>>;
  readonly sites?: Readonly<Record<string, boolean>>;
  readonly level?: Level;
  /** The new revision is greater than this too. */
  readonly after?: number;
}

export interface Store {
  read(): Promise<Stored>;
  /** Writes all of the edit or nothing of it, and raises the revision. */
  write(edit: Edit): Promise<void>;
}

/** The store over a database that `open` gives; `now` in milliseconds since 1970. */
export function createStore(open: () => Promise<Database>, now: () => number): Store {
  return { read: async () => read(await open(), now), write: async (edit) => write(await open(), edit, now) };
}

async function read(db: Database, now: () => number): Promise<Stored> {
  const tx = db.transaction(["progress", "settings", "quarantine"]);
  const [progressKeys, progressRows, settingKeys, settingRows, aside] = await Promise.all([
    tx.objectStore("progress").getAllKeys(),
    tx.objectStore("progress").getAll(),
    tx.objectStore("settings").getAllKeys(),
    tx.objectStore("settings").getAll(),
    tx.objectStore("quarantine").count(),
    tx.done,
  ]);
  const progress = splitRows("progress", progressRowSchema, progressKeys, progressRows);
  const settings = splitRows("settings", settingRowSchema, settingKeys, settingRows);
  const bad = [...progress.bad, ...settings.bad];
  if (bad.length > 0) await setAside(db, bad, now());
  return {
    shows: Object.fromEntries(progress.good.map((row) => [row.show, row.progress])),
    sitesOff: setting(settings.good, "sitesOff") ?? closedSnapshot.sitesOff,
    level: setting(settings.good, "level") ?? closedSnapshot.level,
    revision: setting(settings.good, "revision") ?? 0,
    damaged: aside + bad.length,
    pristine: progressRows.length + settingRows.length + aside === 0,
  };
}

async function write(db: Database, edit: Edit, now: () => number): Promise<void> {
  // "strict": on disk before we say so, for a choice must survive a crash of the browser.
  const tx = db.transaction(["progress", "settings"], "readwrite", { durability: "strict" });
  const progress = tx.objectStore("progress");
  const settings = tx.objectStore("settings");
  const work = async () => {
    for (const [show, value] of Object.entries(edit.shows ?? {})) {
      if (value === null) await progress.delete(show);
      else await progress.put(progressRowSchema.parse({ show, progress: value, updatedAt: now() }));
    }
    const put = (row: SettingRow) => settings.put(settingRowSchema.parse(row));
    if (edit.level) await put({ key: "level", value: edit.level });
    if (edit.sites) {
      const off = new Set(checkedSetting(await settings.get("sitesOff"), "sitesOff"));
      for (const [site, on] of Object.entries(edit.sites)) {
        if (on) off.delete(site);
        else off.add(site);
      }
      await put({ key: "sitesOff", value: [...off].sort() });
    }
    const revision = checkedSetting(await settings.get("revision"), "revision") ?? 0;
    await put({ key: "revision", value: Math.max(revision, edit.after ?? 0) + 1 });
  };
  try {
    await Promise.all([work(), tx.done]);
  } catch (error) {
    try {
      tx.abort(); // All or nothing, also where it was zod that refused.
    } catch {
      // Already aborted by the failed request.
    }
    await tx.done.catch(() => {});
    throw error;
  }
}

type SettingValue<K extends SettingRow["key"]> = Extract<SettingRow, { key: K }>["value"];

function setting<K extends SettingRow["key"]>(
  rows: readonly SettingRow[],
  key: K,
): SettingValue<K> | undefined {
  return rows.find((row) => row.key === key)?.value as SettingValue<K> | undefined;
}

/** A damaged setting counts as missing: the next read would have set it aside. */
function checkedSetting<K extends SettingRow["key"]>(row: unknown, key: K): SettingValue<K> | undefined {
  const { data } = settingRowSchema.safeParse(row);
  return data ? setting([data], key) : undefined;
}
