/** A store that does not open when the browser starts, and does a moment later. */
import { beforeEach, expect, test, vi } from "vitest";
import { adoptCopy, createCopiedStore } from "../../../lib/preferences/copied-store.ts";
import { createOpener } from "../../../lib/preferences/database.ts";
import { createMarks } from "../../../lib/preferences/marks.ts";
import { createOldDatabase } from "../../../lib/preferences/old-database.ts";
import { createPreferences } from "../../../lib/preferences/preferences.ts";
import { createStore } from "../../../lib/preferences/store.ts";
import { catalog, FakeArea, FakeFiles, freshProfile, start } from "./fixtures.ts";

const now = () => 1_000;
const tick = { shows: { delta: { state: "watched" } } } as const;

beforeEach(freshProfile);

/** Starts while IndexedDB refuses to open. */
async function healInVain(preferences: { heal(): Promise<void> }) {
  const refuse = vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new Error("locked");
  });
  await preferences.heal();
  refuse.mockRestore();
}

test("a pause of the last session ends with the first change, and does not come back to life", async () => {
  const area = new FakeArea();
  await start(area).preferences.edit({ pause: { until: "restart" } });
  const { preferences } = start(area);
  await healInVain(preferences);
  expect(await preferences.pausedUntilRestart()).toBe(false);
  expect(await preferences.edit(tick)).toMatchObject({ ...tick, pause: null });
  expect(area.snapshot.pause).toBeNull();
  expect(await preferences.pausedUntilRestart()).toBe(false);
  await preferences.edit({ pause: { until: "restart" } });
  expect(await preferences.pausedUntilRestart()).toBe(true);
});

test("a pause that cannot be ended does not come back to life either", async () => {
  const area = new FakeArea();
  await start(area).preferences.edit({ pause: { until: "restart" } });
  const session = new FakeArea();
  const { preferences } = start(area, undefined, session);
  await healInVain(preferences);
  // Whether it is one of this session cannot be told.
  const unknown = vi.spyOn(session, "get").mockRejectedValue(new Error("gone"));
  await preferences.edit(tick);
  unknown.mockRestore();
  expect(await preferences.pausedUntilRestart()).toBe(false);
  expect(await preferences.edit({ level: "careful" })).toMatchObject({ ...tick, pause: null });
});

test("a repair ends it, too", async () => {
  const area = new FakeArea();
  await start(area).preferences.edit({ pause: { until: "restart" } });
  const { preferences } = start(area);
  await healInVain(preferences);
  expect(await preferences.repair()).toMatchObject({ pause: null });
});

test("the copy of a time without databases is taken over before the first change", async () => {
  const area = new FakeArea();
  await createCopiedStore({ area, now }).store.write({ shows: { beta: { state: "watched" } } });
  freshProfile();
  const begin = () => {
    const store = createStore(createOpener(), now);
    return createPreferences({
      store,
      old: createOldDatabase(now),
      adopt: () => adoptCopy(store, area, now),
      area,
      session: new FakeArea(),
      marks: createMarks(new FakeFiles().directory),
      catalog,
    });
  };
  const preferences = begin();
  await healInVain(preferences);
  await preferences.edit(tick);
  const next = begin();
  await next.heal();
  expect((await next.state()).shows).toEqual({ beta: { state: "watched" }, ...tick.shows });
});
