/** A whole list against the catalog, in slices, so that a progress bar can move. */
import type { CatalogIndex } from "./catalog-index.ts";
import { joinHalves } from "./halves.ts";
import { type Match, matchEntry } from "./match.ts";
import type { Entry } from "./types.ts";

export interface Matched {
  readonly entry: Entry;
  readonly match: Match;
}

/** Called now and then; what it returns is awaited, which is when the page can paint. */
export type Tick = (done: number, total: number) => Promise<void> | void;

/** Milliseconds of work between two ticks: less than a frame. */
const patience = 12;

/** `now` in milliseconds. */
export async function matchAll(
  index: CatalogIndex,
  entries: readonly Entry[],
  tick: Tick = () => {},
  now: () => number = () => performance.now(),
): Promise<Matched[]> {
  const matches: Match[] = [];
  let until = now() + patience;
  for (const entry of entries) {
    matches.push(matchEntry(index, entry));
    if (now() < until) continue;
    await tick(matches.length, entries.length);
    until = now() + patience;
  }
  await tick(entries.length, entries.length);
  return joinHalves(entries, matches).map((match, i) => ({ entry: entries[i]!, match }));
}
