/**
 * A transaction that aborts, at each call of each change: whoever asked hears of it, nothing has changed then, and the
 * next change is made.
 */
import { afterAll, expect, test } from "vitest";
import type { Preferences } from "../../../lib/preferences/preferences.ts";
import { record } from "../../figures.ts";
import { FakeArea, freshProfile, start } from "../preferences/fixtures.ts";

/** Fake IndexedDB's own way to end a transaction with an error of the browser's. */
interface Abortable extends IDBTransaction {
  _abort(name: string): void;
}
type Way = (tx: IDBTransaction, request: IDBRequest) => void;

const ways: Readonly<Record<string, Way>> = {
  "by abort() while a call waits for its answer": (tx) => queueMicrotask(() => tx.abort()),
  // After the last of them only the transaction itself tells that it has failed.
  "by abort() after a call's answer": (tx, request) => {
    request.addEventListener("success", () => tx.abort());
  },
  "by the browser after a call's answer": (tx, request) => {
    request.addEventListener("success", () => (tx as Abortable)._abort("UnknownError"));
  },
};

let planned: { after: number; readonly way: Way } | undefined;
/** What kind of transaction has been aborted. */
let struck: IDBTransactionMode | undefined;

for (const name of ["get", "getAll", "getAllKeys", "put", "add", "delete", "clear", "count", "openCursor"]) {
  const real = IDBObjectStore.prototype[name as "get"] as (...args: unknown[]) => IDBRequest;
  Object.defineProperty(IDBObjectStore.prototype, name, {
    value(this: IDBObjectStore, ...args: unknown[]) {
      const request = real.apply(this, args);
      if (!planned || planned.after-- > 0) return request;
      const { way } = planned;
      planned = undefined;
      struck = this.transaction.mode;
      way(this.transaction, request);
      return request;
    },
  });
}

const watched = { state: "watched" } as const;
/** Two choices that can be undone, and two damaged rows: one that can be put back, one that cannot. */
async function profile() {
  freshProfile();
  const area = new FakeArea();
  const background = start(area);
  await background.preferences.edit({ shows: { alpha: watched }, sites: { "a.example": false } });
  await background.preferences.edit({ level: "careful", rules: { r: { id: "r", kind: "name", text: "L" } } });
  const db = await background.open();
  await db.put("progress", { show: "gamma", progress: watched, updatedAt: "x" } as never);
  await db.put("settings", { key: "look", value: 7 } as never);
  await background.preferences.heal();
  return { area, ...background };
}

const changes: Readonly<Record<string, (preferences: Preferences) => Promise<unknown>>> = {
  "a choice": (preferences) =>
    preferences.edit({ shows: { alpha: null, beta: watched }, rules: { r: null }, level: "certain" }),
  undo: (preferences) => preferences.undo(),
  "erasing everything": (preferences) => preferences.erase(),
  repair: (preferences) => preferences.repair(),
  "discarding what is damaged": (preferences) => preferences.discard(),
};

/** All that a reader would miss. */
async function kept(preferences: Preferences) {
  const { revision: _, lastChange, ...state } = await preferences.state();
  return { ...state, undo: lastChange?.inverse };
}

const figures = { cases: 0, unmade: 0 };
afterAll(() => record("transactions aborted at each call of each change", { ...figures }));

test.each(
  Object.keys(changes).flatMap((change) => Object.keys(ways).map((way) => [change, way] as const)),
)("%s, aborted %s: nothing is lost, it is said, and the next change is made", async (change, way) => {
  const make = changes[change]!;
  const whole = await profile();
  await make(whole.preferences);
  const done = await kept(whole.preferences);
  let refusedWrites = 0;
  for (let after = 0; ; after++) {
    const { area, preferences } = await profile();
    const before = { ...(await kept(preferences)), told: area.snapshot };
    struck = undefined;
    planned = { after, way: ways[way]! };
    const error = await make(preferences).then(
      () => undefined,
      (e: unknown) => e as DOMException,
    );
    planned = undefined;
    if (!struck) break;
    figures.cases++;
    if (struck === "readwrite") {
      expect(error).toBeInstanceOf(DOMException);
      refusedWrites++;
    }
    if (error) {
      figures.unmade++;
      expect({ ...(await kept(preferences)), told: area.snapshot }).toEqual(before);
    } else {
      // Aborted was what came after it: it has been confirmed, and pages hear of it at the next start at the latest.
      await preferences.heal();
      expect(await kept(preferences)).toEqual(done);
    }
    const { shows } = await preferences.edit({ shows: { delta: watched } });
    expect(shows).toEqual({ ...(error ? before : done).shows, delta: watched });
    // And with what follows from it.
    expect(area.snapshot.shows).toMatchObject(shows);
    // On disk, too: another background finds the same.
    expect((await start(area).preferences.state()).shows).toEqual(shows);
  }
  expect(refusedWrites).toBeGreaterThan(2);
});
