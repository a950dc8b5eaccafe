/**
 * `npm run catalog [-- ID …]`: formats the catalog and says what is wrong with it; `--check` writes nothing.
 * `npm run catalog -- examples ID …`: how the detector judges the sentences of these shows.
 */
import { detectorOf, judgeExamples } from "./examples.ts";
import { formatCatalog } from "./format.ts";
import { readShows } from "./read.ts";
import { reportExamples } from "./report.ts";

const [command, ...rest] = process.argv.slice(2);
if (command === "examples") examples(rest);
else if (command === "--check") check(rest);
else {
  formatCatalog();
  check(process.argv.slice(2));
}

/** `only`: ids of shows; none: all. */
function check(only: readonly string[]): void {
  const { shows, errors } = readShows();
  const shown = only.length ? errors.filter((e) => only.some((id) => e.startsWith(`${id}.json:`))) : errors;
  for (const e of shown) console.error(e);
  const count = (pick: (s: (typeof shows)[number]) => unknown[]) =>
    shows.reduce((n, s) => n + pick(s).length, 0);
  console.log(
    `${shows.length} shows, ${count((s) => s.characters)} characters, ${count((s) => s.spoilers)} spoilers, ${shown.length} errors`,
  );
  process.exitCode = shown.length ? 1 : 0;
}

function examples(ids: readonly string[]): void {
  const { shows, errors } = readShows();
  for (const e of errors) console.error(e);
  const detector = detectorOf(shows);
  const chosen = ids.length ? ids : shows.map((s) => s.id);
  let found = 0;
  let veiled = 0;
  let all = 0;
  for (const id of chosen) {
    const show = shows.find((s) => s.id === id);
    if (!show) {
      console.error(`${id}: no such show, or its file has errors`);
      process.exitCode = 1;
      continue;
    }
    const judged = judgeExamples(detector, show);
    for (const line of reportExamples(show, judged)) console.log(line);
    all += judged.length;
    found += judged.filter((j) => j.example.veiled).length;
    veiled += judged.filter((j) => j.nearMiss.veiled).length;
  }
  if (chosen.length > 1) console.log(`${found} of ${all} examples found, ${veiled} near misses veiled`);
}
