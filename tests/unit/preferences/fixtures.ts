/** Storage for tests: an IndexedDB of one's own and a storage.local that can be made to fail. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { createOpener } from "../../../lib/preferences/database.ts";
import { createMarks } from "../../../lib/preferences/marks.ts";
import type { SnapshotArea } from "../../../lib/preferences/mirror.ts";
import { createOldDatabase } from "../../../lib/preferences/old-database.ts";
import { createPreferences } from "../../../lib/preferences/preferences.ts";
import { readSnapshot, snapshotKey } from "../../../lib/preferences/snapshot.ts";
import { createStore } from "../../../lib/preferences/store.ts";

export const catalog = [
  { id: "alpha" },
  { id: "beta", continues: "alpha" },
  { id: "gamma", continues: "beta" },
  { id: "delta" },
];

/** A profile without any data. */
export function freshProfile(): void {
  globalThis.indexedDB = new IDBFactory();
}

export class FakeArea implements SnapshotArea {
  data: Record<string, unknown> = {};
  broken = false;
  writes = 0;

  async get(key: string) {
    if (this.broken) throw new Error("storage is broken");
    return key in this.data ? { [key]: structuredClone(this.data[key]) } : {};
  }

  async set(items: Record<string, unknown>) {
    if (this.broken) throw new Error("QuotaExceededError");
    this.writes++;
    Object.assign(this.data, structuredClone(items));
  }

  get snapshot() {
    return readSnapshot(this.data[snapshotKey]);
  }
}

/** The part of the extension's own file system that is used. `broken`: as in a private window. */
export class FakeFiles {
  readonly names = new Set<string>();
  broken = false;

  readonly directory = async () => {
    if (this.broken) throw new DOMException("no file system here", "SecurityError");
    return this as unknown as FileSystemDirectoryHandle;
  };

  async getFileHandle(name: string, { create = false } = {}) {
    if (create) this.names.add(name);
    else this.need(name);
    return {};
  }

  async removeEntry(name: string) {
    this.need(name);
    this.names.delete(name);
  }

  private need(name: string) {
    if (!this.names.has(name)) throw new DOMException("no such file", "NotFoundError");
  }
}

/** The background as it stands after a start, over the profile's data; a session of its own is a browser's start. */
export function start(
  area: FakeArea,
  now: () => number = () => 1_000,
  session = new FakeArea(),
  files = new FakeFiles(),
) {
  const open = createOpener();
  const store = createStore(open, now);
  const old = createOldDatabase(now);
  const marks = createMarks(files.directory);
  return { open, store, preferences: createPreferences({ store, area, old, session, marks, catalog }) };
}
