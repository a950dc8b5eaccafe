/** The catalog as the matcher sees it: which titles and ids mean which show and which part of it. */
import { type TrackerIds, trackerSites } from "../catalog/types.ts";
import { exact, fold, squeeze } from "./fold.ts";
import { behind, followedBy, leadingLabel, partTitle, variants } from "./parts.ts";
import type { Label } from "./season.ts";

/** A show's entries on the trackers, in order (virtual:catalog/trackers). */
export interface TrackedShow {
  readonly id: string;
  readonly entries: readonly {
    readonly part: number;
    readonly episode: number;
    /** How many of our episodes it covers. */
    readonly episodes: number;
    readonly mal?: number;
    readonly anilist?: number;
    readonly kitsu?: number;
  }[];
}

/** As much of a listed show as matching needs. */
export interface MatchShow {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly year: number;
  readonly format: string;
  readonly parts: readonly { readonly title: string; readonly episodes: number }[];
}

/** A show, or one part of it by index. */
export interface Target {
  readonly show: IndexedShow;
  readonly part?: number | undefined;
}

/** `part` undefined: the title is the show's own. `half`: which cour of that part. */
export interface Meaning extends Target {
  readonly half?: number | undefined;
}

export interface IndexedPart {
  readonly episodes: number;
  /** Episodes of all parts before it. */
  readonly start: number;
  /** Folded ways in which its title is put behind the show's. */
  readonly names: readonly string[];
  readonly label: Label | undefined;
  /** Told in a film or in very few episodes: what lists call "Movie" can be meant. */
  readonly film: boolean;
}

export interface IndexedShow {
  readonly show: MatchShow;
  readonly parts: readonly IndexedPart[];
  /** Episodes of all parts. */
  readonly total: number;
  /** Where its tracker entries begin and end, counted through. */
  readonly entries: readonly TrackerSpan[];
}

/** A tracker's entry: episodes `from` up to before `to`, counted through all parts of the show. */
export interface TrackerSpan extends TrackerIds {
  readonly from: number;
  readonly to: number;
}

/** The episodes that an entry stands for, counted through all parts of the show: `from` up to before `to`. */
export interface Span {
  readonly show: IndexedShow;
  readonly from: number;
  readonly to: number;
}

export interface CatalogIndex {
  readonly shows: ReadonlyMap<string, IndexedShow>;
  /** By tracker id. */
  readonly mal: ReadonlyMap<number, Span>;
  readonly anilist: ReadonlyMap<number, Span>;
  readonly kitsu: ReadonlyMap<number, Span>;
  /** By title: as written, folded, squeezed. A title may be that of several. */
  readonly exact: ReadonlyMap<string, readonly Target[]>;
  readonly folded: ReadonlyMap<string, readonly Target[]>;
  readonly squeezed: ReadonlyMap<string, readonly Target[]>;
  /** "AoT", "FMA": what people write by hand, and the full title of something else on a tracker. */
  readonly acronyms: ReadonlyMap<string, readonly Target[]>;
}

/** Some 3,500 names for 500 shows: built when an import begins, not when a page opens. */
export function createCatalogIndex(
  catalog: readonly MatchShow[],
  trackers: readonly TrackedShow[],
): CatalogIndex {
  const tracked = new Map(trackers.map(({ id, entries }) => [id, entries]));
  const index = {
    shows: new Map<string, IndexedShow>(),
    mal: new Map<number, Span>(),
    anilist: new Map<number, Span>(),
    kitsu: new Map<number, Span>(),
    exact: new Map<string, Target[]>(),
    folded: new Map<string, Target[]>(),
    squeezed: new Map<string, Target[]>(),
    acronyms: new Map<string, Target[]>(),
  };
  for (const show of catalog) {
    const indexed = indexShow(show, tracked.get(show.id) ?? []);
    index.shows.set(show.id, indexed);
    for (const { from, to, ...ids } of indexed.entries)
      for (const site of trackerSites) {
        const id = ids[site];
        if (id !== undefined) index[site].set(id, { show: indexed, from, to });
      }
    for (const [name, part] of namesOf(indexed)) {
      const target = { show: indexed, part };
      if (name !== show.title && isAcronym(name)) {
        add(index.acronyms, fold(name), target);
        continue;
      }
      add(index.exact, exact(name), target);
      add(index.folded, fold(name), target);
      add(index.squeezed, squeeze(fold(name)), target);
    }
    // As we write them ourselves; and "K-On!!" is told from "K-On!" only as it is written.
    show.parts.forEach(({ title }, part) => {
      const key = exact(partTitle(show.title, title, part));
      const others = (index.exact.get(key) ?? []).filter((target) => target.show !== indexed);
      if (part > 0) index.exact.set(key, [...others, { show: indexed, part }]);
    });
  }
  return index;
}

