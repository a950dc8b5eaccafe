/** Stores and snapshots of every version that has shipped: whole, in part, and damaged. */
import { beforeEach, describe, expect, test } from "vitest";
import { defaults } from "../../../lib/preferences/choices.ts";
import { createOpener } from "../../../lib/preferences/database.ts";
import { migrations } from "../../../lib/preferences/migrations.ts";
import { readSnapshot, snapshotKey } from "../../../lib/preferences/snapshot.ts";
import { createStore } from "../../../lib/preferences/store.ts";
import { FakeArea, freshProfile, start } from "./fixtures.ts";
import { type OldStore, oldSnapshots, oldStores, writeStore } from "./old-store.ts";

beforeEach(freshProfile);

const read = () => createStore(createOpener(), () => 1).read();
const choiceTables = ["progress", "settings", "rules"];
/** The same store with one table's rows replaced. */
const having = (old: OldStore, table: string, rows: OldStore["tables"][string]["rows"]): OldStore => ({
  ...old,
  tables: { ...old.tables, [table]: { ...old.tables[table]!, rows } },
});

test("there is a store of every version", () => {
  expect(oldStores.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1));
});

describe.each(oldStores)("a store of version $version", (old) => {
  const last = old.tables["history"]?.rows.at(-1);

  test("is read as it was, takes today's choices, and can undo", async () => {
    await writeStore(old);
    const store = createStore(createOpener(), () => 1);
    const whole = { ...defaults, ...old.read, damaged: 1, pristine: false };
    expect(await store.read()).toEqual({ ...whole, lastChange: last ? { id: 1, ...last } : null });
    const rule = { id: "new", kind: "name", text: "Jean" } as const;
    await store.write({ rules: { new: rule }, shows: { alpha: null }, sections: true });
    expect(await store.read()).toMatchObject({ sections: true, revision: old.read.revision + 1 });
    expect((await store.read()).rules).toContainEqual(rule);
    await store.undo();
    expect(await store.read()).toMatchObject({ ...whole, revision: old.read.revision + 2 });
  });

  test("without the rows of one table keeps those of the others", async () => {
    for (const table of Object.keys(old.tables)) {
      freshProfile();
      await writeStore(having(old, table, []));
      const { shows, sitesOff, rules } = await read();
      expect(shows).toEqual(table === "progress" ? {} : old.read.shows);
      expect(sitesOff).toEqual(table === "settings" ? [] : old.read.sitesOff);
      expect(rules).toEqual(table === "rules" ? [] : (old.read.rules ?? []));
    }
  });

  test("with any one field of any row gone or spoilt loses that row at most, and counts it", async () => {
    let damaged = 0;
    for (const table of choiceTables.filter((name) => name in old.tables)) {
      const { rows, options } = old.tables[table]!;
      for (const [i, row] of rows.entries())
        for (const field of Object.keys(row).filter((name) => name !== options.keyPath))
          for (const spoilt of [{}, { [field]: "\ud800" }, { [field]: [row[field]] }]) {
            const { [field]: _, ...rest } = row;
            freshProfile();
            await writeStore(having(old, table, rows.with(i, { ...rest, ...spoilt })));
            const found = await read();
            damaged += found.damaged - 1;
            expect(found.damaged).toBe(2);
            const { length } = Object.keys(found.shows);
            expect(length).toBe(Object.keys(old.read.shows!).length - Number(table === "progress"));
            expect(found.rules.length).toBe((old.read.rules?.length ?? 0) - Number(table === "rules"));
          }
    }
    expect(damaged).toBeGreaterThan(10);
  });

  test("that lacks a table is said to be closed, and a repair makes it anew with all its rows", async () => {
    for (const missing of Object.keys(old.tables)) {
      freshProfile();
      const { [missing]: _, ...tables } = old.tables;
      await writeStore({ version: old.version, tables });
      const area = new FakeArea();
      const { preferences } = start(area);
      expect((await preferences.state()).problems).toEqual([{ kind: "closed" }]);
      const { shows, rules, level } = await preferences.repair();
      expect(shows).toEqual(missing === "progress" ? {} : old.read.shows);
      expect(rules).toEqual(missing === "rules" ? [] : (old.read.rules ?? []));
      expect(level).toBe(missing === "settings" ? defaults.level : old.read.level);
      expect(area.snapshot).toMatchObject({ level });
    }
  });
});

describe.each(oldSnapshots)("a snapshot of version $stored.version", ({ stored, read: wanted }) => {
  const whole = { ...defaults, ...wanted, version: 2 };

  test("is read as it was", () => {
    expect(readSnapshot(structuredClone(stored))).toEqual(whole);
  });

  test("with one field gone or spoilt keeps the others, or counts as none at all", () => {
    for (const field of Object.keys(stored)) {
      const { [field]: _, ...rest } = stored;
      for (const spoilt of [
        rest,
        { ...rest, [field]: null },
        { ...rest, [field]: "\ud800" },
        { ...rest, [field]: [{}] },
      ]) {
        const found = readSnapshot(spoilt);
        const needed = field === "version" || field === "revision";
        const kept = needed
          ? { ...defaults, revision: 0 }
          : { ...whole, [field]: defaults[field as "level"] };
        // A site's name is any word.
        expect({ ...found, ...(field === "sitesOff" && { sitesOff: [] }) }).toEqual({ ...kept, version: 2 });
      }
    }
  });

  test("fills a store that the browser has lost", async () => {
    const area = new FakeArea();
    area.data[snapshotKey] = structuredClone(stored);
    const { preferences } = start(area);
    await preferences.heal();
    expect(await preferences.state()).toMatchObject({
      ...wanted,
      pause: null,
      revision: wanted.revision + 1,
    });
  });
});
