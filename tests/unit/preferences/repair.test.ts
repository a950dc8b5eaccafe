/** Repair and copies, with everything that can be wrong with a store. */
import { openDB } from "idb";
import { beforeEach, expect, test, vi } from "vitest";
import { readBackup, writeBackup } from "../../../lib/exchange/backup.ts";
import { defaults } from "../../../lib/preferences/choices.ts";
import { mend } from "../../../lib/preferences/mend.ts";
import { snapshotKey } from "../../../lib/preferences/snapshot.ts";
import { FakeArea, freshProfile, start } from "./fixtures.ts";

beforeEach(() => {
  vi.restoreAllMocks();
  freshProfile();
});

const watched = { state: "watched" } as const;
const rule = { id: "r", kind: "name", text: "Nadia" } as const;

test.each([
  ["progress", { show: "alpha", progress: watched, updatedAt: "yesterday" }, { shows: { alpha: watched } }],
  ["progress", { show: "alpha", progress: { ...watched, mood: 5 } }, { shows: { alpha: watched } }],
  [
    "progress",
    { show: "alpha", progress: { state: "watching", part: 1, episode: 7, minute: 3 } },
    { shows: { alpha: { state: "watching", part: 1, episode: 7 } } },
  ],
  ["rules", { id: "r", rule: { ...rule, colour: "red" } }, { rules: { r: rule } }],
  ["settings", { key: "level", value: "careful", since: 5 }, { level: "careful" }],
  ["settings", { key: "sitesOff", value: ["a.example", 7, "no site"] }, { sites: { "a.example": false } }],
  ["settings", { key: "spared", value: ["k1", null] }, { spared: { k1: true } }],
])("of a damaged row of %s what can be read is put back: %j", (table, row, edit) => {
  expect(mend([{ table, row }], defaults)).toEqual({ edit, used: [true] });
});

test.each([
  ["progress", null],
  ["progress", { show: "alpha", progress: { state: "eaten" } }],
  ["progress", { show: "alpha", progress: { state: "watching", part: 0, episode: 3 } }],
  ["progress", { show: "../etc", progress: watched }],
  ["rules", { id: "r", rule: { ...rule, text: "!" } }],
  ["settings", { key: "level", value: "paranoid" }],
  ["settings", { key: "sitesOff", value: "everything" }],
  ["settings", { key: "revision", value: -7 }],
  ["moods", { id: 1 }],
])("where nothing can be made of a row of %s it stays aside: %j", (table, row) => {
  expect(mend([{ table, row }], defaults)).toEqual({ edit: {}, used: [false] });
});

test("what has been chosen since is not overridden, and the old row has done its service", () => {
  const now = { ...defaults, shows: { alpha: { state: "open" } }, level: "certain", rules: [rule] } as const;
  const rows = [
    { table: "progress", row: { show: "alpha", progress: watched } },
    { table: "settings", row: { key: "level", value: "careful" } },
    { table: "rules", row: { id: "r", rule: { ...rule, text: "Jean" } } },
    { table: "settings", row: { key: "pause", value: { until: "restart" } } },
  ];
  expect(mend(rows, now)).toEqual({ edit: {}, used: [true, true, true, true] });
});

test("rules that were set aside return to their places", async () => {
  const { open, preferences } = start(new FakeArea());
  const rules = ["c", "d", "b", "a"].map((id) => ({ id, kind: "name", text: id }) as const);
  let addedAt = 2_000;
  // By a version that is to come.
  for (const { id, ...rest } of rules)
    await (await open()).put("rules", { id, rule: { id, ...rest, colour: 1 }, addedAt: addedAt++ } as never);
  await (await open()).put("rules", { id: "d", rule: rules[1], addedAt: 2_001 } as never);
  expect((await preferences.state()).rules).toEqual([rules[1]]);
  expect((await preferences.repair()).rules).toEqual(rules);
});

test("repair puts back what can be read; what is left can be copied and then deleted", async () => {
  const area = new FakeArea();
  const { open, preferences } = start(area);
  await preferences.edit({ shows: { beta: watched } });
  const db = await open();
  await db.put("progress", { show: "delta", progress: watched, updatedAt: -1 });
  await db.put("rules", { id: "x", rule: "none" } as never);
  await preferences.heal();
  expect(await preferences.state()).toMatchObject({ problems: [{ kind: "damaged", rows: 2 }] });
  const repaired = await preferences.repair();
  expect(repaired).toMatchObject({
    shows: { beta: watched, delta: watched },
    problems: [{ kind: "damaged", rows: 1 }],
  });
  expect(area.snapshot.shows).toMatchObject({ delta: watched });
  const { choices, aside } = await preferences.copy();
  expect(aside).toMatchObject([{ table: "rules", row: { id: "x", rule: "none" } }]);
  const file = JSON.parse(writeBackup(choices, 0, aside));
  expect(file.aside).toHaveLength(1);
  expect(readBackup(file)).toMatchObject({ shows: { beta: watched, delta: watched } });
  expect(await preferences.discard()).toMatchObject({ problems: [], shows: { delta: watched } });
});

