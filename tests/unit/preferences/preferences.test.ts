import { beforeEach, expect, test, vi } from "vitest";
import { earlyKey, readEarly } from "../../../lib/preferences/early.ts";
import { createMarks } from "../../../lib/preferences/marks.ts";
import { createOldDatabase } from "../../../lib/preferences/old-database.ts";
import { createPreferences } from "../../../lib/preferences/preferences.ts";
import { closedSnapshot, snapshotKey } from "../../../lib/preferences/snapshot.ts";
import type { Store } from "../../../lib/preferences/store.ts";
import { catalog, FakeArea, FakeFiles, freshProfile, start } from "./fixtures.ts";

beforeEach(freshProfile);

test("a change reaches the store, the snapshot and the answer", async () => {
  const area = new FakeArea();
  const { preferences } = start(area);
  expect(await preferences.edit({ shows: { beta: { state: "watched" } } })).toEqual({
    shows: { beta: { state: "watched" } },
    sitesOff: [],
    level: "balanced",
    scope: "all",
    sections: false,
    look: { style: "blur", strength: 2, label: true },
    pause: null,
    rules: [],
    spared: [],
    revision: 1,
    lastChange: {
      id: 1,
      edit: { shows: { beta: { state: "watched" } } },
      inverse: { shows: { beta: null } },
      at: 1_000,
    },
    problems: [],
  });
  expect(area.snapshot).toMatchObject({
    revision: 1,
    shows: { alpha: { state: "watched" }, beta: { state: "watched" } },
  });
  await preferences.edit({ sites: { "a.example": false } });
  await preferences.edit({ level: "careful" });
  await preferences.edit({ shows: { beta: null } });
  expect(area.snapshot).toEqual({
    ...closedSnapshot,
    revision: 4,
    sitesOff: ["a.example"],
    level: "careful",
  });
});

test("choices survive a restart", async () => {
  const area = new FakeArea();
  await start(area).preferences.edit({ shows: { delta: { state: "watching", part: 2, episode: 3 } } });
  const { preferences } = start(area);
  await preferences.heal();
  expect((await preferences.state()).shows).toEqual({ delta: { state: "watching", part: 2, episode: 3 } });
});

test("a start with nothing to heal writes nothing, so that no page has work", async () => {
  const area = new FakeArea();
  await start(area).preferences.heal();
  expect(area.writes).toBe(0);
  await start(area).preferences.edit({ shows: { delta: { state: "watched" } } });
  await start(area).preferences.heal();
  expect(area.writes).toBe(1);
});

test("a crash between store and snapshot heals at the next start", async () => {
  const area = new FakeArea();
  await start(area).store.write({ shows: { delta: { state: "watched" } } });
  expect(area.snapshot.revision).toBe(0);
  await start(area).preferences.heal();
  expect(area.snapshot).toMatchObject({ revision: 1, shows: { delta: { state: "watched" } } });
});

test("a new catalog changes what follows: pages get a greater revision", async () => {
  const area = new FakeArea();
  const { store, preferences } = start(area);
  await preferences.edit({ shows: { gamma: { state: "watched" } } });
  const old = createOldDatabase(() => 1);
  const marks = createMarks(new FakeFiles().directory);
  const session = new FakeArea();
  await createPreferences({ store, area, old, session, marks, catalog: [{ id: "gamma" }] }).heal();
  expect(area.snapshot).toMatchObject({ revision: 2, shows: { gamma: { state: "watched" } } });
  expect(Object.keys(area.snapshot.shows)).toEqual(["gamma"]);
});

test.each([["nonsense"], [null], [{ version: 99 }]])("a damaged snapshot heals: %j", async (damaged) => {
  const area = new FakeArea();
  const { preferences } = start(area);
  await preferences.edit({ shows: { delta: { state: "watched" } } });
  area.data[snapshotKey] = damaged;
  await preferences.heal();
  expect(area.snapshot.shows).toEqual({ delta: { state: "watched" } });
});