function isAcronym(name: string): boolean {
  return name.length <= 5 && /^[\x21-\x7e]+$/.test(name) && (name.match(/[A-Z]/g)?.length ?? 0) >= 2;
}

function add(map: Map<string, Target[]>, key: string, target: Target): void {
  if (key === "") return;
  const all = map.get(key) ?? [];
  if (!all.some(({ show, part }) => show === target.show && part === target.part)) all.push(target);
  map.set(key, all);
}

function indexShow(show: MatchShow, tracked: TrackedShow["entries"]): IndexedShow {
  const names = [show.title, ...show.aliases].map(fold);
  let total = 0;
  const parts = show.parts.map(({ title, episodes }) => {
    const whole = fold(title);
    const rest = behind(whole, names);
    const own = rest ?? whole;
    const start = total;
    total += episodes;
    const film = episodes <= 3 || /\b(?:film|movie)\b/i.test(title);
    // What stands behind another name is that one's: the second season of "Tokyo Ghoul:re" is not Tokyo Ghoul's.
    const label = rest === behind(whole, names.slice(0, 1)) ? leadingLabel(own) : undefined;
    return { episodes, start, names: variants(title, own), label, film };
  });
  const entries = tracked.map(({ part, episode, episodes, ...ids }) => {
    const from = (parts[part - 1]?.start ?? total) + episode - 1;
    return { ...ids, from, to: Math.min(total, from + episodes) };
  });
  return { show, parts, total, entries };
}

/** Every title of the show, with the part where it means only that. */
function namesOf(indexed: IndexedShow): [name: string, part: number | undefined][] {
  const { show, parts } = indexed;
  const titles = [show.title, ...show.aliases];
  const folded = titles.map(fold);
  // "Attack on Titan: The Final Season" is an alias of the show, and yet means one part.
  const partOf = (name: string): number | undefined => {
    const own = fold(name);
    if (own === folded[0]) return undefined;
    const rest = behind(
      own,
      folded.filter((other) => other !== own),
    );
    const followed = rest && followedBy(indexed, rest.split(" "));
    if (followed) return followed.half === undefined && parts.length > 1 ? followed.part : undefined;
    const at = parts.findIndex(({ names }) =>
      names.some((n) => n === own || (n.includes(" ") && ` ${own}`.endsWith(` ${n}`))),
    );
    // A first part that goes by the show's own title says nothing of which is meant.
    const first = parts.length > 1 && fold(show.parts[0]!.title) !== folded[0];
    return at > 0 || (at === 0 && first) ? at : undefined;
  };
  const named: [string, number | undefined][] = titles.map((name) => [name, partOf(name)]);
  // Where the first part is named by the show's title, the others are by theirs: "Nisemonogatari".
  const full = parts.length > 1 && folded.includes(fold(show.parts[0]!.title));
  show.parts.forEach(({ title }, i) => {
    const bare = title.replace(/\([^)]*\)/g, " ").trim();
    if (i === 0 || folded.includes(fold(bare))) return;
    const telling = full && bare.length >= 6 && parts[i]!.label === undefined;
    if (telling || folded.some((name) => fold(title).startsWith(`${name} `)))
      named.push([title, i], [bare, i]);
  });
  return named;
}
