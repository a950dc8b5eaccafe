/**
 * `npm run eval [-- --docs DIR] [-- --explain] [-- --thirds tune,check]`: recall and precision of the detector on our
 * own corpus by third, manner and level, with and without the facts of the shows, or on any folder in the same format.
 * `--explain` prints every miss and false veil with what decided.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Show } from "../../lib/catalog/schema.ts";
import { levels, threshold } from "../../lib/detect/levels.ts";
import { detectorFor, loadShows, withoutSpoilers } from "./detector.ts";
import { type Doc, readDocs } from "./docs.ts";
import {
  averagePrecision,
  interval,
  type Scored,
  scoreBaseline,
  scoreDocs,
  type Tally,
  tally,
} from "./score.ts";

export const articles = fileURLToPath(new URL("./articles/", import.meta.url));
export const thirds = ["tune", "check", "final"] as const;

const f = (x: number) => (Number.isFinite(x) ? x.toFixed(3) : "  -  ");
const range = (k: number, n: number) =>
  interval(k, n)
    .map((x) => x.toFixed(2))
    .join("–");

function line(name: string, t: Tally): string {
  const { sentences, spoilers, hits, wrong } = t;
  return [
    name.padEnd(26),
    `sentences ${String(sentences).padStart(5)}`,
    `spoilers ${String(spoilers).padStart(4)}`,
    `recall ${f(t.recall)} (${range(hits, spoilers)})`,
    `precision ${f(t.precision)} (${range(hits, hits + wrong)})`,
    `F1 ${f(t.f1)}`,
    `over-veil ${f(t.overVeil)} (${wrong}; ${range(wrong, sentences - spoilers)})`,
  ].join("  ");
}

function groups(rows: readonly Scored[], by: (r: Scored) => string): [string, Scored[]][] {
  const out = new Map<string, Scored[]>();
  for (const r of rows) {
    const key = by(r);
    const list = out.get(key);
    if (list) list.push(r);
    else out.set(key, [r]);
  }
  return [...out].sort((a, b) => a[0].localeCompare(b[0]));
}

/** Fewer spoiler sentences of one show say nothing of it. */
const leastOfShow = 4;

/**
 * What is left of a show's spoilers when the catalog lists none of them: names, premise and learned reader alone.
 * Recall by show, and its mean over the shows.
 */
function unlisted(docs: readonly Doc[], shows: readonly Show[]): void {
  const rows = scoreDocs(docs, detectorFor(withoutSpoilers(shows)));
  const spoilers = rows.filter((r) => r.label === 1 && r.show);
  const recalls = groups(spoilers, (r) => r.show!)
    .filter(([, list]) => list.length >= leastOfShow)
    .map(([, list]) => tally(list, threshold("balanced")).recall);
  const mean = recalls.reduce((a, b) => a + b, 0) / recalls.length;
  const { precision } = tally(rows, threshold("balanced"));
  console.log(`unlisted: mean recall ${f(mean)} over ${recalls.length} shows, precision ${f(precision)}`);
}

function report(name: string, folder: string, shows: Show[], explain: boolean) {
  const detector = detectorFor(shows);
  const docs = readDocs(folder);
  const rows = scoreDocs(docs, detector);
  const balanced = threshold("balanced");
  console.log(`\n${name}: ${docs.length} articles, average precision ${f(averagePrecision(rows))}`);
  for (const level of levels) console.log(line(level, tally(rows, threshold(level))));
  console.log(line("baseline: name and cue", tally(scoreBaseline(docs, detector), 1)));
  unlisted(docs, shows);
  for (const [kind, list] of groups(rows, (r) => r.doc.kind ?? "article"))
    console.log(line(kind, tally(list, balanced)));
  for (const [manner, list] of groups(rows, (r) => r.doc.manner ?? "")) {
    if (manner) console.log(line(`  ${manner.slice(0, 24)}`, tally(list, balanced)));
  }
  const worst = groups(rows, (r) => r.doc.id)
    .map(([id, list]) => ({ id, t: tally(list, balanced) }))
    .map(({ id, t }) => ({ id, t, errors: t.spoilers - t.hits + t.wrong }))
    .sort((a, b) => b.errors - a.errors);
  for (const { id, t, errors } of worst.slice(0, 5)) {
    console.log(
      `  worst: ${id}, ${errors} errors (${t.spoilers - t.hits} missed, ${t.wrong} veiled wrongly)`,
    );
  }
  if (!explain) return;
  for (const r of rows) {
    if (r.score >= balanced === Boolean(r.label)) continue;
    console.log(`${r.label ? "MISSED" : "FALSE "} ${r.doc.id} ${r.score.toFixed(2)} ${r.text}`);
    if (r.why) console.log(`       ${r.why}`);
  }
}

if (import.meta.main) {
  // Whatever else is said ends here, and not with a look at the third that is seldom scored.
  const { values } = parseArgs({
    options: { docs: { type: "string" }, explain: { type: "boolean" }, thirds: { type: "string" } },
  });
  const { docs, explain = false } = values;
  const shows = loadShows();
  if (docs) report(docs, docs, shows, explain);
  else
    for (const third of values.thirds?.split(",") ?? thirds) report(third, articles + third, shows, explain);
}
