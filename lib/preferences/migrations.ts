/**
 * How the store came to its present form. Step n brings a store of version n to n + 1; steps that have shipped are
 * never edited, only added to, so that a store of any age reaches the present by the same way.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import type { HistoryRow, ProgressRow, QuarantineRow, RuleRow, SettingRow } from "./rows.ts";

export interface Tables extends DBSchema {
  progress: { key: string; value: ProgressRow };
  settings: { key: string; value: SettingRow };
  rules: { key: string; value: RuleRow };
  /** Changes with what takes them back, with keys that count up. */
  history: { key: number; value: HistoryRow };
  /** Damaged rows, with keys that count up. */
  quarantine: { key: number; value: QuarantineRow };
}

export type Database = IDBPDatabase<Tables>;
export type Upgrade = IDBPTransaction<Tables, StoreNames<Tables>[], "versionchange">;
export type Migration = (db: Database, upgrade: Upgrade) => void | Promise<void>;

export const migrations: readonly Migration[] = [
  (db) => {
    db.createObjectStore("progress", { keyPath: "show" });
    db.createObjectStore("settings", { keyPath: "key" });
    db.createObjectStore("quarantine", { autoIncrement: true });
  },
  (db) => {
    db.createObjectStore("rules", { keyPath: "id" });
    db.createObjectStore("history", { autoIncrement: true });
  },
];
