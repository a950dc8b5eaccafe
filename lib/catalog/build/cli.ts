/**
 * `npm run catalog [-- ID …]`: formats the catalog and says what is wrong with it, or with these shows.
 * `npm run catalog -- examples ID …`: how the detector judges the sentences of these shows, one by one.
 * `npm run catalog -- new "Title"`: begins a show's file.
 * `--check` in the first place: as the first, but nothing is written.
 */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkShow } from "./check.ts";
import { detectorOf, foundAtLeast, judgeExamples, veiledAtMost } from "./examples.ts";
import { formatCatalog } from "./format.ts";
import { idleEntries } from "./idle.ts";
import { namesakes, newEntry } from "./new.ts";
import { notesOn } from "./notes.ts";
import { unreachableNames } from "./reach.ts";
import { readShows, showsFolder } from "./read.ts";
import { reportExamples } from "./report.ts";

const [command, ...rest] = process.argv.slice(2);
if (command === "examples") examples(rest);
else if (command === "new") begin(rest.join(" ").trim());
else if (command === "--check") check(rest);
else {
  formatCatalog();
  check(process.argv.slice(2));
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

/** `only`: ids of shows; none: all, and the figures over all of them must hold. */
function check(only: readonly string[]): void {
  const { shows, errors } = readShows();
  const mine = (line: string) => only.length === 0 || only.some((id) => line.startsWith(`${id}.json:`));
  for (const id of only) if (!existsSync(join(showsFolder, `${id}.json`))) fail(`${id}.json: no such file`);
  const count = (pick: (s: (typeof shows)[number]) => unknown[]) =>
    shows.reduce((n, s) => n + pick(s).length, 0);
  console.log(
    `${shows.length} shows, ${count((s) => s.characters)} characters, ${count((s) => s.spoilers)} spoilers`,
  );
  const wrong = errors.filter(mine);
  for (const e of wrong) fail(e);
  if (wrong.length) {
    console.error(`${wrong.length} errors`);
    return;
  }

  const detector = detectorOf(shows);
  const chosen = shows.filter((s) => only.length === 0 || only.includes(s.id));
  for (const s of chosen) {
    for (const e of unreachableNames(detector, s, shows.indexOf(s))) fail(`${s.id}.json: ${e}`);
  }
  const notes = notesOn(shows).filter(mine);
  if (only.length) for (const n of notes) console.log(`note: ${n}`);
  else console.log(`${notes.length} notes on names (npm run catalog -- ID prints those of a show)`);

  const judged = chosen.flatMap((s) => judgeExamples(detector, s));
  const found = judged.filter((j) => j.example.veiled).length;
  const veiled = judged.filter((j) => j.nearMiss.veiled).length;
  console.log(`${found} of ${judged.length} examples found, ${veiled} near misses veiled`);
  if (only.length) return;
  for (const e of idleEntries(shows)) fail(e);
  if (found < foundAtLeast * judged.length)
    fail(`fewer than ${foundAtLeast * 100} % of the examples are found`);
  if (veiled > veiledAtMost) fail(`more than ${veiledAtMost} near misses are veiled`);
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
      fail(`${id}: no such show, or its file has errors`);
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

function begin(title: string): void {
  const entry = newEntry(title);
  const known = entry.id ? namesakes(title, readShows().shows).map((s) => `${s.id}.json`) : [];
  if (!entry.id) fail(`"${title}": give the title as English-language sites write it`);
  if (known.length) fail(`"${title}" is there already: ${known.join(", ")}`);
  if (!entry.id || known.length) return;
  const file = `${entry.id}.json`;
  writeFileSync(join(showsFolder, file), JSON.stringify(entry), { flag: "wx" });
  formatCatalog();
  console.log(`data/shows/${file} is begun. To fill in:`);
  for (const e of checkShow(file, entry).errors) console.log(`  ${e.slice(file.length + 2)}`);
  console.log(`Then: npm run catalog -- ${entry.id}`);
}
