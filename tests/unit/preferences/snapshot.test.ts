import fc from "fast-check";
import { expect, test } from "vitest";
import type { Progress } from "../../../lib/catalog/progress.ts";
import { ruleKinds } from "../../../lib/catalog/rule.ts";
import { levels } from "../../../lib/detect/levels.ts";
import { scopes, strengths, veilStyles } from "../../../lib/preferences/choices.ts";
import {
  closedSnapshot,
  readSnapshot,
  type Snapshot,
  snapshotVersion,
} from "../../../lib/preferences/snapshot.ts";

const progress: fc.Arbitrary<Progress> = fc.oneof(
  fc.constant<Progress>({ state: "watched" }),
  fc.constant<Progress>({ state: "open" }),
  fc.constant<Progress>({ state: "planned" }),
  fc.record({ state: fc.constant("watching" as const), part: fc.integer({ min: 1 }), episode: fc.nat() }),
);
const id = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const snapshot: fc.Arbitrary<Snapshot> = fc.record({
  version: fc.constant(snapshotVersion),
  revision: fc.nat(),
  shows: fc.dictionary(id, progress),
  sitesOff: fc.array(fc.domain()),
  level: fc.constantFrom(...levels),
  scope: fc.constantFrom(...scopes),
  sections: fc.boolean(),
  look: fc.record({
    style: fc.constantFrom(...veilStyles),
    strength: fc.constantFrom(...strengths),
    label: fc.boolean(),
  }),
  pause: fc.option(fc.record({ until: fc.oneof(fc.nat(), fc.constant("restart" as const)) })),
  rules: fc.array(
    fc.record(
      {
        id: fc.string({ minLength: 1 }),
        kind: fc.constantFrom(...ruleKinds),
        text: fc.string({ minLength: 1 }),
        show: id,
        title: fc.string({ minLength: 1 }),
      },
      { requiredKeys: ["id", "kind", "text"] },
    ),
  ),
  spared: fc.array(id),
});

const isOpen = (p: Progress | undefined) => p !== undefined;

test("a snapshot comes through storage unchanged", () => {
  fc.assert(
    fc.property(snapshot, (given) => {
      expect(readSnapshot(JSON.parse(JSON.stringify(given)))).toEqual(given);
    }),
  );
});

test("whatever stands in storage: no exception, a valid snapshot", () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (junk) => {
      const read = readSnapshot(junk);
      expect(read.version).toBe(snapshotVersion);
      expect(levels).toContain(read.level);
    }),
  );
});

test("a snapshot with one part spoilt shields at least as much as the sound one", () => {
  const parts = ["version", "revision", "shows", "sitesOff", "level", "scope", "look", "pause"] as const;
  fc.assert(
    fc.property(snapshot, fc.constantFrom(...parts), fc.jsonValue(), (given, part, junk) => {
      const read = readSnapshot({ ...given, [part]: junk });
      if (part === "shows") return; // Any object could be sound here: the next test is about it.
      for (const show of Object.keys(read.shows)) expect(read.shows[show]).toEqual(given.shows[show]);
      if (read.scope === "list") expect(given.scope === "list" || junk === "list").toBe(true);
      if (part !== "pause" && read.pause) expect(read.pause).toEqual(given.pause);
      if (part !== "sitesOff") for (const site of read.sitesOff) expect(given.sitesOff).toContain(site);
    }),
  );
});

test.each([
  ["a state of the future", { state: "rewatching" }],
  ["no part", { state: "watching", episode: 3 }],
  ["part 0", { state: "watching", part: 0, episode: 3 }],
  ["half an episode", { state: "watching", part: 1, episode: 1.5 }],
  ["a number too big to count with", { state: "watching", part: 1, episode: 1e300 }],
  ["a bare word", "watched"],
  ["a list", ["watched"]],
  ["null", null],
])("progress that cannot be read counts as not started: %s", (_name, damaged) => {
  const read = readSnapshot({ ...closedSnapshot, shows: { alpha: damaged, beta: { state: "watched" } } });
  expect(read.shows).toEqual({ beta: { state: "watched" } });
});

test.each([
  undefined,
  null,
  [],
  {},
  { ...closedSnapshot, version: 3 },
  { ...closedSnapshot, revision: "7" },
  { ...closedSnapshot, revision: -1 },
])("closed: %j", (damaged) => {
  expect(readSnapshot(damaged)).toEqual(closedSnapshot);
});

test("a show named like something of Object's is not watched by that", () => {
  const read = readSnapshot(
    JSON.parse('{"version":1,"revision":1,"shows":{"__proto__":{"state":"watched"}}}'),
  );
  for (const name of ["constructor", "toString", "__proto__", "state"])
    expect(isOpen(read.shows[name])).toBe(false);
});

test("only names count as sites", () => {
  expect(readSnapshot({ ...closedSnapshot, sitesOff: ["a.example", 1, null, "", ["b"]] }).sitesOff).toEqual([
    "a.example",
  ]);
});

test("a snapshot of version 1 is read, with the defaults for what it did not know", () => {
  const old = {
    version: 1,
    revision: 7,
    shows: { alpha: { state: "watched" } },
    sitesOff: ["a.example"],
    level: "careful",
  };
  expect(readSnapshot(old)).toEqual({ ...closedSnapshot, ...old, version: snapshotVersion });
});
