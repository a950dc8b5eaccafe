/** A show's progress as the lines that trackers have for it: one a season, not one a show. */
import type { Progress } from "../catalog/progress.ts";
import type { TrackerIds } from "../catalog/types.ts";
import type { CatalogIndex, IndexedShow, TrackerSpan } from "./catalog-index.ts";
import { partTitle } from "./parts.ts";
import type { Status } from "./types.ts";

export interface Piece extends TrackerIds {
  readonly show: IndexedShow;
  readonly title: string;
  readonly status: Status;
  readonly watched: number;
  readonly episodes: number;
  readonly open: boolean;
}

interface Season extends TrackerIds {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** Shows that the catalog no longer has are left out: no other form than the backup can name them. */
export function piecesOf(index: CatalogIndex, shows: Readonly<Record<string, Progress>>): Piece[] {
  return Object.entries(shows).flatMap(([id, progress]) => {
    const show = index.shows.get(id);
    return show ? piecesOfShow(show, progress) : [];
  });
}

function piecesOfShow(show: IndexedShow, progress: Progress): Piece[] {
  const seasons = seasonsOf(show);
  const first = seasons.slice(0, 1);
  if (progress.state === "planned") return first.map((s) => piece(show, s, "planned", 0));
  if (progress.state === "open")
    return first.map((s) => ({ ...piece(show, s, "completed", s.to), open: true }));
  if (progress.state === "watched") return seasons.map((s) => piece(show, s, "completed", s.to - s.from));
  const seen = position(show, progress.part, progress.episode);
  return seasons.flatMap((s) => {
    const length = s.to - s.from;
    const done = seen - s.from;
    // The last one stays "watching" even with all episodes seen: "completed" would say "watched".
    if (done >= length && s.to < show.total) return [piece(show, s, "completed", length)];
    if (done > 0) return [piece(show, s, "watching", Math.min(done, length))];
    return done === 0 && progress.episode === 0 ? [piece(show, s, "watching", 0)] : [];
  });
}

/** Episodes seen, counted through all parts. Points beyond what the catalog knows count as its end. */
export function position(show: IndexedShow, part: number, episode: number): number {
  const at = show.parts[part - 1];
  return at ? at.start + Math.min(episode, at.episodes) : show.total;
}

function piece(show: IndexedShow, season: Season, status: Status, watched: number): Piece {
  const { title, from, to, mal, anilist, kitsu } = season;
  return { show, title, status, watched, episodes: to - from, mal, anilist, kitsu, open: false };
}

/** As the trackers divide the show, where that is known from the beginning of a part to the end of one; else by our parts. */
function seasonsOf(show: IndexedShow): Season[] {
  const { entries, parts } = show;
  const seasons: Season[] = [];
  for (const { start: from, episodes } of parts) {
    if (from < (seasons.at(-1)?.to ?? 0)) continue;
    const to = from + episodes;
    const ids = entries.find((entry) => entry.from === from && entry.to === to);
    const tracked = trackedFrom(show, from) ?? [{ ...ids, from, to }];
    seasons.push(...tracked.map((season) => ({ ...season, title: titleAt(show, season.from) })));
  }
  return seasons;
}

/** The entries from there to where one ends with a part. Without an id, one that is no part could not be read back. */
function trackedFrom({ entries, parts }: IndexedShow, from: number): readonly TrackerSpan[] | undefined {
  const found: TrackerSpan[] = [];
  let at = from;
  for (const entry of entries) {
    if (entry.from < from) continue;
    if (entry.from !== at || !entry.mal || !entry.anilist) return undefined;
    found.push(entry);
    at = entry.to;
    if (parts.some(({ start, episodes }) => start + episodes === at)) return found;
  }
  return undefined;
}

function titleAt({ show, parts }: IndexedShow, from: number): string {
  const at = parts.findIndex(({ start, episodes }) => from < start + episodes);
  return partTitle(show.title, show.parts[at]?.title ?? "", at);
}
