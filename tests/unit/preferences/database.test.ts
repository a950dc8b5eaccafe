import { forceCloseDatabase } from "fake-indexeddb";
import { openDB, unwrap } from "idb";
import { beforeEach, expect, test, vi } from "vitest";
import { createOpener } from "../../../lib/preferences/database.ts";
import { type Migration, migrations } from "../../../lib/preferences/migrations.ts";
import { createStore } from "../../../lib/preferences/store.ts";
import { freshProfile } from "./fixtures.ts";

beforeEach(freshProfile);

const addTable: Migration = (db) => {
  (db as unknown as IDBDatabase).createObjectStore("later");
};
const changeRows: Migration = async (_db, upgrade) => {
  const progress = upgrade.objectStore("progress");
  for (const row of await progress.getAll()) await progress.put({ ...row, updatedAt: 5 });
};

test("a store of an older version goes through the steps it lacks, and keeps its rows", async () => {
  const old = createStore(createOpener(), () => 1);
  await old.write({ shows: { alpha: { state: "watched" } } });
  const open = createOpener({ migrations: [...migrations, addTable, changeRows] });
  const db = await open();
  expect(db.version).toBe(migrations.length + 2);
  expect([...db.objectStoreNames]).toContain("later");
  expect(await db.get("progress", "alpha")).toMatchObject({ progress: { state: "watched" }, updatedAt: 5 });
});

test("a new store goes through all steps", async () => {
  const db = await createOpener({ migrations: [...migrations, addTable, changeRows] })();
  expect([...db.objectStoreNames]).toEqual([
    "history",
    "later",
    "progress",
    "quarantine",
    "rules",
    "settings",
  ]);
});

test("a step that fails leaves the old store as it was", async () => {
  await createStore(createOpener(), () => 1).write({ shows: { alpha: { state: "watched" } } });
  const broken: Migration = () => {
    throw new Error("step failed");
  };
  await expect(createOpener({ migrations: [...migrations, broken] })()).rejects.toThrow();
  expect(await createStore(createOpener(), () => 1).read()).toMatchObject({
    shows: { alpha: { state: "watched" } },
  });
});

test("an open connection makes way for a newer version", async () => {
  await createOpener()();
  const db = await createOpener({ migrations: [...migrations, addTable], patience: 500 })();
  expect(db.version).toBe(migrations.length + 1);
});

test("a store of a newer version is not opened, and not harmed", async () => {
  const newer = createOpener({ migrations: [...migrations, addTable] });
  await createStore(newer, () => 1).write({ shows: { alpha: { state: "watched" } } });
  await expect(createOpener()()).rejects.toThrow();
  expect(await createStore(newer, () => 1).read()).toMatchObject({ shows: { alpha: { state: "watched" } } });
});

test("after a failure the next call tries anew", async () => {
  const open = createOpener();
  const refuse = vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("private window", "InvalidStateError");
  });
  await expect(open()).rejects.toThrow("private window");
  refuse.mockRestore();
  expect((await open()).name).toBe("spoiler-shield");
});

test("a connection that the browser ends is opened anew", async () => {
  const open = createOpener();
  const ended = await open();
  // What a browser tells whose disk is gone, or whose data somebody clears.
  // Its types want the class.
  forceCloseDatabase(unwrap(ended) as never);
  const db = await open();
  expect(db).not.toBe(ended);
  expect(await db.count("progress")).toBe(0);
});

test("a request that never answers is not waited for", async () => {
  vi.spyOn(indexedDB, "open").mockReturnValue(new IDBOpenDBRequest());
  await expect(createOpener({ patience: 20 })()).rejects.toThrow("did not answer");
  vi.restoreAllMocks();
});

test("a request that hangs is waited for once, and used when it answers after all", async () => {
  const hold = await openDB("spoiler-shield", 1);
  const open = createOpener({ patience: 1_000 });
  await expect(open()).rejects.toThrow("did not answer");
  const asked = performance.now();
  await Promise.all(Array.from({ length: 5 }, () => expect(open()).rejects.toThrow("did not answer")));
  expect(performance.now() - asked).toBeLessThan(500);
  hold.close();
  await vi.waitFor(async () => expect((await open()).version).toBe(migrations.length));
});
