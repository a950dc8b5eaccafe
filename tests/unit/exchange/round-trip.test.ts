/** What is written is read back as the same, for every show of the real catalog. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { listShows } from "../../../lib/catalog/build/plugin.ts";
import { readValidShows } from "../../../lib/catalog/build/read.ts";
import { listTrackers } from "../../../lib/catalog/build/trackers.ts";
import type { Progress } from "../../../lib/catalog/progress.ts";
import type { Rule } from "../../../lib/catalog/rule.ts";
import { readBackup, settingsEdit, writeBackup } from "../../../lib/exchange/backup.ts";
import { createCatalogIndex, type TrackedShow } from "../../../lib/exchange/catalog-index.ts";
import { undecided } from "../../../lib/exchange/decisions.ts";
import { pack } from "../../../lib/exchange/gzip.ts";
import { matchAll } from "../../../lib/exchange/match-all.ts";
import { position } from "../../../lib/exchange/pieces.ts";
import { backupEdit, editOf, planBackup, planList } from "../../../lib/exchange/plan.ts";
import { readFile, readText } from "../../../lib/exchange/read.ts";
import { ExchangeError } from "../../../lib/exchange/types.ts";
import { writeAnilist } from "../../../lib/exchange/write-anilist.ts";
import { writeKitsu } from "../../../lib/exchange/write-kitsu.ts";
import { writeMal } from "../../../lib/exchange/write-mal.ts";
import { writeTitles } from "../../../lib/exchange/write-titles.ts";
import { applyEdit, type Choices, defaults } from "../../../lib/preferences/choices.ts";
import { catalog, list as listIn, trackers } from "./fixtures.ts";

const shows = readValidShows();
const index = createCatalogIndex(listShows(shows), listTrackers(shows) as readonly TrackedShow[]);

type Shows = Readonly<Record<string, Progress>>;

const text = (file: string) => new TextEncoder().encode(file);
const forms = {
  "MyAnimeList XML": (list: Shows) => text(writeMal(index, list)),
  "MyAnimeList XML, packed": (list: Shows) => pack(writeMal(index, list)),
  "AniList JSON": (list: Shows) => text(writeAnilist(index, list)),
  "Kitsu JSON": (list: Shows) => text(writeKitsu(index, list)),
  "a plain list": (list: Shows) => text(writeTitles(index, list)),
};

async function readBack(bytes: Uint8Array): Promise<Shows> {
  const { entries } = listIn(await readFile(bytes));
  const plan = planList(index, await matchAll(index, entries), {}, undecided);
  expect(plan.unrecognised.map(({ entry, doubt }) => [entry.titles[0], doubt])).toEqual([]);
  return (editOf(plan, new Set()).shows ?? {}) as Shows;
}

/** The end of one part and the beginning of the next are the same point; a film's one episode is all of it. */
function points(list: Shows): Record<string, string> {
  return Object.fromEntries(
    Object.entries(list)
      .map(([id, p]): [string, string] => {
        if (p.state !== "watching") return [id, p.state];
        const show = index.shows.get(id)!;
        const seen = position(show, p.part, p.episode);
        return [id, show.total === 1 && seen === 1 ? "watched" : `watching ${seen}`];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const progress = (id: string): fc.Arbitrary<Progress> => {
  const parts = index.shows.get(id)!.show.parts;
  return fc.oneof(
    fc.constant<Progress>({ state: "watched" }),
    fc.constant<Progress>({ state: "planned" }),
    fc.constant<Progress>({ state: "open" }),
    fc
      .nat(parts.length - 1)
      .chain((part) =>
        fc
          .nat(parts[part]!.episodes)
          .map((episode): Progress => ({ state: "watching", part: part + 1, episode })),
      ),
  );
};

const someShows: fc.Arbitrary<Shows> = fc
  .uniqueArray(fc.constantFrom(...index.shows.keys()), { minLength: 1, maxLength: 20 })
  .chain((ids) => fc.record(Object.fromEntries(ids.map((id) => [id, progress(id)]))));

for (const [name, write] of Object.entries(forms)) {
  test(`${name}: some shows at any point`, { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(someShows, async (list) => {
        expect(points(await readBack(await write(list)))).toEqual(points(list));
      }),
      { numRuns: 40 },
    );
  });

  // The packed form is the same file.
  if (name.endsWith("packed")) continue;

  test(`${name}: every show, watched, planned, never shielded and in the middle of each part`, {
    timeout: 60_000,
  }, async () => {
    const all = (of: (id: string) => Progress): Shows =>
      Object.fromEntries([...index.shows.keys()].map((id) => [id, of(id)]));
    const most = Math.max(...shows.map(({ parts }) => parts.length));
    const lists = (["watched", "planned", "open"] as const).map((state) => all(() => ({ state })));
    for (let part = 1; part <= most; part++) {
      lists.push(
        all((id) => {
          const parts = index.shows.get(id)!.show.parts;
          const at = Math.min(part, parts.length);
          return { state: "watching", part: at, episode: Math.ceil(parts[at - 1]!.episodes / 2) };
        }),
      );
    }
    for (const list of lists) expect(points(await readBack(await write(list)))).toEqual(points(list));
  });
}

test("MyAnimeList is not told to put our empty scores, dates and tags in the place of the reader's", () => {
  const [id = ""] = index.shows.keys();
  const xml = writeMal(index, { [id]: { state: "watched" } });
  expect(xml).toContain("<update_on_import>0</update_on_import>");
  expect(xml).not.toContain("<update_on_import>1");
});

test("an id that is not known in one season takes those of the others from none", () => {
  const [titan] = trackers;
  const entries = titan!.entries.map((entry) => ({ ...entry, ...(entry.part === 5 && { anilist: 0 }) }));
  const xml = writeMal(createCatalogIndex(catalog, [{ id: "titan", entries }]), {
    titan: { state: "watched" },
  });
  const ids = [...xml.matchAll(/<series_animedb_id>(\d+)</g)].map(([, id]) => Number(id));
  expect(ids).toEqual(entries.map(({ mal }) => mal));
});

const rule: fc.Arbitrary<Rule> = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{4,12}$/),
  kind: fc.constantFrom("name", "phrase", "show"),
  text: fc.stringMatching(/^[A-Za-z"<&é死]{1,20}$/).filter((t) => /[\p{L}]/u.test(t)),
});
const choices: fc.Arbitrary<Choices> = fc.record({
  shows: someShows,
  sitesOff: fc.uniqueArray(fc.constantFrom("a.example", "*.b.example", "c.example")).map((s) => s.sort()),
  level: fc.constantFrom("certain", "balanced", "careful"),
  scope: fc.constantFrom("all", "list"),
  sections: fc.boolean(),
  look: fc.record({
    style: fc.constantFrom("blur", "bar"),
    strength: fc.constantFrom(1, 2, 3),
    label: fc.boolean(),
  }),
  pause: fc.constant(null),
  rules: fc.uniqueArray(rule, { selector: ({ id }) => id, maxLength: 5 }),
  spared: fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{3,10}$/), { maxLength: 5 }),
});

