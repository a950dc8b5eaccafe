/** Records to the packed form that ships (form: tables.ts). */
import { type Coder, readStart } from "../../detect/bits.ts";
import { codeShow, contextCount } from "../../detect/record-form.ts";
import type { FactRecord, ShowRecord, Tables } from "../tables.ts";
import { BitCounter, BitWriter } from "./bit-writer.ts";
import type { TextFact, TextRecord, TextRun } from "./facts.ts";

/** What a show speaks with. */
function wordsOf(show: TextRecord): Set<string> {
  const facts = [...show.spoilers, ...show.premise];
  const runs = [...show.roles.flat(), ...facts.flatMap((f) => f.clues.flat())];
  return new Set([...facts.flatMap((f) => f.scene), ...runs.flat(2)]);
}

/**
 * The vocabulary: a word that many shows have stands before one that few have; of those that are as common up to a
 * factor of two the order is that of letters, so that the text has likeness for gzip.
 */
function vocabularyOf(shows: readonly TextRecord[]): string[] {
  const spread = new Map<string, number>();
  for (const show of shows) for (const word of wordsOf(show)) spread.set(word, (spread.get(word) ?? 0) + 1);
  const words = [...spread.keys()].sort();
  words.sort((a, b) => spread.get(b)! - spread.get(a)!);
  const out: string[] = [];
  for (let size = 1; out.length < words.length; size *= 2) {
    out.push(...words.slice(out.length, out.length + size).sort());
  }
  return out;
}

/** A record with the numbers of its words. */
export function numbered(show: TextRecord, numbers: ReadonlyMap<string, number>): ShowRecord {
  const number = (word: string) => numbers.get(word)!;
  const run = (r: TextRun) => r.map((options) => options.map(number));
  const fact = (f: TextFact): FactRecord => ({
    ...f,
    scene: f.scene.map(number),
    clues: f.clues.map((parts) => parts.map(run)),
  });
  return {
    ...show,
    roles: show.roles.map((list) => list.map(run)),
    spoilers: show.spoilers.map(fact),
    premise: show.premise.map(fact),
  };
}

/** Each record by itself, so that a page reads only those of its shows; and the vocabulary with spaces between. */
export function packShows(shows: readonly TextRecord[]): Pick<Tables, "shows" | "start"> & { words: string } {
  const words = vocabularyOf(shows);
  const numbers = new Map(words.map((word, i) => [word, i]));
  const records = shows.map((show) => numbered(show, numbers));
  const write = <C extends Coder>(coder: C, record: ShowRecord) => {
    codeShow(coder, record);
    return coder;
  };
  const counter = new BitCounter(contextCount());
  for (const record of records) write(counter, record);
  const start = counter.start();
  const likely = readStart(start);
  return {
    words: words.join(" "),
    start,
    shows: records.map((record) => {
      const text = Buffer.from(write(new BitWriter(likely), record).finish()).toString("base64");
      return text.replace(/=+$/, "");
    }),
  };
}
