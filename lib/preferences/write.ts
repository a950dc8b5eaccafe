/** Writes an edit as rows, within a transaction that the store begins and ends. */
import type { IDBPTransaction, StoreNames } from "idb";
import { mostRules } from "../catalog/rule.ts";
import { canonical } from "./canonical.ts";
import { applyEdit, type Choices, type Edit, type EditFor, inverseOf } from "./choices.ts";
import { remember } from "./history.ts";
import type { Tables } from "./migrations.ts";
import { readRows } from "./read.ts";
import { editSchema, progressRowSchema, ruleRowSchema, settingRowSchema } from "./rows.ts";
import type { WriteOptions } from "./store.ts";

export const tables: StoreNames<Tables>[] = ["progress", "settings", "rules", "history", "quarantine"];

export type Writing = IDBPTransaction<Tables, StoreNames<Tables>[], "readwrite">;

/** Which setting holds which part of an edit. */
const settingOf = {
  sites: "sitesOff",
  level: "level",
  scope: "scope",
  sections: "sections",
  look: "look",
  pause: "pause",
  spared: "spared",
} as const satisfies Partial<Record<keyof Edit, keyof Choices>>;

/** Throws where zod refuses the edit, or where there would be too many rules. `at`: milliseconds since 1970. */
export async function writeEdit(
  tx: Writing,
  unchecked: EditFor,
  options: WriteOptions,
  at: number,
): Promise<void> {
  const { choices: before, revision, addedAt } = await readRows(tx);
  const made = typeof unchecked === "function" ? unchecked(before) : unchecked;
  if (!made) return;
  const edit = editSchema.parse(made);
  const after = applyEdit(before, edit);
  if (after.rules.length > mostRules) throw new Error(`more than ${mostRules} rules`);

  const progress = tx.objectStore("progress");
  for (const [show, value] of Object.entries(edit.shows ?? {})) {
    if (value === null) await progress.delete(show);
    else await progress.put(progressRowSchema.parse({ show, progress: value, updatedAt: at }));
  }
  await writeRules(tx, edit, at);
  const settings = tx.objectStore("settings");
  const put = (row: unknown) => settings.put(settingRowSchema.parse(row));
  for (const [part, key] of Object.entries(settingOf))
    if (edit[part as keyof typeof settingOf] !== undefined) await put({ key, value: after[key] });
  await put({ key: "revision", value: Math.max(revision, options.after ?? 0) + 1 });
  const inverse = { ...inverseOf(before, edit), ...placesOf(edit, addedAt) };
  if ((options.undoable ?? true) && canonical(inverse) !== canonical(edit))
    await remember(tx.objectStore("history"), { edit, inverse, at });
}

/** Where the rules stood that the edit deletes. */
function placesOf({ rules = {} }: Edit, addedAt: ReadonlyMap<string, number>): Pick<Edit, "addedAt"> {
  const places = Object.entries(rules).flatMap(([id, rule]) => {
    const place = addedAt.get(id);
    return rule || place === undefined ? [] : [[id, place]];
  });
  return places.length > 0 ? { addedAt: Object.fromEntries(places) } : {};
}

async function writeRules(tx: Writing, { rules = {}, addedAt = {} }: Edit, at: number): Promise<void> {
  const table = tx.objectStore("rules");
  let place = at;
  for (const [id, rule] of Object.entries(rules)) {
    if (rule === null) {
      await table.delete(id);
      continue;
    }
    const { data: old } = ruleRowSchema.safeParse(await table.get(id));
    await table.put(
      ruleRowSchema.parse({ id, rule: { ...rule, id }, addedAt: old?.addedAt ?? addedAt[id] ?? place++ }),
    );
  }
}
