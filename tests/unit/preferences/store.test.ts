import { beforeEach, expect, test, vi } from "vitest";
import { defaults } from "../../../lib/preferences/choices.ts";
import { createOpener } from "../../../lib/preferences/database.ts";
import { createStore } from "../../../lib/preferences/store.ts";
import { freshProfile } from "./fixtures.ts";

beforeEach(freshProfile);

const setup = () => {
  const open = createOpener();
  return { open, store: createStore(open, () => 1_000) };
};
/** Puts a row past all checks, as a damaged disk would. */
const smuggle = async (
  open: ReturnType<typeof createOpener>,
  table: "progress" | "settings" | "rules",
  row: unknown,
) => (await open()).put(table, row as never);

test("a new store is empty, with the defaults", async () => {
  expect(await setup().store.read()).toEqual({
    ...defaults,
    revision: 0,
    lastChange: null,
    damaged: 0,
    pristine: true,
  });
});

test("every change is on disk before it is confirmed", async () => {
  const { open, store } = setup();
  const begin = vi.spyOn(IDBDatabase.prototype, "transaction");
  await store.write({ shows: { alpha: { state: "watched" } } });
  await store.undo();
  await smuggle(open, "progress", { show: "beta", progress: [], updatedAt: "x" });
  begin.mockClear();
  // Sets the damaged row aside.
  await store.read();
  await store.repair();
  await store.discard();
  await store.erase();
  const writing = begin.mock.calls.filter(([, mode]) => mode === "readwrite");
  expect(writing.length).toBeGreaterThanOrEqual(4);
  for (const [, , options] of writing) expect(options).toEqual({ durability: "strict" });
  begin.mockRestore();
});

test("what is written is read, by another connection too", async () => {
  await setup().store.write({
    shows: { alpha: { state: "watched" }, beta: { state: "watching", part: 1, episode: 7 } },
    sites: { "b.example": false, "a.example": false },
    level: "careful",
  });
  expect(await setup().store.read()).toMatchObject({
    shows: { alpha: { state: "watched" }, beta: { state: "watching", part: 1, episode: 7 } },
    sitesOff: ["a.example", "b.example"],
    level: "careful",
    revision: 1,
    pristine: false,
  });
});

test("null takes a show back, and a site that is on again is off the list", async () => {
  const { store } = setup();
  await store.write({ shows: { alpha: { state: "watched" } }, sites: { "a.example": false } });
  await store.write({ shows: { alpha: null }, sites: { "a.example": true } });
  expect(await store.read()).toMatchObject({ shows: {}, sitesOff: [], revision: 2 });
});

test("rows carry the time of the change", async () => {
  const { open, store } = setup();
  await store.write({ shows: { alpha: { state: "open" } } });
  expect(await (await open()).get("progress", "alpha")).toEqual({
    show: "alpha",
    progress: { state: "open" },
    updatedAt: 1_000,
  });
});

test("an edit that zod refuses changes nothing at all", async () => {
  const { store } = setup();
  const bad = { state: "watching", part: 0, episode: -1 } as const;
  await expect(store.write({ shows: { alpha: { state: "watched" }, beta: bad } })).rejects.toThrow();
  expect(await store.read()).toMatchObject({ shows: {}, revision: 0, pristine: true });
});

test.each([
  ["progress", { show: "beta", progress: { state: "half" }, updatedAt: 1 }],
  ["progress", { show: "beta", progress: { state: "watched" }, updatedAt: 1, future: true }],
  ["progress", { show: 7, progress: null }],
  ["settings", { key: "level", value: "paranoid" }],
  ["settings", { key: "sitesOff", value: "everything" }],
  ["settings", { key: "look", value: { style: "sparkle", strength: 2, label: true } }],
  ["rules", { id: "a", rule: { id: "a", kind: "spell", text: "Mami" }, addedAt: 1 }],
  ["settings", { key: "written by a later version", value: 1 }],
] as const)("a damaged row of %s is set aside as it was, and counted: %j", async (table, row) => {
  const { open, store } = setup();
  await store.write({ shows: { alpha: { state: "watched" } } });
  await smuggle(open, table, row);
  expect(await store.read()).toMatchObject({ shows: { alpha: { state: "watched" } }, damaged: 1 });
  expect(await (await open()).getAll("quarantine")).toMatchObject([{ table, row, at: 1_000 }]);
  expect(await setup().store.read()).toMatchObject({ damaged: 1, level: "balanced" });
});

test("a damaged row does not stand in the way of its own repair", async () => {
  const { open, store } = setup();
  await smuggle(open, "settings", { key: "sitesOff", value: 5 });
  await store.write({ sites: { "a.example": false }, shows: { alpha: { state: "watched" } } });
  expect(await store.read()).toMatchObject({ sitesOff: ["a.example"], damaged: 0 });
});

test("two writers lose nothing of each other", async () => {
  const [one, two] = [setup().store, setup().store];
  const ids = Array.from({ length: 20 }, (_, i) => `show-${i}`);
  await Promise.all(
    ids.map((id, i) =>
      (i % 2 ? one : two).write({
        shows: { [id]: { state: "watched" } },
        sites: { [`${id}.example`]: false },
      }),
    ),
  );
  const stored = await one.read();
  expect(Object.keys(stored.shows).sort()).toEqual([...ids].sort());
  expect(stored.sitesOff).toHaveLength(20);
  expect(stored.revision).toBe(20);
});
