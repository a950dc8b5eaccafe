/**
 * No name, title, clue, cue or word of a glossary is slow where a text repeats it: each has a ceiling, and of the
 * slowest time may grow with the length alone. The cues, those of six shows and some drawn from all; with `SOAK` all.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Context, PageInfo } from "../../../lib/detect/types.ts";
import { detectorFor, loadShows } from "../../corpus/detector.ts";
import { record } from "../../figures.ts";
import { shows as few, text } from "./detector.ts";
import { growth, mostForTwice, once, time } from "./growth.ts";
import { cuePatterns, distinct, glossaryPatterns, type Pattern, showPatterns } from "./patterns.ts";

const soak = process.env["SOAK"] !== undefined;
/** SEED=… draws the same again. */
const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);

const shows = loadShows();
const detector = detectorFor(shows);
const all = distinct([...cuePatterns(), ...shows.flatMap(showPatterns), ...glossaryPatterns()]);
/** So many of all, drawn at random. */
const drawn = soak
  ? all
  : fc.sample(fc.noBias(fc.nat(all.length - 1)), { numRuns: 300, seed }).map((i) => all[i]!);
const patterns = distinct([...cuePatterns(), ...few.flatMap(showPatterns), ...drawn]);

const contexts = new Map<PageInfo, Context>();
/** Reads so many letters of it on its page. */
function reading({ words, page }: Pattern, letters: number): () => unknown {
  const context = contexts.get(page) ?? detector.begin(page);
  contexts.set(page, context);
  const passage = text(`Mami. ${`${words}, `.repeat(Math.ceil(letters / (words.length + 2)))}`);
  return () => detector.read(passage, context);
}

const letters = 4_000;
const most = 150;

test(`each of ${patterns.length} of ${all.length} patterns, repeated: none is out of the ordinary, and the slowest take twice as long for twice as much (SEED=${seed})`, async () => {
  const times = new Map<string, number>();
  for (const pattern of patterns) {
    const read = reading(pattern, letters);
    let ms = await once(read);
    // Of so many some meet the collector at its work.
    if (ms >= most) ms = await time(read);
    expect(ms, pattern.words).toBeLessThan(most);
    times.set(pattern.words, ms);
  }
  const slowest = patterns
    .toSorted((a, b) => times.get(b.words)! - times.get(a.words)!)
    .slice(0, soak ? 100 : 5);
  for (const pattern of slowest)
    expect(await growth((share) => reading(pattern, 40_000 * share)), pattern.words).toBeLessThan(
      mostForTwice,
    );
  record("fuzz: patterns repeated", { cases: patterns.length, doubled: slowest.length });
  console.log(
    `SEED=${seed}, the slowest: ${slowest
      .slice(0, 5)
      .map(({ words }) => words)
      .join(", ")}`,
  );
}, 3_600_000);
