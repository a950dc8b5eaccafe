/** What of each show a sentence may tell: the facts that speak for it, and in which way it speaks. */
import { isSole, type Kin, presenceOf, withRelatives } from "./attribution.ts";
import { anyOf, firstOf, leavesOpen } from "./beside.ts";
import type { State } from "./context.ts";
import { type CueHits, cuePlaces } from "./cues.ts";
import { deathTold, isElses, toldToDie } from "./dying.ts";
import { hearPromise, isPromised } from "./entry.ts";
import { type Evidence, findEvidence } from "./evidence.ts";
import type { Attribution, Bound, Candidate } from "./judged.ts";
import type { Fact, Knowledge } from "./knowledge.ts";
import { type Mention, topicsOf } from "./mentions.ts";
import type { Promised } from "./promise.ts";
import { isIn, type Sentence } from "./sentence.ts";
import { type Spoken, spokenOf } from "./spoken.ts";
import { spousesOf, statusSubjects } from "./status.ts";
import { factsTold } from "./telling.ts";
import { hashes } from "./tokens.ts";
import { bit } from "./words.ts";

/** Words between a death word and whom it concerns. */
const boundWords = 8;

/**
 * `by`: what `attribute` says. `listed`: what the page promises of whom the sentence names, if it does no more than
 * that. `kin`: sequels and the show continued, and who bears a name there (-1: nobody): a page that says Naruto tells
 * of Shippuden, too.
 */
export function candidatesOf(
  s: Sentence,
  state: State,
  by: Map<number, Attribution>,
  cues: CueHits,
  listed: Promised,
  know: (show: number) => Knowledge,
  kin: Kin,
): Candidate[] {
  const shows = withRelatives(by, kin);
  const topics = topicsOf(state);
  const sole = isSole(topics, by);
  const firstNamed = Math.min(...s.mentions.filter((m) => m.character >= 0).map((m) => m.from));
  return shows.map((show) => {
    const how = by.get(show)!;
    const k = know(show);
    const spoken = spokenOf(s, state, k, show, how === "relative" ? kin : undefined);
    const { mentions, named, role } = spoken;
    // "Jiraiya from Naruto" is no entry about Naruto, in whichever show he may be found.
    const promised = mentions.some((m) => m.from === firstNamed) && isPromised(k, named, listed);
    const evidence = findEvidence(k, s, spoken, promised ? hearPromise(cues, listed) : cues);
    const plain = [
      ...plainFacts(s, state, k, show, spoken, cues),
      ...(isCalledBoth(s, mentions, evidence) ? [evidence.fact!] : []),
    ];
    return {
      show,
      by: how,
      sole,
      presence: presenceOf(show, state, topics.length, kin.relatives(show), mentions),
      other: s.mentions.length > 0 && how !== "title" && how !== "character",
      named: named.length,
      meant: spoken.pronouns.length > 0,
      role,
      bound: boundOf(s, spoken, cues),
      plain,
      elses:
        plain.length === 0 &&
        !role &&
        named.length === 1 &&
        isDeathAlone(evidence) &&
        isElses(s, mentions, cues),
      promised,
      evidence,
    };
  });
}

/** What is listed of whom it speaks of, and it says in plain words. */
function plainFacts(
  s: Sentence,
  state: State,
  k: Knowledge,
  show: number,
  { mentions, pronouns }: Spoken,
  cues: CueHits,
): Fact[] {
  const meant = [...spousesOf(s, state, show), ...mentions, ...pronouns].sort((a, b) => a.from - b.from);
  const dying = toldToDie(s, meant, cues);
  const listed = statusSubjects(s, state, show, cuePlaces(cues, "dies").length > 0);
  const answered = isYes(s) ? state.asked.filter((m) => m.show === show).map((m) => m.character) : [];
  return [
    ...[...dying, ...listed, ...answered].flatMap((c) => deathTold(k, c)),
    ...factsTold(k, s, meant, cues),
  ];
}

/** "Yes.", "Yes, in episode 12", "Sadly, he does." */
const isYes = (s: Sentence) => (s.anyBits & bit.negation) === 0 && anyOf(s, 0, 2, yes);
const yes = hashes("yes yeah yep yup sadly unfortunately");

/** "Reiner Braun (Armored Titan)": does it do no more than give somebody two names, where a listed fact does? */
function isCalledBoth(s: Sentence, mentions: readonly Mention[], { fact, clue, margin }: Evidence): boolean {
  return (
    fact?.kind === "identity" &&
    clue !== undefined &&
    margin >= 0 &&
    (mentions.length > 1 || (s.anyBits & bit.aside) !== 0) &&
    mentions.every((m) => fact.subjects.includes(m.character) && !leavesOpen(s, firstOf(s, m))) &&
    s.plain.every((hash) => calls.has(hash))
  );
}
const calls = hashes("the a is was aka alias as real name also known");

/** Does no word of a scene speak for it, nor a clue of anything else than a death? */
const isDeathAlone = ({ count, clue, fact }: Evidence) => count === 0 && (!clue || fact?.kind === "death");

const unbound: Bound = { near: 0, before: false, after: false, possessive: false, passive: false };

/** How the death cues stand to the words by which characters are named or meant. */
function boundOf(s: Sentence, { mentions, pronouns }: Spoken, cues: CueHits): Bound {
  const out = { ...unbound };
  const spots = [...mentions, ...pronouns].map((m) => firstOf(s, m));
  for (const [word] of cuePlaces(cues, "dies")) {
    if (isIn(s, word - 1, bit.be) || isIn(s, word - 2, bit.be)) out.passive = true;
    for (const spot of spots) {
      const distance = word - spot;
      out.near = Math.max(out.near, 1 - Math.abs(distance) / boundWords);
      if (distance > 0 && distance <= 5) out.before = true;
      if (distance < 0 && distance >= -4) out.after = true;
      if (distance > 0 && distance <= 4) {
        for (let i = spot + 1; i < word; i++) if (isIn(s, i, bit.s)) out.possessive = true;
      }
    }
  }
  return out;
}
