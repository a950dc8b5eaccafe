import { expect, test } from "vitest";
import { threshold } from "../../../lib/detect/levels.ts";
import { detectorFor, loadShows } from "../../corpus/detector.ts";

/** Shares of all spoilers; measured, rounded down. May only rise. */
const foundAtLeast = 0.73;
/** Share of all near misses; measured, rounded up. May only fall. */
const veiledAtMost = 0.0005;

test("of the catalog's examples enough are found, of its near misses hardly any are", () => {
  const shows = loadShows();
  const detector = detectorFor(shows);
  let found = 0;
  let veiled = 0;
  let all = 0;
  for (const show of shows) {
    const context = detector.begin({ title: show.title, url: "https://site.example/a" });
    const best = (text: string) =>
      Math.max(
        0,
        ...detector
          .read({ text, role: "text", level: 0 }, context)
          .findings.filter((f) => f.show === show.id)
          .map((f) => f.score),
      );
    for (const { example, nearMiss } of show.spoilers) {
      all++;
      if (best(example) >= threshold("balanced")) found++;
      if (best(nearMiss) >= threshold("balanced")) veiled++;
    }
  }
  console.log(`${all} spoilers: ${found} examples found, ${veiled} near misses veiled`);
  expect(found / all).toBeGreaterThanOrEqual(foundAtLeast);
  expect(veiled / all).toBeLessThanOrEqual(veiledAtMost);
}, 30_000);
