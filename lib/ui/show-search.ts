/** Finding a show by what somebody types: title, romaji, short form, native title, with slips of the pen. */
import { type Signal, signal } from "@preact/signals";
import type Fuse from "fuse.js";

export interface Searchable {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
}

/** The library that knows what is alike: undefined until it has come. */
const library: Signal<typeof Fuse | undefined> = signal(undefined);

/** Fetches the library. Without it what is typed with a slip of the pen is not found, and what is typed right is. */
export async function prepareSearch(): Promise<void> {
  library.value ??= (await import("fuse.js")).default;
}

/**
 * Case, diacritics and punctuation aside; "Kōsei" is "kosei", "Re:ZERO" is "re zero". Katakana as hiragana, for those
 * are what stands there while Japanese is being typed.
 */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * A search over the shows, best first: what begins with the words stands before what contains them; where no name has
 * them, what is like them. A show is named once. Empty words find everything, in the given order.
 */
export function createSearch<S extends Searchable>(shows: readonly S[]): (words: string) => readonly S[] {
  // Both made at the first search, not when the popup opens.
  let known: { readonly show: S; readonly names: readonly string[] }[] | undefined;
  let fuse: Fuse<{ readonly show: S; readonly name: string }> | undefined;
  const entries = () => {
    known ??= shows.map((show) => ({ show, names: [show.title, ...show.aliases].map(plain) }));
    return known;
  };
  const alike = (needle: string) => {
    const Library = library.value;
    if (!Library) return [];
    // Name by name: of all names of a show together, those with many names would come before the one that is meant.
    const names = () => entries().flatMap(({ show, names }) => names.map((name) => ({ show, name })));
    fuse ??= new Library(names(), {
      keys: ["name"],
      threshold: 0.34,
      ignoreLocation: true,
      minMatchCharLength: 2,
    });
    return [...new Set(fuse.search(needle).map(({ item }) => item.show))];
  };
  return (words) => {
    const needle = plain(words);
    if (needle === "") return shows;
    const exact = entries()
      .map((entry) => ({ entry, rank: Math.min(...entry.names.map((name) => nearness(name, needle))) }))
      .filter(({ rank }) => rank < 3)
      .sort((a, b) => a.rank - b.rank)
      .map(({ entry }) => entry.show);
    // Who has typed it right need not see what is merely like it; and one or two letters are like everything.
    return exact.length > 0 || needle.length < 3 ? exact : alike(needle);
  };
}

/** 0 begins with it, 1 has a word that begins with it, 2 contains it (spaces aside), 3 does not. */
function nearness(name: string, needle: string): number {
  if (name.startsWith(needle)) return 0;
  if (name.includes(` ${needle}`)) return 1;
  return name.replaceAll(" ", "").includes(needle.replaceAll(" ", "")) ? 2 : 3;
}
