import { beforeEach, expect, test } from "vitest";
import { adoptCopy, copyKey, createCopiedStore } from "../../../lib/preferences/copied-store.ts";
import { createOpener } from "../../../lib/preferences/database.ts";
import { createMarks } from "../../../lib/preferences/marks.ts";
import { type Migration, migrations } from "../../../lib/preferences/migrations.ts";
import { createPreferences } from "../../../lib/preferences/preferences.ts";
import { createStore, type Store } from "../../../lib/preferences/store.ts";
import { catalog, FakeArea, FakeFiles, freshProfile } from "./fixtures.ts";

beforeEach(freshProfile);

const now = () => 1_000;
const alpha = { shows: { alpha: { state: "watched" } } } as const;
const beta = { shows: { beta: { state: "watching", part: 1, episode: 7 } } } as const;

/** A background's life: its database begins empty and goes with it. */
function live(area: FakeArea, steps?: readonly Migration[]) {
  freshProfile();
  const { store, old } = createCopiedStore({ area, now, ...(steps && { migrations: steps }) });
  const session = new FakeArea();
  const files = new FakeFiles();
  files.broken = true;
  const marks = createMarks(files.directory);
  return { store, old, preferences: createPreferences({ store, area, old, session, marks, catalog }) };
}

const shows = async (store: Store) => (await store.read()).shows;

test("the next life has what was chosen, and what takes it back", async () => {
  const area = new FakeArea();
  const { store } = live(area);
  await store.write(alpha);
  await store.write({ ...beta, pause: { until: 5_000 }, sites: { "a.example": false } });
  const next = live(area).store;
  expect(await next.read()).toMatchObject({
    shows: { ...alpha.shows, ...beta.shows },
    pause: { until: 5_000 },
    sitesOff: ["a.example"],
    revision: 2,
  });
  await next.undo();
  const last = live(area).store;
  expect(await shows(last)).toEqual(alpha.shows);
  await last.undo();
  expect(await shows(live(area).store)).toEqual({});
});

test("keys go on counting where they were", async () => {
  const area = new FakeArea();
  await live(area).store.write(alpha);
  const next = live(area).store;
  await next.write(beta);
  expect((await next.read()).lastChange?.id).toBe(2);
});

test("a change that cannot be copied has not been made", async () => {
  const area = new FakeArea();
  const { store } = live(area);
  await store.write(alpha);
  area.set = () => Promise.reject(new Error("QuotaExceededError"));
  await expect(store.write(beta)).rejects.toThrow("Quota");
  expect(await shows(store)).toEqual(alpha.shows);
  expect(await shows(live(area).store)).toEqual(alpha.shows);
});

test("without a copy it is made of what pages were told", async () => {
  const area = new FakeArea();
  const { preferences } = live(area);
  await preferences.edit(beta);
  area.data[copyKey] = null;
  const next = live(area).preferences;
  await next.heal();
  expect((await next.state()).shows).toEqual({ alpha: { state: "watched" }, ...beta.shows });
});

test.each([
  ["of another kind", "rows"],
  ["without a version", { tables: { progress: [] } }],
  ["of version 0", { version: 0, tables: {} }],
  ["without tables", { version: 1, tables: 5 }],
])("a copy %s counts as none", async (_what, copy) => {
  const area = new FakeArea();
  area.data[copyKey] = copy;
  expect((await live(area).store.read()).pristine).toBe(true);
});

test("a damaged row costs no other", async () => {
  const area = new FakeArea();
  const { store } = live(area);
  await store.write(alpha);
  const { tables } = area.data[copyKey] as { tables: Record<string, unknown[]> };
  tables["progress"]!.push(["beta", { progress: [] }], ["gamma"], 5, [{}, {}]);
  tables["unheard"] = [["a", {}]];
  expect(await live(area).store.read()).toMatchObject({ ...alpha, damaged: 1 });
});

test("an older copy goes through the steps that it lacks", async () => {
  const area = new FakeArea();
  await live(area).store.write(alpha);
  const more: Migration = async (_db, upgrade) => {
    const table = upgrade.objectStore("progress");
    for (const row of await table.getAll()) await table.put({ ...row, progress: { state: "open" } });
  };
  expect(await shows(live(area, [...migrations, more]).store)).toEqual({ alpha: { state: "open" } });
});

test("a newer copy is not harmed, can be taken away, and a repair makes the store anew of it", async () => {
  const area = new FakeArea();
  await live(area).preferences.edit(alpha);
  (area.data[copyKey] as { version: number }).version = migrations.length + 1;
  const { preferences } = live(area);
  await preferences.heal();
  expect((await preferences.state()).problems).toEqual([{ kind: "newer" }]);
  await expect(preferences.edit(beta)).rejects.toThrow();
  expect((await preferences.copy()).choices.shows).toEqual(alpha.shows);
  const after = await preferences.repair();
  expect(after).toMatchObject({ ...alpha, problems: [] });
  expect((await live(area).store.read()).shows).toEqual(alpha.shows);
});

test("where databases are kept again, the copy takes the place of what there was", async () => {
  const area = new FakeArea();
  await live(area).store.write(beta);
  freshProfile();
  const store = createStore(createOpener(), now);
  await store.write(alpha);
  await adoptCopy(store, area, now);
  expect(await store.read()).toMatchObject({ ...beta, damaged: 0 });
  await store.write(alpha);
  // Once.
  await adoptCopy(store, area, now);
  expect(await shows(store)).toEqual({ ...alpha.shows, ...beta.shows });
});
