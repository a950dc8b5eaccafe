/**
 * What a title promises: below "The saddest deaths" or "Traitors" a name alone tells what becomes of its bearer
 * (entry.ts).
 */
import type { Kind } from "../catalog/types.ts";
import type { State } from "./context.ts";
import type { Mention } from "./mentions.ts";
import type { Span } from "./split.ts";
import { type Hashes, hashes, type Tokens } from "./tokens.ts";
import type { Passage } from "./types.ts";
import { bit, bitsAt, wordAt } from "./words.ts";

export interface Promised {
  /** Kinds of facts; none: nothing is promised. */
  readonly kinds: readonly Kind[];
  /** Does the title speak of anime, or of a show? Else a first name may be anybody's. */
  readonly anime: boolean;
  /** Is it a question whose answers name somebody: "What anime death hit you hardest?", "Saddest anime deaths?" */
  readonly asked: boolean;
}

export const nothing: Promised = { kinds: [], anime: false, asked: false };

interface Wording {
  readonly kinds: readonly Kind[];
  /** One of these. */
  readonly words: Hashes;
  /** And one of these. */
  readonly beside?: Hashes;
}

const wording = (kinds: readonly Kind[], words: string, beside?: string): Wording => ({
  kinds,
  words: hashes(words),
  ...(beside && { beside: hashes(beside) }),
});

const promises = [
  wording(
    ["death"],
    "death deaths died dies dead deceased demise demises sacrifice sacrifices victims losses farewells casualties memoriam",
  ),
  wording(["death"], "die fallen", "that who characters heroes"),
  wording(["betrayal"], "betrayal betrayals betrayed traitor traitors"),
  // Whom a list of villains names is mostly known as one.
  wording(["villain", "betrayal", "identity"], "mastermind masterminds culprit culprits"),
  wording(
    ["villain", "betrayal", "identity"],
    "villain villains",
    "secret secretly hidden disguise twist surprise",
  ),
  wording(["identity", "villain", "betrayal", "return"], "twist twists reveal reveals"),
  wording(["return"], "resurrected resurrection resurrections revived"),
  wording(["return"], "back returned", "came come comes brought dead death"),
  wording(["loss"], "lost lose", "arm arms leg legs limb limbs hand hands eye eyes memory memories"),
  wording(
    ["couple"],
    "couple couples pairings",
    "end ended ends together canon married marry wedding official final endgame",
  ),
];

/** Of a question alone: a list of villains names who is mostly known as one, an answer does not. */
const answers = [
  wording(
    ["villain", "betrayal", "identity"],
    "villain villains antagonist killer culprit murderer traitor traitors spy mole",
  ),
];

/** Of a label alone, "The Mole: Reiner". */
const labels = [
  wording(["death"], "killed suicide"),
  wording(["death"], "die dying", "anyone moment"),
  wording(
    ["villain", "betrayal", "identity"],
    "killer culprit murderer traitor mole spy backstabber heel evil treacherous",
  ),
  wording(
    ["villain", "identity"],
    "villain antagonist boss bad behind",
    "true real hidden final big man main",
  ),
  wording(["couple"], "married hookup babies endgame canon"),
  wording(["loss"], "arm leg eye", "and scream lost"),
];

/** With one of these a title speaks of real people, of who does not die, or is what was searched for. */
const otherwise = hashes(
  "search results voice voices actor actors actress actresses seiyuu should survive survived survives cheated faked fake flag flags",
);
const negations = hashes("not never no without almost nearly t");
/** Whoever begins with one of these asks, and does not know; nor does a name answer. */
const asking = hashes("does did do is are was when how why will can could");
/** Who begins with one of these is answered with a name; with one of those besides, with a guess. */
const asks = hashes("who what which whose");
const guesses = hashes("think will would could might next predict prediction predictions want hope if");
const anime = hashes("anime manga shonen shounen otaku character characters");

const holds = (words: readonly number[], list: Hashes) => words.some((hash) => list.has(hash));

/** Words; what is longer is no title. */
const longestTitle = 60;

/** What a title or heading promises of the names below it. One that names somebody itself tells of them alone. */
export function promisedBy(tokens: Tokens, mentions: readonly Mention[]): Promised {
  if (tokens.count > longestTitle || mentions.some((m) => m.character >= 0)) return nothing;
  // "Death Parade" promises nothing.
  const words = [...tokens.hash.subarray(0, tokens.count)].filter(
    (_, i) => !mentions.some((m) => i >= m.from && i < m.to),
  );
  const asked = asks.has(tokens.hash[0]!) || tokens.text.includes("?");
  if (asking.has(tokens.hash[0]!) || (asked && holds(words, guesses))) return nothing;
  const kinds = kindsIn(words, asked ? answers : []);
  return kinds.length > 0 ? { kinds, anime: mentions.length > 0 || holds(words, anime), asked } : nothing;
}

/** Words in the longest label. */
const longestLabel = 6;
/** What no label has. */
const spoken = bit.first | bit.second | bit.heShe | bit.they | bit.be | bit.and;

/** What a label at the beginning of a sentence promises of who is named behind it: "Killed off for real: Mami." */
export function promisedByLabel(tokens: Tokens, { from, mentions }: Span): Promised {
  const { hash, text, start, end } = tokens;
  const name = mentions[0];
  if (!name || name.character < 0 || name.from === from || name.from > from + longestLabel) return nothing;
  if (!text.slice(end[name.from - 1], start[name.from]).includes(":")) return nothing;
  // "She hates the dying light: Mami is romantic." is a sentence.
  for (let i = from; i < name.from; i++) if (bitsAt(wordAt(tokens, i)) & spoken) return nothing;
  const kinds = kindsIn([...hash.subarray(from, name.from)], labels);
  return kinds.length > 0 ? { kinds, anime: true, asked: false } : nothing;
}

function kindsIn(words: readonly number[], more: readonly Wording[]): Kind[] {
  if (holds(words, otherwise)) return [];
  // "did not die"
  const isDenied = (i: number) => holds(words.slice(Math.max(0, i - 2), i), negations);
  const met = [...promises, ...more].filter(
    (p) =>
      words.some((hash, i) => p.words.has(hash) && !isDenied(i)) && (!p.beside || holds(words, p.beside)),
  );
  return [...new Set(met.flatMap((p) => p.kinds))];
}

export function promiseBoth(a: Promised, b: Promised): Promised {
  if (a === nothing || b === nothing) return a === nothing ? b : a;
  const kinds = [...new Set([...a.kinds, ...b.kinds])];
  return { kinds, anime: a.anime || b.anime, asked: a.asked || b.asked };
}

/**
 * What has been promised of a name in this passage: by the page, and by the headings that it stands under. `state`:
 * before it.
 */
export function promisedTo(state: State, passage: Passage): Promised {
  if (passage.level === 1) return nothing;
  const level = passage.role === "heading" ? passage.level || 6 : Number.POSITIVE_INFINITY;
  const above = state.sections.filter((section) => section.level < level);
  return above.reduce((all, { promised }) => promiseBoth(all, promised), state.promised);
}
