/**
 * `npm run cross -- FOLDER [FOLDER …]`: trains on some articles and scores the others, by author, so that
 * no article is scored by a model that has seen it. Prints average precision and the curve.
 */

import { detectorFor, loadShows } from "./detector.ts";
import { type Doc, readDocs } from "./docs.ts";
import { averagePrecision, type Scored, scoreDocs, tally } from "./score.ts";
import { train } from "./train.ts";

const split = process.argv.indexOf("--with");
const tested = process.argv.slice(2, split < 0 ? undefined : split).filter((a) => !a.startsWith("-"));
/** Articles that every fold may learn from. */
const always = split < 0 ? [] : process.argv.slice(split + 1).filter((a) => !a.startsWith("-"));

const author = (d: Doc & { repo?: string }) => d.repo ?? d.id;
const docs = tested.flatMap(readDocs);
const shared = always.flatMap(readDocs);
const authors = [...new Set(docs.map(author))];
const folds = Math.min(5, authors.length);
const shows = loadShows();

const rows: Scored[] = [];
for (let fold = 0; fold < folds; fold++) {
  const held = new Set(authors.filter((_, i) => i % folds === fold));
  const isHeld = (d: Doc) => held.has(author(d));
  const model = train([...shared, ...docs.filter((d) => !isHeld(d))], shows);
  rows.push(...scoreDocs(docs.filter(isHeld), detectorFor(shows, model)));
}

const f = (x: number) => x.toFixed(3);
console.log(`average precision ${f(averagePrecision(rows))}`);
for (const at of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
  const { recall, precision, overVeil } = tally(rows, at);
  console.log(`at ${at}: recall ${f(recall)} precision ${f(precision)} over-veil ${f(overVeil)}`);
}
