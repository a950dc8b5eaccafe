import { expect, test } from "vitest";
import { raceDetection } from "../bench/detection.ts";
import { growthRace } from "../bench/growth.ts";
import { raceMatchers, taskOf } from "../bench/matcher.ts";

// Ratios of what was measured in turns on one machine; half of what a quiet machine shows, for this one may be busy.
// Asked again before it is believed: what comes and goes on the machine can meet one contestant alone.
const again = { retry: 2 };

test(
  "names: faster than a Map of tokens, many times faster than an Aho–Corasick library, and as fast with 20 times the names",
  again,
  () => {
    const few = raceMatchers({ ...taskOf(1_000, 3), fast: 300_000, slow: 30_000 })!;
    const many = raceMatchers({ ...taskOf(20_000, 3), fast: 300_000, slow: 30_000 })!;
    const times = (engine: string) => many.ours!.median / many[engine]!.median;
    expect(times("Map of tokens")).toBeGreaterThan(1);
    expect(times("modern-ahocorasick")).toBeGreaterThan(5);
    expect(many.ours!.median / few.ours!.median).toBeGreaterThan(0.4);
  },
);

test("text without anime costs a small part of what text about it costs", again, () => {
  const { ordinary, anime } = raceDetection(3, 0.2);
  expect(ordinary.gate!.median / anime.detection!.median).toBeGreaterThan(5);
});

test("a catalog ten times as large slows the gate by less than half", again, () => {
  const [small, large] = growthRace([400, 4_000], 3);
  expect(large!.median / small!.median).toBeGreaterThan(0.5);
});
