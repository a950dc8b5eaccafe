/** What a list says of one show, all its entries together. */
import type { Progress } from "../catalog/progress.ts";
import type { IndexedShow, Span } from "./catalog-index.ts";
import type { Entry } from "./types.ts";

export interface Seen {
  readonly progress: Progress;
  /**
   * Later parts are on the list, earlier ones are not: how far the latest of them goes. Progress is one point, so it
   * cannot say both; the reader may choose this instead.
   */
  readonly beyond?: Progress;
}

export interface Placed {
  readonly entry: Entry;
  readonly span: Span;
}

/**
 * `entries` are all of this show. Entries without a status count as completed. `known`: so many episodes the reader has
 * seen whatever the list says, which closes its gaps.
 */
export function progressOf(show: IndexedShow, placed: readonly Placed[], known = 0): Seen {
  if (placed.some(({ entry }) => entry.open)) return { progress: { state: "open" } };
  const pieces = placed
    .map(({ entry, span }) => {
      const length = span.to - span.from;
      const seen = isCompleted(entry)
        ? length
        : entry.status === "planned"
          ? 0
          : Math.min(entry.watched ?? 0, length);
      const from = entry.upTo && (seen > 0 || isStarted(entry)) ? 0 : span.from;
      return { entry, start: span.from, from, to: span.from + seen };
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
  // As far as it goes without a gap.
  let end = known;
  // And with gaps.
  let last = known;
  for (const { from, to } of pieces) {
    if (from <= end) end = Math.max(end, to);
    if (to > from) last = Math.max(last, to);
  }
  const completed = pieces.some(({ entry, to }) => to === show.total && isDone(show, entry));
  const started = pieces.some(({ entry, start, to }) => isStarted(entry) && start === end && to === start);
  const progress = at(show, end, completed && end === show.total, started);
  return last > end
    ? { progress, beyond: at(show, last, completed && last === show.total, false) }
    : { progress };
}

function isCompleted({ status, watched, episodes }: Entry): boolean {
  return status === "completed" || (status === undefined && (watched === undefined || watched === episodes));
}

/**
 * Of an entry that goes to the end of the show: is it all over? Where the list says neither that nor how many there
 * are, the count does; who is still "watching" at the last episode is believed, but a film has nothing left to watch.
 */
function isDone({ total }: IndexedShow, entry: Entry): boolean {
  const { status, episodes } = entry;
  const byCount = status === undefined && episodes === undefined;
  return byCount || isCompleted(entry) || (total === 1 && isStarted(entry));
}

function isStarted({ status, watched }: Entry): boolean {
  return status === "watching" || status === "paused" || (status === undefined && watched !== undefined);
}

/**
 * The point after so many episodes. `started`: the part that begins there has been begun, though no episode is over.
 */
function at(show: IndexedShow, episodes: number, completed: boolean, started: boolean): Progress {
  if (completed) return { state: "watched" };
  if (started) {
    const part = show.parts.findIndex(({ start }) => start === episodes);
    if (part >= 0) return { state: "watching", part: part + 1, episode: 0 };
  }
  if (episodes === 0) return { state: "planned" };
  const part = show.parts.findIndex(({ start, episodes: length }) => episodes <= start + length);
  return { state: "watching", part: part + 1, episode: episodes - show.parts[part]!.start };
}

/** Negative where `a` is less far than `b`. "Never shield" is no progress: undefined. */
export function compareProgress(a: Progress | undefined, b: Progress | undefined): number | undefined {
  if (a?.state === "open" || b?.state === "open") return a?.state === b?.state ? 0 : undefined;
  const [x, y] = [rank(a), rank(b)];
  return x[0] - y[0] || x[1] - y[1] || x[2] - y[2];
}

function rank(progress: Progress | undefined): readonly [number, number, number] {
  if (!progress) return [0, 0, 0];
  if (progress.state === "watching") return [2, progress.part, progress.episode];
  return [progress.state === "watched" ? 3 : 1, 0, 0];
}
