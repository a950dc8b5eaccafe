/**
 * `npm run cross -- FOLDER [FOLDER …]`: trains on some articles and scores the others, by author or at random, so that
 * no article is scored by a model that has seen it. Prints average precision and the curve.
 */

import { detectorFor, loadShows } from "./detector.ts";
import { type Doc, readDocs } from "./docs.ts";
import { averagePrecision, type Scored, scoreDocs, tally } from "./score.ts";
import { type Settings, settings, train } from "./train.ts";

const at = process.argv.indexOf("--with");
const tested = process.argv.slice(2, at < 0 ? undefined : at).filter((a) => !a.startsWith("-"));
/** Articles that every fold may learn from. */
const always = at < 0 ? [] : process.argv.slice(at + 1).filter((a) => !a.startsWith("-"));

const author = (d: Doc & { repo?: string }) => d.repo ?? d.id;
const docs = tested.flatMap(readDocs);
const shared = always.flatMap(readDocs);
const authors = [...new Set(docs.map(author))];
const folds = Math.min(5, authors.length);
const shows = loadShows();

export function cross(s: Settings): Scored[] {
  const rows: Scored[] = [];
  for (let f = 0; f < folds; f++) {
    const held = new Set(authors.filter((_, i) => i % folds === f));
    const model = train([...shared, ...docs.filter((d) => !held.has(author(d)))], shows, s);
    rows.push(
      ...scoreDocs(
        docs.filter((d) => held.has(author(d))),
        detectorFor(shows, model),
      ),
    );
  }
  return rows;
}

const f = (x: number) => x.toFixed(3);
for (const hidden of (process.env["HIDDEN"] ?? String(settings.hidden)).split(",")) {
  const rows = cross({ ...settings, hidden: Number(hidden) });
  const curve = [0.3, 0.4, 0.5, 0.6, 0.7].map((t) => {
    const x = tally(rows, t);
    return `${t}: ${f(x.recall)}@${f(x.precision)}`;
  });
  console.log(`hidden ${hidden}: AP ${f(averagePrecision(rows))}  ${curve.join("  ")}`);
}
