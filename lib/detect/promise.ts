/** What a title promises: below "The saddest deaths" or "Traitors" a name alone tells what becomes of its bearer (entry.ts). */
import type { Kind } from "../catalog/types.ts";
import type { State } from "./context.ts";
import type { Mention } from "./mentions.ts";
import { hashWord, type Tokens } from "./tokens.ts";
import type { Passage } from "./types.ts";

export interface Promised {
  /** Kinds of facts; none: nothing is promised. */
  readonly kinds: readonly Kind[];
  /** Does the title speak of anime, or of a show? Else a first name may be anybody's. */
  readonly anime: boolean;
}

export const nothing: Promised = { kinds: [], anime: false };

const promises: readonly (readonly [words: string, kinds: readonly Kind[]])[] = [
  [
    "death deaths died dies dead deceased demise demises sacrifice sacrifices victims losses farewells",
    ["death"],
  ],
  ["betrayal betrayals traitor traitors", ["betrayal"]],
  ["villain villains mastermind masterminds culprit culprits", ["villain", "betrayal", "identity"]],
  ["twist twists reveal reveals", ["identity", "villain", "betrayal", "return"]],
  ["resurrected resurrection resurrections revived", ["return"]],
];

/** With one of these a title speaks of real people, of who does not die, or is what was searched for. */
const otherwise =
  "search results voice voices actor actors actress actresses seiyuu should almost nearly never not no without survive survived survives cheated faked fake flag flags";

/** Whoever asks does not know. */
const asking = new Set("who does did do is are was when how why what which will can could".split(" "));

/** Stands in the table for `otherwise`. */
const never: readonly Kind[] = [];
const animeWords = new Set("anime manga shonen shounen otaku character characters".split(" ").map(hashWord));

let kindsByWord: Map<number, readonly Kind[]> | undefined;

function table(): Map<number, readonly Kind[]> {
  const out = new Map<number, readonly Kind[]>();
  for (const [words, kinds] of promises) for (const word of words.split(" ")) out.set(hashWord(word), kinds);
  for (const word of otherwise.split(" ")) out.set(hashWord(word), never);
  return out;
}

/** What a title or heading promises of the names below it. One that names somebody itself tells of them alone. */
export function promisedBy(tokens: Tokens, mentions: readonly Mention[]): Promised {
  if (tokens.count === 0 || asking.has(tokens.word(0)) || mentions.some((m) => m.character >= 0))
    return nothing;
  kindsByWord ??= table();
  const kinds: Kind[] = [];
  let anime = mentions.length > 0;
  for (let i = 0; i < tokens.count; i++) {
    const hash = tokens.hash[i]!;
    // "Death Parade" promises nothing.
    if (mentions.some((m) => i >= m.from && i < m.to)) continue;
    const found = kindsByWord.get(hash);
    if (found === never) return nothing;
    if (found) kinds.push(...found);
    else if (animeWords.has(hash)) anime = true;
  }
  return kinds.length > 0 ? { kinds, anime } : nothing;
}

export function promiseBoth(a: Promised, b: Promised): Promised {
  if (a === nothing || b === nothing) return a === nothing ? b : a;
  return { kinds: [...a.kinds, ...b.kinds], anime: a.anime || b.anime };
}

/** What has been promised of a name in this passage: by the page, and by the headings that it stands under. `state`: before it. */
export function promisedTo(state: State, passage: Passage): Promised {
  if (passage.level === 1) return nothing;
  const level = passage.role === "heading" ? passage.level || 6 : Number.POSITIVE_INFINITY;
  const above = state.sections.filter((section) => section.level < level);
  return above.reduce((all, { promised }) => promiseBoth(all, promised), state.promised);
}
