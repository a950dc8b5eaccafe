/**
 * A background that can die: its n-th call to a store is its last. What it had not committed is rolled back, as
 * browsers do with the transactions of a worker that is gone, and nothing it still tries has an effect.
 */
import "fake-indexeddb/auto";
import { unwrap } from "idb";
import { createOpener } from "../../../lib/preferences/database.ts";
import { createMarks } from "../../../lib/preferences/marks.ts";
import type { Database } from "../../../lib/preferences/migrations.ts";
import type { SnapshotArea } from "../../../lib/preferences/mirror.ts";
import { createOldDatabase, type OldDatabase } from "../../../lib/preferences/old-database.ts";
import { createPreferences, type Preferences } from "../../../lib/preferences/preferences.ts";
import { createStore } from "../../../lib/preferences/store.ts";
import { catalog, type FakeArea, type FakeFiles } from "../preferences/fixtures.ts";

export interface Fault {
  /** After so many calls to the stores. */
  readonly after: number;
  /**
   * `kill`: the worker is gone, and a snapshot on its way is not written. `late-kill`: it still is.
   * `quota`: the disk is full, once. `abort`: the browser aborts the transaction, once.
   */
  readonly kind: "kill" | "late-kill" | "quota" | "abort";
}

export interface Life {
  readonly preferences: Preferences;
  readonly open: () => Promise<Database>;
  /** Plans a fault from now on, or none. */
  plan(fault: Fault | undefined): void;
  /** Did the planned fault come to pass? */
  readonly struck: boolean;
  /** Resolves when the worker is killed. */
  readonly death: Promise<"dead">;
  end(): Promise<void>;
}

interface Fate {
  /** True: the caller is no more, or refused. */
  strike(): Fault["kind"] | undefined;
  readonly dead: boolean;
}

const fates = new WeakMap<object, Fate>();
const never = <T>() => new Promise<T>(() => {});

/** Fake IndexedDB's own way to end a transaction with an error of the browser's. */
interface Abortable extends IDBTransaction {
  readonly _state: string;
  _abort(name: string | null): void;
}

const calls = [
  "get",
  "getAll",
  "getAllKeys",
  "put",
  "add",
  "delete",
  "clear",
  "count",
  "openCursor",
] as const;
for (const name of calls) {
  const real = IDBObjectStore.prototype[name] as (...args: unknown[]) => IDBRequest;
  Object.defineProperty(IDBObjectStore.prototype, name, {
    value(this: IDBObjectStore, ...args: unknown[]) {
      const tx = this.transaction as Abortable;
      const fate = fates.get(tx.db);
      const struck = fate?.strike();
      if (!struck) return real.apply(this, args);
      const request = fate?.dead ? new IDBRequest() : real.apply(this, args);
      // Not in the middle of the caller's own statement: browsers do not do that either.
      queueMicrotask(() => {
        // Ended twice, it would undo what it has undone.
        if (tx._state !== "finished") tx._abort(struck === "quota" ? "QuotaExceededError" : "AbortError");
      });
      return request;
    },
  });
}

/** A disk on which the browser can be unable to read the database, until it is deleted. */
export interface Disk {
  unreadable: boolean;
}

/** A background over the profile's data, as after a start. */
export function live(area: FakeArea, files: FakeFiles, now: () => number, disk: Disk): Life {
  let planned: Fault | undefined;
  let left = 0;
  let struck = false;
  let dead = false;
  let die: (word: "dead") => void = () => {};
  const death = new Promise<"dead">((resolve) => {
    die = resolve;
  });
  const fate: Fate = {
    strike() {
      if (dead) return "kill";
      if (!planned || left-- > 0) return undefined;
      const { kind } = planned;
      planned = undefined;
      struck = true;
      if (kind === "kill" || kind === "late-kill") {
        dead = true;
        die("dead");
      }
      return kind;
    },
    get dead() {
      return dead;
    },
  };
  const opener = createOpener();
  const open = async () => {
    if (dead) return never<Database>();
    if (disk.unreadable) throw new DOMException("corrupt", "UnknownError");
    const db = await opener();
    fates.set(unwrap(db), fate);
    return db;
  };
  const guarded: SnapshotArea = {
    async get(key) {
      const kind = fate.strike();
      if (dead) return never();
      if (kind) throw new Error(kind);
      return area.get(key);
    },
    async set(items) {
      const kind = fate.strike();
      if (kind === "late-kill") await area.set(items);
      if (dead) return never();
      if (kind) throw new Error(kind);
      return area.set(items);
    },
  };
  // Only the worker dies: the browser's session goes on, and with it a pause until the next start.
  const session = { get: async (key: string) => ({ [key]: true }), set: async () => {} };
  const marks = createMarks(async () => (dead ? never() : files.directory()));
  const store = createStore(open, now);
  const real = createOldDatabase(now);
  const drop = async () => {
    await real.drop();
    disk.unreadable = false;
  };
  const old: OldDatabase = {
    async rows() {
      const kind = fate.strike();
      if (dead) return never();
      if (kind || disk.unreadable) throw new DOMException("not now", "AbortError");
      return real.rows();
    },
    async drop() {
      const kind = fate.strike();
      if (kind === "late-kill") await drop();
      if (dead) return never();
      if (kind) throw new Error(kind);
      return drop();
    },
  };
  return {
    preferences: createPreferences({ store, area: guarded, old, session, marks, catalog }),
    open,
    plan(fault) {
      planned = fault;
      left = fault?.after ?? 0;
      struck = false;
    },
    get struck() {
      return struck;
    },
    death,
    async end() {
      dead = true;
      // One of a later version does not open.
      await opener().then(
        (db) => db.close(),
        () => {},
      );
    },
  };
}
