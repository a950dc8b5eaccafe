/** Changes that can be undone, in a table beside the choices: undo works after the worker has slept, too. */
import type { IDBPObjectStore, StoreNames } from "idb";
import type { Change, Edit } from "./choices.ts";
import type { Tables } from "./migrations.ts";
import { historyRowSchema } from "./rows.ts";

type Names = StoreNames<Tables>[];
type History = IDBPObjectStore<Tables, Names, "history", "readonly" | "readwrite">;
type WritableHistory = IDBPObjectStore<Tables, Names, "history", "readwrite">;

/** So many changes back. */
const depth = 50;

/** The change that would be taken back next. A row that cannot be read is no choice of anybody's: it counts as none. */
export async function lastChange(history: History): Promise<Change | null> {
  const cursor = await history.openCursor(null, "prev");
  const { data } = historyRowSchema.safeParse(cursor?.value);
  return cursor && data ? { id: cursor.key, ...data } : null;
}

/** Remembers a change, and forgets the one that has become too old. */
export async function remember(history: WritableHistory, change: Omit<Change, "id">): Promise<void> {
  const key = await history.add(historyRowSchema.parse(change));
  if (key > depth) await history.delete(IDBKeyRange.upperBound(key - depth));
}

/** Removes the last change (if it is `id`, where one is given), and returns the edit that undoes it. */
export async function takeBack(history: WritableHistory, id?: number): Promise<Edit | undefined> {
  const last = await lastChange(history);
  if (!last || (id !== undefined && id !== last.id)) return undefined;
  await history.delete(last.id);
  return last.inverse;
}
