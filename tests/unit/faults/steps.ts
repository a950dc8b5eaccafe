/** What can happen to the preferences, drawn at random: choices of a reader, and what befalls their browser. */
import fc from "fast-check";
import type { Progress } from "../../../lib/catalog/progress.ts";
import type { Rule } from "../../../lib/catalog/rule.ts";
import { levels } from "../../../lib/detect/levels.ts";
import { type Edit, scopes, strengths, veilStyles } from "../../../lib/preferences/choices.ts";
import type { Fault } from "./mortal.ts";

export type Step =
  | { readonly do: "edit"; readonly edit: Edit; readonly fault?: Fault | undefined }
  /** Two open popups that change something in the same moment. */
  | { readonly do: "both"; readonly edits: readonly [Edit, Edit]; readonly fault?: Fault | undefined }
  | {
      readonly do: "undo" | "erase" | "heal" | "repair" | "discard" | "dismiss";
      readonly fault?: Fault | undefined;
    }
  | { readonly do: "restart" }
  /** An edit that must be refused as a whole. */
  | { readonly do: "nonsense"; readonly edit: Edit }
  /** A row is damaged on the disk, or written by a version that is to come. */
  | { readonly do: "damage"; readonly table: "progress" | "settings" | "rules"; readonly row: Row }
  /** storage.local loses the snapshot, or keeps something else in its place. */
  | { readonly do: "lose-snapshot"; readonly value: unknown }
  /** The browser clears the extension's IndexedDB. */
  | { readonly do: "lose-database"; readonly fault?: Fault | undefined }
  /** That, and the snapshot with it. */
  | { readonly do: "lose-everything"; readonly fault?: Fault | undefined }
  /** The database is of a version that is to come, or cannot be read; the reader has it repaired. */
  | { readonly do: "rebuild"; readonly how: "newer" | "unreadable"; readonly fault?: Fault | undefined };
export type Row = Readonly<Record<string, unknown>>;

/** Few, so that changes meet; two of the catalog's, which follow one another, and two that it does not know. */
const shows = ["alpha", "gamma", "zeta", "constructor"];
const sites = ["a.example", "*.b.example", "localhost"];
const keys = ["k1", "k2", "k3"];
const ids = ["r1", "r2"];

const progress: fc.Arbitrary<Progress> = fc.oneof(
  fc.constantFrom<Progress>({ state: "watched" }, { state: "open" }, { state: "planned" }),
  fc.record({
    state: fc.constant("watching" as const),
    part: fc.integer({ min: 1, max: 3 }),
    episode: fc.integer({ min: 0, max: 50 }),
  }),
);
const rule = (id: string): fc.Arbitrary<Rule> =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constantFrom("name", "phrase", "show"),
    text: fc.constantFrom("Mami Tomoe", "the last train", "魔法少女"),
  });
const some = <T>(names: readonly string[], value: (name: string) => fc.Arbitrary<T>) =>
  fc
    .subarray([...names], { minLength: 1 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((name) => [name, value(name)]))));

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ shows: some(shows, () => fc.option(progress)) }) },
  fc.record({ sites: some(sites, () => fc.boolean()) }),
  fc.record({ spared: some(keys, () => fc.boolean()) }),
  fc.record({ rules: some(ids, (id) => fc.option(rule(id))) }),
  fc.record(
    {
      level: fc.constantFrom(...levels),
      scope: fc.constantFrom(...scopes),
      look: fc.record({
        style: fc.constantFrom(...veilStyles),
        strength: fc.constantFrom(...strengths),
        label: fc.boolean(),
      }),
      pause: fc.option(fc.record({ until: fc.constantFrom("restart" as const, 5_000) })),
    },
    { requiredKeys: [] },
  ),
);

const fault: fc.Arbitrary<Fault> = fc.record({
  after: fc.integer({ min: 0, max: 60 }),
  kind: fc.constantFrom("kill", "kill", "late-kill", "quota", "abort"),
});
const maybe = fc.option(fault, { nil: undefined, freq: 2 });

const damage: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant("damage" as const),
    table: fc.constant("progress" as const),
    row: fc.record({
      show: fc.constantFrom(...shows),
      // The second can be put back by a repair.
      progress: fc.oneof(fc.anything(), progress),
      updatedAt: fc.constantFrom("x", -1),
    }),
  }),
  fc.record({
    do: fc.constant("damage" as const),
    table: fc.constant("settings" as const),
    row: fc.record({
      key: fc.constantFrom("level", "sitesOff", "revision", "look", "spared", "from the future"),
      value: fc.constantFrom({ odd: 1 }, "paranoid", -7),
    }),
  }),
  fc.record({
    do: fc.constant("damage" as const),
    table: fc.constant("rules" as const),
    row: fc.record({ id: fc.constantFrom(...ids), rule: fc.constant("none") }),
  }),
);

const nonsense: fc.Arbitrary<Edit> = fc
  .constantFrom<object>(
    { shows: { alpha: { state: "watched" }, gamma: { state: "eaten" } } },
    { shows: { "../etc": { state: "watched" } } },
    { level: "certain", sites: { "no site": false } },
    { rules: { r1: { id: "r1", kind: "name", text: "!" } } },
    { surprise: true },
  )
  .map((value) => value as Edit);

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant("edit" as const), edit, fault: maybe }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("both" as const), edits: fc.tuple(edit, edit), fault: maybe }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("undo" as const), fault: maybe }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("erase" as const, "heal" as const, "dismiss" as const),
      fault: maybe,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("repair" as const, "repair" as const, "discard" as const),
      fault: maybe,
    }),
  },
  { weight: 2, arbitrary: fc.constant<Step>({ do: "restart" }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("nonsense" as const), edit: nonsense }) },
  { weight: 1, arbitrary: damage },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("lose-snapshot" as const),
      value: fc.constantFrom(undefined, null, "garbage", { version: 99, revision: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("lose-database" as const, "lose-everything" as const),
      fault: maybe,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("rebuild" as const),
      how: fc.constantFrom("newer" as const, "unreadable" as const),
      fault: maybe,
    }),
  },
);
