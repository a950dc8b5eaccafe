/**
 * Entries of a list to shows of the catalog. Sure or not at all: an id that the catalog knows, or a title that means
 * one show only and whose number of episodes does not contradict. What is not sure is for the reader to decide.
 */
import { trackerSites } from "../catalog/types.ts";
import type {
  CatalogIndex,
  IndexedPart,
  IndexedShow,
  MatchShow,
  Meaning,
  Span,
  Target,
} from "./catalog-index.ts";
import { resolveTitle } from "./resolve.ts";
import type { Entry } from "./types.ts";

/** Why an entry is not recognised. */
export type Doubt =
  /** No show of the catalog has such a title. */
  | "unknown"
  /** The show is known, what follows its title is not. */
  | "part"
  /** Several shows have it. */
  | "ambiguous"
  /** The title fits, but there are more or fewer episodes: another version of the story, or half of it. */
  | "episodes"
  /** The title fits, but the tracker's id is another's. */
  | "id";

export type Match =
  | { readonly sure: true; readonly span: Span }
  | {
      readonly sure: false;
      readonly doubt: Doubt;
      readonly candidates: readonly Target[];
      readonly half?: Meaning;
    };

/** Alternative titles after these are synonyms: heard only where the main ones say nothing. */
const mainTitles = 4;

export function matchEntry(index: CatalogIndex, entry: Entry): Match {
  // Ids are those of anime; a manga has ids of its own.
  const byId = entry.medium === "anime" && spanOfId(index, entry);
  if (byId) return { sure: true, span: spanById(byId, entry) };

  const main = resolveAll(index, entry, entry.titles.slice(0, mainTitles));
  const found = main.meanings.length > 0 ? main : resolveAll(index, entry, entry.titles.slice(mainTitles));
  const { meanings } = found;
  const partly = [...new Set([...main.partly, ...found.partly])];
  if (meanings.length === 0) {
    const candidates = partly.map((show) => ({ show }));
    return { sure: false, doubt: candidates.length > 0 ? "part" : "unknown", candidates };
  }
  const fitting = meanings.length > 1 ? meanings.filter((m) => spanOf(m, entry)) : meanings;
  const [meaning] = fitting;
  if (!meaning || fitting.length > 1) return { sure: false, doubt: "ambiguous", candidates: meanings };
  // One title says the show, another one the show and something unknown: a special of it, perhaps.
  if (anotherKind(meaning, entry) || (meaning.part === undefined && partly.includes(meaning.show))) {
    return { sure: false, doubt: "part", candidates: [meaning] };
  }
  if (anotherId(meaning, entry)) return { sure: false, doubt: "id", candidates: [meaning] };
  const span = spanOf(meaning, entry);
  if (span) return { sure: true, span };
  const half = halfOf(meaning, entry);
  return { sure: false, doubt: "episodes", candidates: [meaning], ...(half ? { half } : {}) };
}

/** Trackers list a book apart from its anime; who writes a title may mean either. */
export function mayMean({ format }: MatchShow, { medium, upTo }: Entry): boolean {
  const book = format === "manga" || format === "novel";
  return book === (medium === "manga") || (book && upTo === true);
}

/**
 * The first that one of the entry's ids means, unless another of them is not what the catalog has there: MyAnimeList
 * numbers anime and manga apart, so the number of a manga in a list that does not say so is that of some anime.
 */
function spanOfId(index: CatalogIndex, entry: Entry): Span | undefined {
  const spans = trackerSites.flatMap((site) => {
    const id = entry[site];
    return (id !== undefined && index[site].get(id)) || [];
  });
  return spans.find(({ show, from, to }) => {
    const ours = show.entries.find((tracked) => tracked.from === from && tracked.to === to);
    const fits = (site: (typeof trackerSites)[number]) =>
      [ours?.[site], entry[site]].includes(undefined) || ours?.[site] === entry[site];
    return trackerSites.every(fits);
  });
}

/** What all titles mean together; where they name a show and a part of it, the part. */
function resolveAll(index: CatalogIndex, entry: Entry, titles: readonly string[]) {
  const meanings: Meaning[] = [];
  const partly: IndexedShow[] = [];
  for (const title of titles) {
    const resolved = resolveTitle(index, title, entry.upTo);
    partly.push(...resolved.partly);
    for (const meaning of resolved.meanings) {
      if (!mayMean(meaning.show.show, entry)) continue;
      if (
        !meanings.some((m) => m.show === meaning.show && m.part === meaning.part && m.half === meaning.half)
      ) {
        meanings.push(meaning);
      }
    }
  }
  const precise = (m: Meaning) => m.part !== undefined || m.half !== undefined;
  return {
    meanings: meanings.filter((m) => precise(m) || !meanings.some((o) => o.show === m.show && precise(o))),
    partly,
  };
}

