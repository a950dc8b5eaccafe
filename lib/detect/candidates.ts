/** Which shows a sentence may be about, and who of them is spoken of. */
import { type State, showOf } from "./context.ts";
import { type CueHits, cuePlaces } from "./cues.ts";
import { diesInFact, isElses, toldToDie } from "./dying.ts";
import { hearPromise, isPromised } from "./entry.ts";
import { type Cast, cast, type Evidence, findEvidence, markRoles } from "./evidence.ts";
import type { Attribution, Bound, Candidate, Presence } from "./judged.ts";
import type { Knowledge } from "./knowledge.ts";
import { type Mention, recentPassages, topicsOf } from "./mentions.ts";
import type { Promised } from "./promise.ts";
import { isIn, type Sentence } from "./sentence.ts";
import { spousesOf, statusSubjects } from "./status.ts";
import { tellsFact } from "./telling.ts";
import { anyPronoun, bit } from "./words.ts";

/** A show named no longer ago than this goes on being told of, although the page is about another. */
const freshPassages = 2;

/**
 * A sentence belongs to the shows that it names, else to those of its paragraph and section, else to the page's, else
 * to the one named last. The page's own show stays possible beside a name in passing ("as in Evangelion"), or one that
 * it shares with another.
 * `paragraph`: shows named earlier in the passage, last first.
 */
export function attribute(
  mentions: readonly Mention[],
  state: State,
  paragraph: readonly number[],
): Map<number, Attribution> {
  const by = new Map<number, Attribution>();
  const add = (show: number, how: Attribution) => {
    if (!by.has(show)) by.set(show, how);
  };
  for (const m of mentions) if (m.character < 0) add(m.show, "title");
  for (const m of mentions) if (m.character >= 0) add(m.show, "character");
  const section = state.sections.findLast((x) => x.shows.length > 0);
  if (by.size > 0) {
    const own = section?.level === 1 || !section ? state.page : section.shows;
    for (const show of own) add(show, "page");
    return by;
  }
  for (const show of paragraph) add(show, "paragraph");
  if (section) for (const show of section.shows) add(show, "section");
  if (!section || section.level === 1) {
    for (const show of state.page) add(show, "page");
    for (const r of state.recent) if (r.age <= freshPassages) add(r.show, "recent");
  }
  if (by.size === 0) for (const r of state.recent) if (r.age <= recentPassages) add(r.show, "recent");
  return by;
}

/** How shows hang together. */
export interface Kin {
  relatives(show: number): readonly number[];
  namesake(mention: Mention, show: number): number;
}

/** More shows than this are never the topic of one sentence. */
const most = 4;
/** A character is meant by a pronoun for so many sentences after the name. */
const salientSentences = 4;
/** Words between a death word and whom it concerns. */
const boundWords = 8;

/** The characters that the sentence at hand speaks of, and the words that mean them. */
const meant: Cast = new Uint8Array(256);
let spots: number[] = [];
/** Its pronouns that mean a character, as if they named them. */
let stands: Mention[] = [];

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
  const explicit = s.mentions.length > 0;
  const topics = topicsOf(state);
  const shows = [...by.keys()].slice(0, most);
  for (const show of shows.slice(0, 2)) {
    for (const r of kin.relatives(show)) {
      if (by.has(r) || shows.length >= most) continue;
      by.set(r, "relative");
      shows.push(r);
    }
  }
  const sole = isSole(topics, by);
  const firstNamed = Math.min(...s.mentions.filter((m) => m.character >= 0).map((m) => m.from));
  return shows.map((show) => {
    const how = by.get(show)!;
    const k = know(show);
    meant.fill(0);
    spots = [];
    stands = [];
    const named: number[] = [];
    const mentions = mentionsIn(show, how === "relative" ? kin : undefined, s.mentions);
    for (const m of mentions) {
      if (meant[m.character] === 0) named.push(m.character);
      meant[m.character] = cast.named;
      spots.push(m.from - s.token);
    }
    const byPronoun = (s.anyBits & anyPronoun) !== 0 && markPronouns(s, state, k, show);
    markRoles(k, s, meant);
    let role = false;
    let anyone = false;
    for (let c = 0; c < k.pronouns.length; c++) {
      // Who is named is not also spoken of by role.
      if (meant[c]! & cast.named) meant[c] = cast.named;
      else if (meant[c]! & cast.role) role = true;
      if (meant[c]) anyone = true;
    }
    const deaths = cuePlaces(cues, "dies").length > 0;
    // "Jiraiya from Naruto" is no entry about Naruto, in whichever show he may be found.
    const promised = mentions.some((m) => m.from === firstNamed) && isPromised(k, named, listed);
    const meantHere = [...spousesOf(s, state, show), ...mentions, ...stands].sort((a, b) => a.from - b.from);
    const plain =
      [...toldToDie(s, meantHere, cues), ...(deaths ? statusSubjects(s, state, show) : [])].some((c) =>
        diesInFact(k, c),
      ) || tellsFact(k, s, meantHere, cues);
    const heard = promised ? hearPromise(cues, listed) : cues;
    const evidence = findEvidence(k, s, meant, anyone, heard, mentions);
    return {
      show,
      by: how,
      sole,
      presence: presenceOf(show, state, topics.length, kin.relatives(show)),
      other: explicit && how !== "title" && how !== "character",
      named: named.length,
      meant: byPronoun,
      role,
      bound: deaths ? bound(s, spots, cues) : unbound,
      plain,
      elses: !plain && !role && named.length === 1 && isDeathAlone(evidence) && isElses(s, mentions, cues),
      promised,
      evidence,
    };
  });
}

/** Does no word of a scene speak for it, nor a clue of anything else than a death? */
const isDeathAlone = ({ count, clue, fact }: Evidence) => count === 0 && (!clue || fact?.kind === "death");

function presenceOf(
  show: number,
  { cast, domain, titled }: State,
  topics: number,
  akin: readonly number[],
): Presence {
  const own = cast.filter((key) => showOf(key) === show || akin.includes(showOf(key)));
  return {
    cast: own.length,
    topics,
    domain,
    titled: titled.includes(show) || akin.some((other) => titled.includes(other)),
  };
}

/** The show's characters who are named. `kin`: where the names were taken for those of a show akin to it. */
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

function isSole(topics: readonly number[], by: ReadonlyMap<number, Attribution>): boolean {
  if (by.size !== 1 || topics.length > 1) return false;
  return topics.length === 0 || by.has(topics[0]!);
}

/** Marks the characters whom the sentence's pronouns mean: those named last. Is there any? */
function markPronouns(s: Sentence, state: State, k: Knowledge, show: number): boolean {
  let any = false;
  for (let i = 0; i < s.bits.length; i++) {
    const pronoun = s.bits[i]! & anyPronoun;
    if (pronoun === 0) continue;
    const who = state.salient.find(
      (x) => x.show === show && x.age <= salientSentences && k.pronouns[x.character] === pronoun,
    );
    if (who === undefined || meant[who.character]! & cast.named) continue;
    meant[who.character]! |= cast.meant;
    any = true;
    spots.push(i);
    stands.push({ from: s.token + i, to: s.token + i + 1, show, character: who.character });
  }
  return any;
}

const unbound: Bound = { near: 0, before: false, after: false, possessive: false, passive: false };

/** How the death cues stand to `spots`, the words by which characters are named or meant. */
function bound(s: Sentence, spots: readonly number[], cues: CueHits): Bound {
  const out = { ...unbound };
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
