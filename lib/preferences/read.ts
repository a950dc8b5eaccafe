/** From rows to what the reader has chosen. Every row passes zod; which do not is said, for quarantine.ts. */
import type { IDBPTransaction, StoreNames } from "idb";
import { type Choices, defaults } from "./choices.ts";
import type { Tables } from "./migrations.ts";
import { type BadRow, choiceTables, splitRows } from "./quarantine.ts";
import { progressRowSchema, ruleRowSchema, type SettingRow, settingRowSchema } from "./rows.ts";

export type Reading = IDBPTransaction<Tables, StoreNames<Tables>[], "readonly" | "readwrite">;

export interface Rows {
  readonly choices: Choices;
  readonly revision: number;
  /** Of each rule, milliseconds since 1970. */
  readonly addedAt: ReadonlyMap<string, number>;
  readonly bad: readonly BadRow[];
  /** How many there are, the bad ones too. */
  readonly count: number;
}

/** All rows of a transaction over at least `choiceTables`. */
export async function readRows(tx: Reading): Promise<Rows> {
  const [progress, settings, rules] = choiceTables.map((name) => tx.objectStore(name));
  const all = await Promise.all(
    [progress!, settings!, rules!].flatMap((table) => [table.getAllKeys(), table.getAll()]),
  );
  const [progressKeys, progressRows, settingKeys, settingRows, ruleKeys, ruleRows] = all as unknown[][] as [
    IDBValidKey[],
    unknown[],
    IDBValidKey[],
    unknown[],
    IDBValidKey[],
    unknown[],
  ];
  const shows = splitRows("progress", progressRowSchema, progressKeys, progressRows);
  const set = splitRows("settings", settingRowSchema, settingKeys, settingRows);
  const own = splitRows("rules", ruleRowSchema, ruleKeys, ruleRows);
  own.good.sort((a, b) => a.addedAt - b.addedAt);
  return {
    choices: {
      ...defaults,
      ...settingsOf(set.good),
      shows: Object.fromEntries(shows.good.map((row) => [row.show, row.progress])),
      rules: own.good.map((row) => row.rule),
    },
    revision: setting(set.good, "revision") ?? 0,
    addedAt: new Map(own.good.map((row) => [row.id, row.addedAt])),
    bad: [...shows.bad, ...set.bad, ...own.bad],
    count: progressRows.length + settingRows.length + ruleRows.length,
  };
}

/** What these rows say; those that are missing say nothing. */
export function settingsOf(rows: readonly SettingRow[]): Partial<Choices> {
  return Object.fromEntries(
    rows.filter(({ key }) => key !== "revision").map(({ key, value }) => [key, value]),
  );
}

type SettingValue<K extends SettingRow["key"]> = Extract<SettingRow, { key: K }>["value"];

function setting<K extends SettingRow["key"]>(
  rows: readonly SettingRow[],
  key: K,
): SettingValue<K> | undefined {
  return rows.find((row) => row.key === key)?.value as SettingValue<K> | undefined;
}
