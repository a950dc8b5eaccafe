import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { canonical } from "../../../lib/preferences/canonical.ts";
import {
  applyEdit,
  type Choices,
  defaults,
  type Edit,
  inverseOf,
  mostSpared,
} from "../../../lib/preferences/choices.ts";
import { FakeArea, freshProfile, start } from "./fixtures.ts";

beforeEach(freshProfile);

const id = fc.constantFrom("alpha", "beta", "gamma", "constructor");
const progress = fc.constantFrom(
  null,
  { state: "watched" as const },
  { state: "planned" as const },
  { state: "watching" as const, part: 1, episode: 3 },
);
const rule = (key: string) => fc.constantFrom(null, { id: key, kind: "name" as const, text: key });
const edit: fc.Arbitrary<Edit> = fc.record(
  {
    shows: fc.dictionary(id, progress),
    sites: fc.dictionary(fc.constantFrom("a.example", "*.b.example"), fc.boolean()),
    level: fc.constantFrom("certain", "careful"),
    scope: fc.constantFrom("all", "list"),
    sections: fc.boolean(),
    look: fc.constant({ style: "bar", strength: 3, label: false } as const),
    pause: fc.constantFrom(null, { until: "restart" as const }, { until: 5_000 }),
    rules: fc.constantFrom("r1", "r2").chain((key) => fc.record({ [key]: rule(key) })),
    spared: fc.dictionary(fc.constantFrom("k1", "k2"), fc.boolean()),
  },
  { requiredKeys: [] },
);

/** Lists whose order says nothing. */
const unordered = (choices: Choices) => ({
  ...choices,
  shows: { ...choices.shows },
  rules: [...choices.rules].sort((a, b) => (a.id < b.id ? -1 : 1)),
  spared: [...choices.spared].sort(),
});

test("whatever is changed, its inverse brings back what was", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 5 }), edit, (earlier, last) => {
      const before = earlier.reduce(applyEdit, defaults);
      const back = applyEdit(applyEdit(before, last), inverseOf(before, last));
      expect(unordered(back)).toEqual(unordered(before));
    }),
  );
});

test("the store does what applyEdit says, and undoes it step by step", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      freshProfile();
      const { store } = start(new FakeArea());
      const states = [defaults];
      for (const each of edits) {
        await store.write(each);
        const [before, after] = [states.at(-1)!, applyEdit(states.at(-1)!, each)];
        // What changes nothing is no step.
        if (canonical(after) !== canonical(before)) states.push(after);
      }
      for (const expected of states.reverse()) {
        expect(unordered(await store.read())).toMatchObject(unordered(expected));
        await store.undo();
      }
    }),
    { numRuns: 25 },
  );
});

test("undo survives the worker, reaches the pages, and is not undone itself", async () => {
  const area = new FakeArea();
  await start(area).preferences.edit({ shows: { delta: { state: "watched" } } });
  await start(area).preferences.edit({ level: "careful" });
  const { preferences } = start(area);
  expect(await preferences.undo()).toMatchObject({
    level: "balanced",
    shows: { delta: { state: "watched" } },
  });
  const state = await preferences.undo();
  expect(state).toMatchObject({ shows: {}, lastChange: null, revision: 4 });
  expect(area.snapshot).toMatchObject({ shows: {}, revision: 4 });
  expect(await preferences.undo()).toEqual(state);
});

test("a named change is undone only while it is the last", async () => {
  const { preferences } = start(new FakeArea());
  const first = await preferences.edit({ level: "careful" });
  const second = await preferences.edit({ scope: "list" });
  expect(await preferences.undo(first.lastChange!.id)).toMatchObject({ level: "careful", scope: "list" });
  expect(await preferences.undo(second.lastChange!.id)).toMatchObject({ level: "careful", scope: "all" });
});

test("what changes nothing is not remembered: undo takes back what can be seen", async () => {
  const { preferences } = start(new FakeArea());
  const next = { shows: { delta: { state: "watching", part: 1, episode: 4 } } } as const;
  const first = await preferences.edit(next);
  // The same again, from another window.
  expect((await preferences.edit(next)).lastChange).toEqual(first.lastChange);
  expect((await preferences.edit({})).lastChange).toEqual(first.lastChange);
  expect((await preferences.edit(() => undefined)).revision).toBe(3);
  expect((await preferences.undo()).shows).toEqual({});
});

test("a rule that was deleted returns to its place, after a restart too", async () => {
  const area = new FakeArea();
  const rules = ["b", "a", "c"].map((id) => ({ id, kind: "name", text: id }) as const);
  let at = 1_000;
  const { preferences } = start(area, () => at++);
  for (const rule of rules) await preferences.edit({ rules: { [rule.id]: rule } });
  await preferences.edit({ rules: { a: null } });
  await preferences.edit({ rules: { b: null, c: null } });
  const woken = start(area, () => 9_000).preferences;
  expect((await woken.undo()).rules.map(({ id }) => id)).toEqual(["b", "c"]);
  expect((await woken.undo()).rules).toEqual(rules);
});

test("what makes room for another stretch comes back when that is undone", async () => {
  const { store } = start(new FakeArea());
  const keys = Array.from({ length: mostSpared }, (_, i) => `k${i}`);
  await store.write({ spared: Object.fromEntries(keys.map((key) => [key, true])) });
  await store.write({ spared: { another: true } });
  expect((await store.read()).spared).not.toContain("k0");
  await store.undo();
  expect([...(await store.read()).spared].sort()).toEqual([...keys].sort());
});

test("fifty changes back, and no more", async () => {
  const { store, open } = start(new FakeArea());
  for (let episode = 1; episode <= 60; episode++)
    await store.write({ shows: { delta: { state: "watching", part: 1, episode } } });
  expect(await (await open()).count("history")).toBe(50);
  for (let i = 0; i < 70; i++) await store.undo();
  expect((await store.read()).shows).toEqual({ delta: { state: "watching", part: 1, episode: 10 } });
});

test("erasing leaves nothing, here and in the pages, and no way back", async () => {
  const area = new FakeArea();
  const { preferences, open } = start(area);
  await preferences.edit({ shows: { delta: { state: "watched" } }, spared: { k1: true } });
  await (await open()).put("progress", { show: "alpha", progress: "yes" } as never);
  await preferences.state();
  expect(await preferences.erase()).toEqual({
    ...defaults,
    revision: expect.any(Number),
    lastChange: null,
    problems: [],
  });
  expect(area.snapshot).toMatchObject({ shows: {}, spared: [] });
  for (const table of ["progress", "rules", "history", "quarantine"] as const)
    expect(await (await open()).count(table), table).toBe(0);
  // An empty store that the reader has emptied is not one that the browser has lost.
  await start(area).preferences.heal();
  expect((await preferences.state()).shows).toEqual({});
});
