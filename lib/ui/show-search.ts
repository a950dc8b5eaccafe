/** Finding a show by what somebody types: title, romaji, short form, native title, with slips of the pen. */
import Fuse from "fuse.js";

export interface Searchable {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
}

/** Case, diacritics and punctuation aside; "Kōsei" is "kosei", "Re:ZERO" is "re zero". */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * A search over the shows, best first: what begins with the words stands before what contains them; where no name has
 * them, what is like them. A show is named once. Empty words find everything, in the given order.
 */
export function createSearch<S extends Searchable>(shows: readonly S[]): (words: string) => readonly S[] {
  const entries = shows.map((show) => ({ show, names: [show.title, ...show.aliases].map(plain) }));
  // Built at the first search, not when the popup opens.
  let fuse: Fuse<(typeof entries)[number]> | undefined;
  const alike = (needle: string) => {
    fuse ??= new Fuse(entries, {
      keys: ["names"],
      threshold: 0.34,
      ignoreLocation: true,
      minMatchCharLength: 2,
    });
    return fuse.search(needle).map(({ item }) => item);
  };
  return (words) => {
    const needle = plain(words);
    if (needle === "") return shows;
    const rank = ({ names }: (typeof entries)[number]) =>
      Math.min(...names.map((name) => nearness(name, needle)));
    const exact = entries
      .map((entry) => ({ entry, rank: rank(entry) }))
      .filter(({ rank }) => rank < 3)
      .sort((a, b) => a.rank - b.rank)
      .map(({ entry }) => entry);
    // Who has typed it right need not see what is merely like it; and one or two letters are like everything.
    const found = exact.length > 0 || needle.length < 3 ? exact : alike(needle);
    return found.map(({ show }) => show);
  };
}

/** 0 begins with it, 1 has a word that begins with it, 2 contains it (spaces aside), 3 does not. */
function nearness(name: string, needle: string): number {
  if (name.startsWith(needle)) return 0;
  if (name.includes(` ${needle}`)) return 1;
  return name.replaceAll(" ", "").includes(needle.replaceAll(" ", "")) ? 2 : 3;
}