/** A store as a version that is to come may leave it: more tables, more fields, other words. */
async function writeNewerStore(): Promise<void> {
  const { preferences } = start(new FakeArea());
  await preferences.edit({ shows: { alpha: watched }, level: "careful", rules: { r: rule } });
  const db = await openDB("spoiler-shield", 9, { upgrade: (d) => void d.createObjectStore("moods") });
  await db.put("moods", { mood: "blue" }, 1);
  await db.put("progress", { show: "beta", progress: { state: "skimmed" }, updatedAt: 1 });
  await db.put("progress", { show: "gamma", progress: { ...watched, times: 3 }, updatedAt: 1 });
  db.close();
}

test("a store of a newer version: said, copied as far as it is understood, made anew on request, nothing lost", async () => {
  await writeNewerStore();
  const area = new FakeArea();
  area.data[snapshotKey] = { version: 9, revision: 40, shows: { alpha: "all" } };
  const { preferences } = start(area);
  await preferences.heal();
  expect(await preferences.state()).toMatchObject({ shows: {}, problems: [{ kind: "newer" }] });
  const known = { shows: { alpha: watched, gamma: watched }, level: "careful", rules: [rule] };
  const { choices, aside } = await preferences.copy();
  expect(choices).toMatchObject(known);
  const rows = [
    { table: "progress", row: { show: "beta", progress: { state: "skimmed" } } },
    { table: "moods", row: { mood: "blue" } },
  ];
  expect(aside).toHaveLength(rows.length);
  expect(aside).toEqual(
    expect.arrayContaining(rows.map((row) => expect.objectContaining({ table: row.table }))),
  );
  expect(await preferences.repair()).toMatchObject({
    ...known,
    problems: [{ kind: "damaged", rows: aside.length }],
  });
  expect(area.snapshot).toMatchObject({ level: "careful", shows: { gamma: watched } });
  expect((await preferences.copy()).aside).toEqual(aside);
  expect(await start(area).preferences.edit({ shows: { delta: watched } })).toMatchObject({
    shows: { delta: watched, gamma: watched },
  });
});

test("a worker that dies between the end of the old store and the new one: the next start has the list", async () => {
  await writeNewerStore();
  const area = new FakeArea();
  const { store, preferences } = start(area);
  store.repair = () => Promise.reject(new Error("killed"));
  await expect(preferences.repair()).rejects.toThrow("killed");
  const next = start(area).preferences;
  await next.heal();
  expect(await next.state()).toMatchObject({ shows: { alpha: watched, gamma: watched }, level: "careful" });
});

test("a store that does not open and cannot be read: made anew of what pages were told", async () => {
  const area = new FakeArea();
  await start(area).preferences.edit({ shows: { delta: watched }, level: "careful" });
  freshProfile();
  const refuse = vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("corrupt", "UnknownError");
  });
  // What deleting it mends.
  vi.spyOn(indexedDB, "deleteDatabase").mockImplementation(() => {
    refuse.mockRestore();
    return new IDBFactory().deleteDatabase("spoiler-shield");
  });
  const { preferences } = start(area);
  expect(await preferences.state()).toMatchObject({ problems: [{ kind: "closed" }] });
  expect((await preferences.copy()).choices).toMatchObject({ shows: { delta: watched }, level: "careful" });
  expect(await preferences.repair()).toMatchObject({
    shows: { delta: watched },
    level: "careful",
    problems: [],
  });
});

test("where neither store nor snapshot can be read, nothing is deleted", async () => {
  await start(new FakeArea()).preferences.edit({ shows: { delta: watched } });
  const area = new FakeArea();
  area.data[snapshotKey] = { version: 9 };
  const refuse = vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("locked", "UnknownError");
  });
  const drop = vi.spyOn(indexedDB, "deleteDatabase");
  await expect(start(area).preferences.repair()).rejects.toThrow();
  area.broken = true;
  await expect(start(area).preferences.repair()).rejects.toThrow();
  expect(drop).not.toHaveBeenCalled();
  refuse.mockRestore();
  expect(await start(new FakeArea()).preferences.state()).toMatchObject({ shows: { delta: watched } });
});

test("pages that could not be told are told by a repair", async () => {
  const area = new FakeArea();
  const { preferences } = start(area);
  await preferences.edit({ level: "careful" });
  area.broken = true;
  await preferences.edit({ level: "certain" });
  expect((await preferences.repair()).problems).toEqual([{ kind: "snapshot" }]);
  area.broken = false;
  expect((await preferences.repair()).problems).toEqual([]);
  expect(area.snapshot.level).toBe("certain");
});

test("a store that was emptied, and could not be filled at the start, is filled before it is repaired", async () => {
  const area = new FakeArea();
  await start(area).preferences.edit({ shows: { delta: watched } });
  freshProfile();
  const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("disk full", "QuotaExceededError");
  });
  const { preferences } = start(area);
  await preferences.heal();
  await expect(preferences.repair()).rejects.toThrow("disk full");
  full.mockRestore();
  expect(await preferences.repair()).toMatchObject({ shows: { delta: watched }, problems: [] });
  expect(area.snapshot.shows).toEqual({ delta: watched });
});
