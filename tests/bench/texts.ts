/** What is read and what is looked for in the bench: the project's own articles, and names of any number. */
import { readValidShows } from "../../lib/catalog/build/read.ts";
import { characterNames, titleSpellings } from "../../lib/catalog/build/spellings.ts";
import type { PageInfo, Passage } from "../../lib/detect/types.ts";
import { pageOf, passageOf, readDocs } from "../corpus/docs.ts";
import { random } from "../corpus/learn.ts";

export interface Article {
  readonly page: PageInfo;
  readonly passages: readonly Passage[];
}

const folders = ["training", "articles/tune", "articles/check", "articles/final"];

/** The articles of the corpus: those that are about anime, or those that have nothing to do with it. */
export function articles(anime: boolean): Article[] {
  return folders
    .flatMap((folder) => readDocs(new URL(`../corpus/${folder}`, import.meta.url).pathname))
    .filter((doc) => (doc.kind !== "ordinary") === anime)
    .map((doc) => ({ page: pageOf(doc), passages: doc.blocks.map(passageOf) }));
}

export const textsOf = (list: readonly Article[]) => list.flatMap((a) => a.passages.map((p) => p.text));
export const lettersIn = (texts: readonly string[]) => texts.reduce((n, t) => n + t.length, 0);

/** Latin letters, digits and single spaces: what every engine of the comparison can look for. */
const plain = /^[a-z0-9]+( [a-z0-9]+)*$/;

/** So many different names: the catalog's own, then its words put together anew. */
export function namesFor(count: number): string[] {
  const own = new Set<string>();
  for (const show of readValidShows()) {
    for (const { spelling } of titleSpellings(show)) own.add(spelling.join(" "));
    for (const c of show.characters) {
      const { full, alone } = characterNames(c);
      for (const spelling of [...full, ...alone]) own.add(spelling.join(" "));
    }
  }
  const next = random(7);
  const all = [...own].filter((name) => plain.test(name) && name.length > 2);
  const words = [...new Set(all.flatMap((name) => name.split(" ")))];
  const pick = () => words[Math.floor(next() * words.length)]!;
  // Shuffled, so that a few hundred are of all shows.
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  const out = new Set(all.slice(0, count));
  while (out.size < count) out.add(`${pick()} ${pick()}`);
  return [...out];
}
