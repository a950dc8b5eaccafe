/** How heavy the compiled catalog is: every install downloads it, every frame's script holds it. */
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { loadShows, tablesFor } from "../../corpus/detector.ts";

/**
 * Bytes after gzip of all that is compiled from data/shows. The aim is 350,000; what there is and why it is dense
 * stands in docs/performance.md under "Weight". The ceiling is what 552 shows weigh (771,000, of which some 52,000 are
 * 3,600 premises, 35,000 names in Japanese script and titles in five other languages, 1,700 what 2026 has shown of a
 * dozen shows that people read most about, 1,600 that clues mean their characters by any name) and a little more, for
 * clues still grow.
 */
const ceiling = 772_000;

test("names, records and titles stay below their ceiling", () => {
  const { names, shows, words, start, titles, follows } = tablesFor(loadShows());
  const text = [names, shows.join(" "), words, start, titles, JSON.stringify(follows)].join("\n");
  const bytes = gzipSync(text, { level: 9 }).length;
  console.log(`catalog: ${text.length} bytes in the script, ${bytes} after gzip`);
  expect(bytes).toBeLessThanOrEqual(ceiling);
  // Far below, something is missing.
  expect(bytes).toBeGreaterThan(ceiling / 2);
});
