import fc from "fast-check";
import { expect, test } from "vitest";
import { BitCounter, BitWriter } from "../../../lib/catalog/build/bit-writer.ts";
import { compileFacts } from "../../../lib/catalog/build/facts.ts";
import { numbered, packShows } from "../../../lib/catalog/build/pack.ts";
import type { FactRecord, Run, ShowRecord } from "../../../lib/catalog/tables.ts";
import { BitReader, readStart } from "../../../lib/detect/bits.ts";
import { decodeBase64 } from "../../../lib/detect/bytes.ts";
import { codeShow } from "../../../lib/detect/record-form.ts";
import { createUnpacker } from "../../../lib/detect/unpack.ts";
import { loadShows } from "../../corpus/detector.ts";

const contexts = 3;
const bits = fc.array(
  fc.oneof(
    fc.record({ context: fc.nat(contexts - 1), value: fc.nat(1) }),
    fc
      .integer({ min: 1, max: 16 })
      .chain((count) => fc.record({ count: fc.constant(count), value: fc.nat(2 ** count - 1) })),
  ),
  { maxLength: 3000 },
);

test("bits are read as they were written, whatever they were expected to be", () => {
  fc.assert(
    fc.property(bits, fc.constantFrom("000", "ooo", "0Oo"), (list, start) => {
      const writer = new BitWriter(readStart(start));
      for (const b of list) "count" in b ? writer.plain(b.count, b.value) : writer.bit(b.context, b.value);
      const reader = new BitReader(writer.finish(), readStart(start));
      const back = list.map((b) => ("count" in b ? reader.plain(b.count) : reader.bit(b.context)));
      expect(back).toEqual(list.map((b) => b.value));
    }),
  );
});

test("a long run against all expectation carries over into bytes written before", () => {
  const list = Array.from({ length: 20_000 }, (_, i) => (i % 97 === 0 ? 0 : 1));
  const writer = new BitWriter(readStart("o"));
  for (const bit of list) writer.bit(0, bit);
  const bytes = writer.finish();
  expect(bytes.length).toBeLessThan(list.length / 40);
  const reader = new BitReader(bytes, readStart("o"));
  expect(list.map(() => reader.bit(0))).toEqual(list);
});

test("what often was so is expected", () => {
  const counter = new BitCounter(2);
  for (let i = 0; i < 99; i++) counter.bit(1, i % 9 === 0 ? 1 : 0);
  const [unknown, mostlyZero] = readStart(counter.start());
  expect(unknown).toBeGreaterThan(2000);
  expect(unknown).toBeLessThan(2100);
  expect(mostlyZero! / 4096).toBeCloseTo(8 / 9, 1);
});

const ordered = (run: Run) => run.map((options) => options.toSorted((a, b) => a - b));
/** With what has no order in order. */
function normal(show: ShowRecord) {
  const fact = ({ weights, scene, clues, ...rest }: FactRecord) => ({
    ...rest,
    scene: scene.map((word, i) => [word, weights[i]!] as const).sort(([a], [b]) => a - b),
    clues: clues.map((parts) => parts.map(ordered)),
  });
  return {
    pronouns: show.pronouns,
    roles: show.roles.map((runs) => runs.map(ordered)),
    spoilers: show.spoilers.map(fact),
    premise: show.premise.map(fact),
  };
}

const shows = loadShows();
const texts = compileFacts(shows);
const packed = packShows(texts);

test("each record of the catalog is read as it was compiled", () => {
  const numbers = new Map(packed.words.split(" ").map((word, i) => [word, i]));
  const titles = JSON.stringify(shows.map(({ id, title }) => [id, title]));
  const unpack = createUnpacker({ ...packed, words: JSON.stringify(packed.words), titles });
  shows.forEach((show, i) => {
    const { id, title, record } = unpack(i);
    expect([id, title]).toEqual([show.id, show.title]);
    const compiled = normal(numbered(texts[i]!, numbers));
    expect(JSON.stringify(normal(record)), id).toBe(JSON.stringify(compiled));
  });
});

test("words that many shows have stand first", () => {
  const first = packed.words.split(" ").slice(0, 63);
  expect(first).toContain("kill");
  expect(first).toContain("death");
});

test("a record that is cut short is read to some end and not for ever", () => {
  const start = readStart(packed.start);
  const empty = { pronouns: [], roles: [], spoilers: [], premise: [] };
  for (const text of packed.shows.slice(0, 9)) {
    const bytes = decodeBase64(text);
    expect(() => codeShow(new BitReader(bytes.subarray(0, bytes.length / 2), start), empty)).not.toThrow();
  }
});
