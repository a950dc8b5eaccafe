import { expect, test } from "vitest";
import { eager, page, text } from "./fixtures.ts";

const topic = page("Death Lantern");

/** Milliseconds of this thread's processor time for the fastest of several readings. */
function time(words: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 4; run++) {
    const start = process.threadCpuUsage();
    eager.read(text(words), topic);
    const { user, system } = process.threadCpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Twice the text takes twice as long, or four times where time is quadratic. */
const mostForTwice = 3.2;
/** Below it the clock and the collector decide. */
const noise = 2;

test.each([
  ["letters without an end", "x"],
  ["words without a mark", "and so on "],
  ["runs of spaces", `Marwen${" ".repeat(500)}`],
  ["spaces alone", " "],
  ["marks without spaces", "a."],
  ["abbreviations", "e.g. "],
  ["marks alone", "."],
  ["closing marks", '"!'],
  ["line breaks", "\n"],
  ["sentences without a name", "She left. "],
  ["warnings that go on", "spoiler warning "],
  ["sentences with a name each", "Marwen dies. "],
  ["titles with a mark each", "Zelkova Skies! Death Lantern. "],
  ["Japanese", "彼女は死ぬ。"],
])("time grows with the length alone: %s", { retry: 3 }, (_, unit) => {
  const ofLength = (n: number) => unit.repeat(Math.ceil(n / unit.length));
  time(ofLength(5_000));
  const [small, middle, large] = [10_000, 20_000, 40_000].map((n) => time(ofLength(n)) + noise);
  expect(middle!).toBeLessThan(small! * mostForTwice);
  expect(large!).toBeLessThan(small! * mostForTwice ** 2);
});
