/** Which shows a sentence may be about, and who of them is spoken of. */
import type { State } from "./context.ts";
import { type CueHits, cueClasses } from "./cues.ts";
import { findEvidence, rolesIn } from "./evidence.ts";
import type { Attribution, Candidate } from "./features.ts";
import type { Knowledge } from "./knowledge.ts";
import { topicsOf } from "./mentions.ts";
import type { Sentence } from "./sentence.ts";

/** More shows than this are never the topic of one sentence. */
const most = 4;
/** A character is meant by a pronoun for so many sentences after the name. */
const salientSentences = 4;
/** Words between a death word and whom it concerns. */
const boundWords = 8;

const pronounOf: Readonly<Record<string, string>> = {
  she: "s",
  her: "s",
  hers: "s",
  herself: "s",
  he: "h",
  him: "h",
  his: "h",
  himself: "h",
  they: "t",
  them: "t",
  their: "t",
};

/**
 * `paragraph`: shows named earlier in the passage, last first. `relatives(show)`: sequels and the show continued.
 */
export function candidatesOf(
  s: Sentence,
  state: State,
  paragraph: readonly number[],
  cues: CueHits,
  know: (show: number) => Knowledge,
  relatives: (show: number) => readonly number[],
): Candidate[] {
  const by = new Map<number, Attribution>();
  const add = (show: number, how: Attribution) => {
    if (!by.has(show)) by.set(show, how);
  };
  for (const m of s.mentions) if (m.character < 0) add(m.show, "title");
  for (const m of s.mentions) if (m.character >= 0) add(m.show, "character");
  const explicit = by.size;
  for (const show of paragraph) add(show, "paragraph");
  for (const section of [...state.sections].reverse()) for (const show of section.shows) add(show, "section");
  for (const show of state.page) add(show, "page");
  const topics = topicsOf(state);
  for (const show of topics) add(show, "recent");
  const shows = [...by.keys()].slice(0, most);
  for (const show of shows.slice(0, 2)) {
    for (const r of relatives(show))
      if (!by.has(r) && shows.length < most + 2) by.set(r, "relative") && shows.push(r);
  }
  const sole = new Set([...topics, ...by.keys()]).size === 1;
  return shows.map((show) => {
    const how = by.get(show)!;
    const k = know(show);
    const named = new Set<number>();
    const spots: number[] = [];
    for (const m of s.mentions) {
      if (m.show !== show || m.character < 0) continue;
      named.add(m.character);
      spots.push(m.from - s.token);
    }
    const meant = new Set<number>();
    s.words.forEach((word, i) => {
      const pronoun = pronounOf[word];
      if (pronoun === undefined) return;
      const who = state.salient.find(
        (x) => x.show === show && x.age <= salientSentences && k.pronouns[x.character] === pronoun,
      );
      if (who && !named.has(who.character)) {
        meant.add(who.character);
        spots.push(i);
      }
    });
    const roles = rolesIn(k, s);
    for (const c of named) roles.delete(c);
    return {
      show,
      by: how,
      sole,
      other: explicit > 0 && how !== "title" && how !== "character",
      named: named.size,
      meant: meant.size > 0,
      role: roles.size > 0,
      bound: bound(s, spots, cues),
      evidence: findEvidence(k, s, { named, meant, roles }, cues),
    };
  });
}

/** 1 where a death word stands right beside one of the spots, falling to 0 at `boundWords`. */
function bound(s: Sentence, spots: readonly number[], cues: CueHits): number {
  let best = 0;
  for (const cue of cues.at[cueClasses.indexOf("death")]!) {
    for (const spot of spots) {
      const distance = Math.abs(s.at[cue]! - spot);
      best = Math.max(best, 1 - distance / boundWords);
    }
  }
  return best;
}