test("a store that the browser has emptied comes back from the snapshot", async () => {
  const area = new FakeArea();
  const before = start(area).preferences;
  await before.edit({ shows: { gamma: { state: "watched" } } });
  await before.edit({ sites: { "a.example": false } });
  freshProfile();
  const { preferences } = start(area);
  await preferences.heal();
  expect(await preferences.state()).toMatchObject({
    shows: { alpha: { state: "watched" }, beta: { state: "watched" }, gamma: { state: "watched" } },
    sitesOff: ["a.example"],
  });
  expect(area.snapshot.revision).toBeGreaterThan(2);
});

test("a list that cannot be brought back now is not overwritten by an empty one", async () => {
  const area = new FakeArea();
  await start(area).preferences.edit({ shows: { delta: { state: "watched" } } });
  freshProfile();
  const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("disk full", "QuotaExceededError");
  });
  const { preferences } = start(area);
  await preferences.heal();
  await expect(preferences.edit({ level: "careful" })).rejects.toThrow("disk full");
  expect(area.snapshot.shows).toEqual({ delta: { state: "watched" } });
  full.mockRestore();
  expect(await preferences.edit({ level: "careful" })).toMatchObject({
    shows: { delta: { state: "watched" } },
    level: "careful",
  });
});

test("an entry of the snapshot that is damaged costs none of the others", async () => {
  const area = new FakeArea();
  await start(area).preferences.edit({ shows: { delta: { state: "watched" } }, level: "careful" });
  Object.assign((area.data[snapshotKey] as { shows: object }).shows, { "no id!": { state: "watched" } });
  freshProfile();
  const { preferences } = start(area);
  await preferences.heal();
  expect(await preferences.state()).toMatchObject({
    shows: { delta: { state: "watched" } },
    level: "careful",
  });
});

test("damaged rows are reported; their shows count as not watched", async () => {
  const area = new FakeArea();
  const { open, preferences } = start(area);
  await preferences.edit({ shows: { delta: { state: "watched" } } });
  await (await open()).put("progress", { show: "delta", progress: "yes" } as never);
  expect(await preferences.state()).toMatchObject({ shows: {}, problems: [{ kind: "damaged", rows: 1 }] });
  await preferences.heal();
  expect(area.snapshot).toMatchObject({ shows: {}, revision: 2 });
});

test("without IndexedDB the last snapshot holds, changes are refused, and it is said", async () => {
  const area = new FakeArea();
  const off = { "a.example": false };
  await start(area).preferences.edit({ shows: { delta: { state: "watched" } }, sites: off });
  const { preferences } = start(area);
  const refuse = vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new Error("no IndexedDB here");
  });
  await preferences.heal();
  expect(await preferences.state()).toMatchObject({
    shows: { delta: { state: "watched" } },
    problems: [{ kind: "closed" }],
  });
  expect(await preferences.whereOff()).toMatchObject({ sitesOff: ["a.example"], pause: null });
  await expect(preferences.edit({ shows: { alpha: { state: "watched" } } })).rejects.toThrow();
  expect(area.snapshot.shows).toEqual({ delta: { state: "watched" } });
  refuse.mockRestore();
  expect(await preferences.edit({ shows: { alpha: { state: "watched" } } })).toMatchObject({ problems: [] });
});

test("storage.local that throws: the choice is saved, the problem said, and healed later", async () => {
  const area = new FakeArea();
  const { preferences } = start(area);
  await preferences.edit({ level: "careful" });
  area.broken = true;
  expect(await preferences.edit({ shows: { delta: { state: "watched" } } })).toMatchObject({
    shows: { delta: { state: "watched" } },
    problems: [{ kind: "snapshot" }],
  });
  area.broken = false;
  await preferences.heal();
  expect((await preferences.state()).problems).toEqual([]);
  expect(area.snapshot.shows).toEqual({ delta: { state: "watched" } });
});

