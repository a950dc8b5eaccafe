import { expect, test } from "vitest";
import { detectorOf, judgeExamples } from "../../../lib/catalog/build/examples.ts";
import { readShows } from "../../../lib/catalog/build/read.ts";

/** Shares of all spoilers; measured, rounded down. May only rise. */
const foundAtLeast = 0.73;
/** Share of all near misses; measured, rounded up. May only fall. */
const veiledAtMost = 0.0005;

test("of the catalog's examples enough are found, of its near misses hardly any are", () => {
  const { shows } = readShows();
  const detector = detectorOf(shows);
  const judged = shows.flatMap((s) => judgeExamples(detector, s));
  const found = judged.filter((j) => j.example.veiled).length;
  const veiled = judged.filter((j) => j.nearMiss.veiled).length;
  console.log(`${judged.length} spoilers: ${found} examples found, ${veiled} near misses veiled`);
  expect(found / judged.length).toBeGreaterThanOrEqual(foundAtLeast);
  expect(veiled / judged.length).toBeLessThanOrEqual(veiledAtMost);
}, 30_000);
