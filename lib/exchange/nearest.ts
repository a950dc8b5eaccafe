/** Shows whose names are like a title that was not recognised. */
import Fuse from "fuse.js";
import type { MatchShow, Target } from "./catalog-index.ts";
import { fold } from "./fold.ts";
import { mayMean } from "./match.ts";
import type { Unrecognised } from "./plan.ts";

/** About as many as a reader looks through. */
const most = 3;

/**
 * The nearest shows of the catalog, best first: those in doubt, then by likeness. Of a manga those that are manga, for
 * its chapters are no episodes. A few milliseconds a title.
 */
export function createNearest(shows: readonly MatchShow[]): (item: Unrecognised) => readonly MatchShow[] {
  const entries = shows.map((show) => ({ show, names: [show.title, ...show.aliases].map(fold) }));
  const fuse = new Fuse(entries, { keys: ["names"], threshold: 0.3, distance: 40, minMatchCharLength: 3 });
  return ({ entry, candidates }) => {
    const found = candidates.map(({ show }: Target) => show.show);
    // Only what nothing is known about needs likeness; Fuse takes 32 letters and more only in pieces.
    const titles = found.length > 0 ? [] : entry.titles.slice(0, 2);
    for (const title of titles) {
      const alike = fuse.search(fold(title).slice(0, 32)).map(({ item }) => item.show);
      found.push(...alike.filter((show) => mayMean(show, entry)).slice(0, most));
    }
    return [...new Set(found)].slice(0, most);
  };
}
