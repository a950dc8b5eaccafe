/** `npm run catalog [-- id …]`: says what is wrong with the catalog, or with the named shows. */
import { readShows } from "./read.ts";

const { shows, errors } = readShows();
const only = process.argv.slice(2);
const shown = only.length ? errors.filter((e) => only.some((id) => e.startsWith(`${id}.json:`))) : errors;
for (const e of shown) console.error(e);
const count = (pick: (s: (typeof shows)[number]) => unknown[]) =>
  shows.reduce((n, s) => n + pick(s).length, 0);
console.log(
  `${shows.length} shows, ${count((s) => s.characters)} characters, ${count((s) => s.spoilers)} spoilers, ${shown.length} errors`,
);
process.exitCode = shown.length ? 1 : 0;
