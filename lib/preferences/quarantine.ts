/** Rows that cannot be read are moved, not deleted: somebody may still want to repair them. */
import { z } from "zod";
import type { Database } from "./migrations.ts";

/** The tables whose rows are choices of the reader's. */
export const choiceTables = ["progress", "settings", "rules"] as const;

export interface BadRow {
  readonly table: (typeof choiceTables)[number];
  readonly key: IDBValidKey;
  readonly reason: string;
  readonly stillBad: (row: unknown) => boolean;
}

/** Rows of one table, sorted into those that can be used and those that cannot. `keys` and `rows` run in step. */
export function splitRows<T>(
  table: BadRow["table"],
  schema: z.ZodType<T>,
  keys: readonly IDBValidKey[],
  rows: readonly unknown[],
): { good: T[]; bad: BadRow[] } {
  const good: T[] = [];
  const bad: BadRow[] = [];
  const stillBad = (row: unknown) => !schema.safeParse(row).success;
  rows.forEach((row, i) => {
    const checked = schema.safeParse(row);
    const key = keys[i];
    if (checked.success) good.push(checked.data);
    else if (key !== undefined) bad.push({ table, key, reason: z.prettifyError(checked.error), stillBad });
  });
  return { good, bad };
}

/** Moves the rows in one transaction, each only if it is still there and still bad: somebody may have written since. */
export async function setAside(db: Database, bad: readonly BadRow[], at: number): Promise<void> {
  const tx = db.transaction([...choiceTables, "quarantine" as const], "readwrite", { durability: "strict" });
  const move = async ({ table, key, reason, stillBad }: BadRow) => {
    const range = IDBKeyRange.only(key);
    const [row] = await tx.objectStore(table).getAll(range);
    if (row === undefined || !stillBad(row)) return;
    await tx.objectStore("quarantine").add({ table, row, reason, at });
    await tx.objectStore(table).delete(range);
  };
  await Promise.all([...bad.map(move), tx.done]);
}