function restore(now: Choices, file: string, replace: boolean): Choices {
  const backup = readText(file);
  if (backup.form !== "backup") throw new Error("no backup");
  const plan = planBackup(index, backup.choices, now.shows, replace);
  return applyEdit(now, backupEdit(plan, { ...undecided, replace }, now, backup.choices));
}

const sorted = (c: Choices) => ({
  ...c,
  rules: [...c.rules].sort((a, b) => (a.id < b.id ? -1 : 1)),
  spared: [...c.spared].sort(),
  shows: Object.fromEntries(Object.entries(c.shows).sort(([a], [b]) => (a < b ? -1 : 1))),
});

test("a backup read into a new store gives the same state", () => {
  fc.assert(
    fc.property(choices, (all) => {
      expect(sorted(restore(defaults, writeBackup(all, 0), false))).toEqual(sorted(all));
    }),
  );
});

test("a backup holds the choices and nothing else of what a page knows", () => {
  const state = { ...defaults, problems: [{ kind: "closed" }], lastChange: { id: 1 } };
  expect(sorted(restore(defaults, writeBackup(state, 0), false))).toEqual(sorted(defaults));
});

test("a backup that replaces gives the same state, whatever was there", () => {
  fc.assert(
    fc.property(choices, choices, (all, before) => {
      expect(sorted(restore(before, writeBackup(all, 0), true))).toEqual(sorted(all));
    }),
  );
});

test("a backup that is added loses nothing: not a show, a rule, a site", () => {
  fc.assert(
    fc.property(choices, choices, (all, before) => {
      const after = restore(before, writeBackup(all, 0), false);
      for (const { id } of [...before.rules, ...all.rules])
        expect(after.rules.map((r) => r.id)).toContain(id);
      expect(after.sitesOff).toEqual([...new Set([...before.sitesOff, ...all.sitesOff])].sort());
      for (const id of Object.keys({ ...before.shows, ...all.shows })) expect(after.shows).toHaveProperty(id);
    }),
  );
});

test("reading the same backup again changes nothing", () => {
  fc.assert(
    fc.property(choices, (all) => {
      const { shows: _, ...rest } = settingsEdit(all, readBackup(JSON.parse(writeBackup(all, 0)))!, true);
      expect(rest).toEqual({});
    }),
  );
});

test.each([
  ["a newer version", { version: 2 }, "tooNew"],
  [
    "a show that is no id",
    { choices: { ...defaults, shows: { "<script>": { state: "watched" } } } },
    "badBackup",
  ],
  ["a field that nobody knows", { extra: 1 }, "badBackup"],
  ["no choices", { choices: undefined }, "badBackup"],
])("a backup with %s is refused as a whole", (_, change, fault) => {
  const file = { ...JSON.parse(writeBackup(defaults, 0)), ...change };
  expect(() => readText(JSON.stringify(file))).toThrow(ExchangeError);
  expect(() => readText(JSON.stringify(file))).toThrow(fault);
});
