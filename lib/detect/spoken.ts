/** Whom of a show a sentence speaks of: by name, by a pronoun that means who was named last, by what they are. */
import type { Kin } from "./attribution.ts";
import type { State } from "./context.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Mention } from "./mentions.ts";
import { matchesAt } from "./pattern.ts";
import type { Sentence } from "./sentence.ts";
import { anyPronoun } from "./words.ts";

/** How a sentence speaks of a character, as bits: by name, by a pronoun that means whom it named last, by role. */
export const cast = { named: 1, meant: 2, role: 4 } as const;
/** By character of one show; all 0 between uses. */
export type Cast = Uint8Array;

export interface Spoken {
  /** Holds until the next sentence or show is asked about. */
  readonly of: Cast;
  /** Of the show's characters, by name. */
  readonly mentions: readonly Mention[];
  /** Pronouns, as if they named whom they mean. */
  readonly pronouns: readonly Mention[];
  /** The characters of `mentions`, each once. */
  readonly named: readonly number[];
  readonly anyone: boolean;
  /** Is anybody spoken of by a role alone? */
  readonly role: boolean;
}

/** A character is meant by a pronoun for so many sentences after the name. */
const salientSentences = 4;

const of: Cast = new Uint8Array(256);

/** `kin`: where names are to be taken for those of a show akin to it. */
export function spokenOf(
  s: Sentence,
  state: State,
  k: Knowledge,
  show: number,
  kin: Kin | undefined,
): Spoken {
  of.fill(0);
  const mentions = mentionsIn(show, kin, s.mentions);
  const named: number[] = [];
  for (const { character } of mentions) {
    if (of[character] === 0) named.push(character);
    of[character] = cast.named;
  }
  const pronouns = (s.anyBits & anyPronoun) === 0 ? [] : meantByPronouns(s, state, k, show);
  for (const { character } of pronouns) of[character]! |= cast.meant;
  markRoles(k, s);
  let role = false;
  let anyone = false;
  for (let c = 0; c < k.pronouns.length; c++) {
    // Who is named is not also spoken of by role.
    if (of[c]! & cast.named) of[c] = cast.named;
    else if (of[c]! & cast.role) role = true;
    if (of[c]) anyone = true;
  }
  return { of, mentions, pronouns, named, anyone, role };
}

/** The show's characters who are named. */
function mentionsIn(show: number, kin: Kin | undefined, mentions: readonly Mention[]): readonly Mention[] {
  const own = mentions.filter((m) => m.show === show && m.character >= 0);
  if (!kin) return own;
  const others = mentions.map((m) => ({
    ...m,
    show,
    character: m.character < 0 ? -1 : kin.namesake(m, show),
  }));
  return [...own, ...others.filter((m) => m.character >= 0)];
}

/** Whoever of the show was named last, and not in this sentence. */
function meantByPronouns(s: Sentence, state: State, k: Knowledge, show: number): Mention[] {
  const out: Mention[] = [];
  for (let i = 0; i < s.bits.length; i++) {
    const pronoun = s.bits[i]! & anyPronoun;
    if (pronoun === 0) continue;
    const who = state.salient.find(
      (x) => x.show === show && x.age <= salientSentences && k.pronouns[x.character] === pronoun,
    );
    if (who === undefined || of[who.character]! & cast.named) continue;
    out.push({ from: s.token + i, to: s.token + i + 1, show, character: who.character });
  }
  return out;
}

/** Marks the characters of the show whose roles the sentence's words name. */
function markRoles(k: Knowledge, s: Sentence): void {
  for (let i = 0; i < s.stems.length; i++) {
    const roles = s.stems[i] === 0 ? undefined : k.known.get(s.stems[i]!)?.roles;
    if (roles === undefined) continue;
    for (const role of roles) {
      if (!(of[role.character]! & cast.role) && matchesAt(role.pattern, s.stems, i) >= 0) {
        of[role.character]! |= cast.role;
      }
    }
  }
}