/** A film that is called like the series, a special that is called like the show. */
function anotherKind({ show, part }: Meaning, { kind }: Entry): boolean {
  const only = show.show.format === "film" && show.parts.length === 1;
  if (kind === "extra") return part === undefined && !only;
  if (kind === "film") return !show.parts[part ?? 0]!.film && show.show.format !== "film";
  return kind === "series" && only;
}

/** The catalog knows the ids of what the title means, and the entry's is none of them. */
function anotherId({ show, part, half }: Meaning, entry: Entry): boolean {
  const { start, episodes } = show.parts[part ?? 0]!;
  const first = part === undefined && half === undefined;
  const here = show.entries.filter(({ from, to }) =>
    first ? from === 0 : from < start + episodes && to > start,
  );
  return (
    entry.medium === "anime" &&
    trackerSites.some((site) => {
      const ours = here.flatMap((tracked) => tracked[site] ?? []);
      const theirs = entry[site];
      return theirs !== undefined && ours.length > 0 && !ours.includes(theirs);
    })
  );
}

/** A film tells all of its arc, however many episodes that has elsewhere. */
export const tellsAll = ({ film }: IndexedPart, { kind }: Entry): boolean => film && kind === "film";

/** Undefined where the number of episodes contradicts. */
function spanOf({ show, part, half }: Meaning, entry: Entry): Span | undefined {
  const { episodes } = entry;
  if (half !== undefined) return spanOfHalf({ show, part, half }, entry);
  if (part !== undefined) {
    const { start, episodes: length } = show.parts[part]!;
    // Fewer episodes than we count: the first ones, a season that a tracker has cut in two.
    const seen = tellsAll(show.parts[part]!, entry) ? length : lengthOf(length, episodes ?? length);
    return { show, from: start, to: start + seen };
  }
  if (episodes === undefined) {
    // A plain line means the show, or as much as it counts, though it says "completed": that may be a season. A
    // tracker's entry of unknown length means its first season, or as much as was seen.
    const counted = (entry.status === "completed" && entry.watched) || show.total;
    const to = entry.upTo ? counted : Math.max(show.parts[0]!.episodes, entry.watched ?? 0);
    return { show, from: 0, to: Math.min(show.total, to) };
  }
  return isEnd(show, episodes) ? { show, from: 0, to: episodes } : undefined;
}

function spanOfHalf({ show, part = 0, half }: Meaning, { episodes }: Entry): Span | undefined {
  const { start, episodes: length, label } = show.parts[part]!;
  if (episodes === undefined || episodes >= length || label === undefined) return undefined;
  // Said in full: "Season 3 Part 2". A bare "Part 2" is believed only beside its first half (halves.ts).
  if (half === 1) return { show, from: start, to: start + episodes };
  return half === 2 && part > 0 ? { show, from: start + length - episodes, to: start + length } : undefined;
}

/** Does some part end after so many episodes? */
function isEnd(show: IndexedShow, episodes: number): boolean {
  return show.parts.some((part) => part.start + part.episodes === episodes);
}

/** The id says which episodes. */
function spanById({ show, from, to }: Span, entry: Entry): Span {
  const count = entry.episodes ?? (entry.status === "completed" && entry.watched ? entry.watched : to - from);
  return { show, from, to: from + lengthOf(to - from, count) };
}

/** Trackers do not count every special that we count: a season with all but two of our episodes is the whole season. */
function lengthOf(ours: number, theirs: number): number {
  return theirs >= ours || (theirs >= 4 && ours - theirs <= 2) ? ours : theirs;
}

/** Might the entry be one half of a part that a tracker lists in two? */
function halfOf({ show, part, half }: Meaning, { episodes }: Entry): Meaning | undefined {
  const length = show.parts[part ?? 0]!.episodes;
  if (episodes === undefined || episodes >= length || (half ?? 1) > 2) return undefined;
  return { show, part: part ?? 0, half: half ?? 1 };
}
