/** Profiles as shipped versions left them (shipped/): written with the browser's own API, not with today's code. */
import { readFileSync } from "node:fs";
import type { Choices } from "../../../lib/preferences/choices.ts";

interface Table {
  readonly options: IDBObjectStoreParameters;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

export interface OldStore {
  readonly version: number;
  readonly tables: Readonly<Record<string, Table>>;
  /** What must be read of it. */
  readonly read: Partial<Choices> & { readonly revision: number };
}

export interface OldSnapshot {
  readonly stored: Readonly<Record<string, unknown>>;
  readonly read: Partial<Choices> & { readonly revision: number };
}

const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`shipped/${name}.json`, import.meta.url), "utf8")) as unknown;
export const oldStores = ["1", "2"].map((version) => fixture(`store-${version}`) as OldStore);
/** The first form of version 2 did not know `sections`. */
export const oldSnapshots = ["1", "2-first", "2"].map((form) => fixture(`snapshot-${form}`) as OldSnapshot);

export function writeStore({ version, tables }: Pick<OldStore, "version" | "tables">): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("spoiler-shield", version);
    request.onupgradeneeded = () => {
      for (const [name, { options }] of Object.entries(tables))
        request.result.createObjectStore(name, options);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const tx = request.result.transaction(Object.keys(tables), "readwrite");
      for (const [name, { rows }] of Object.entries(tables))
        for (const row of rows) tx.objectStore(name).put(row);
      tx.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}