test("neither store nor storage.local: as if nothing were watched, no exception", async () => {
  const area = new FakeArea();
  area.broken = true;
  const fail = () => Promise.reject(new Error("gone"));
  const changes = { write: fail, undo: fail, erase: fail, repair: fail, discard: fail };
  const store: Store = { read: fail, revision: fail, whereOff: fail, aside: fail, ...changes };
  const old = { rows: fail, drop: fail };
  const preferences = createPreferences({
    store,
    area,
    old,
    session: new FakeArea(),
    marks: createMarks(() => fail()),
    catalog,
  });
  await preferences.heal();
  expect(await preferences.state()).toMatchObject({ shows: {}, problems: [{ kind: "closed" }] });
  expect(await preferences.whereOff()).toMatchObject({ sitesOff: [], pause: null });
  await expect(preferences.repair()).rejects.toThrow();
  await expect(preferences.copy()).rejects.toThrow();
});

test("two writers at once: the last snapshot has the choices of both", async () => {
  const area = new FakeArea();
  const [one, two] = [start(area).preferences, start(area).preferences];
  await Promise.all([
    one.edit({ shows: { alpha: { state: "watched" } } }),
    two.edit({ shows: { delta: { state: "watched" } } }),
    one.edit({ sites: { "a.example": false } }),
    two.edit({ sites: { "b.example": false } }),
  ]);
  expect(area.snapshot).toMatchObject({
    shows: { alpha: { state: "watched" }, delta: { state: "watched" } },
    sitesOff: ["a.example", "b.example"],
    revision: 4,
  });
});

test("a pause until the browser starts again outlives the worker, not the browser", async () => {
  const area = new FakeArea();
  const session = new FakeArea();
  const pause = { until: "restart" } as const;
  await start(area, undefined, session).preferences.edit({ pause });
  const woken = start(area, undefined, session).preferences;
  await woken.heal();
  expect(area.snapshot.pause).toEqual(pause);
  expect(await woken.pausedUntilRestart()).toBe(true);

  const tomorrow = start(area).preferences;
  // A page may ask before the browser's start is known.
  expect(await tomorrow.pausedUntilRestart()).toBe(false);
  await tomorrow.heal();
  expect(area.snapshot.pause).toBeNull();
  expect(await tomorrow.state()).toMatchObject({ pause: null, revision: 2 });
});

test("a pause that was undone and brought back holds", async () => {
  const { preferences } = start(new FakeArea());
  await preferences.edit({ pause: { until: "restart" } });
  await preferences.edit({ pause: null });
  expect(await preferences.pausedUntilRestart()).toBe(false);
  await preferences.undo();
  expect(await preferences.pausedUntilRestart()).toBe(true);
});

test("where the session cannot be read, a page is not paused", async () => {
  const session = new FakeArea();
  const { preferences } = start(new FakeArea(), undefined, session);
  await preferences.edit({ pause: { until: "restart" } });
  session.broken = true;
  expect(await preferences.pausedUntilRestart()).toBe(false);
});

test("pages of the extension find the choices in the session after every change, without rules", async () => {
  const session = new FakeArea();
  const { preferences } = start(new FakeArea(), undefined, session);
  const left = () => readEarly(session.data[earlyKey]);
  expect(left()).toBeUndefined();
  await preferences.heal();
  expect(left()?.choices.shows).toEqual({});
  const rule = { id: "r", kind: "name", text: "Kaito" } as const;
  const after = await preferences.edit({ shows: { beta: { state: "watched" } }, rules: { r: rule } });
  // The reader's own, not what follows from it: "alpha", which "beta" continues, is not ticked.
  expect(left()).toMatchObject({
    revision: after.revision,
    choices: { shows: { beta: { state: "watched" } } },
  });
  expect(left()?.choices).not.toHaveProperty("rules");
  await preferences.undo();
  expect(left()?.choices.shows).toEqual({});
  session.data[earlyKey] = { ...left(), version: 1 };
  expect(left()).toBeUndefined();
});

test("a session that cannot be written costs pages the early start and nothing else", async () => {
  const session = new FakeArea();
  session.broken = true;
  const area = new FakeArea();
  const { preferences } = start(area, undefined, session);
  const after = await preferences.edit({ level: "careful" });
  expect(after.problems).toEqual([]);
  expect(area.snapshot.level).toBe("careful");
});
