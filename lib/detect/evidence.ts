/** Which listed fact of a show a sentence tells, and how sure that is. */
import { firstOf, nextOf } from "./beside.ts";
import type { CueHits } from "./cues.ts";
import type { Clue, Fact, Knowledge } from "./knowledge.ts";
import type { Mention } from "./mentions.ts";
import { matches, matchesAt, mayMatch, type Pattern } from "./pattern.ts";
import { asks, isMet, mark, meet, type Sentence, unmeet } from "./sentence.ts";
import { stemText } from "./stems.ts";
import { bit } from "./words.ts";

/** How a sentence speaks of a character, as bits: by name, by a pronoun that means whom it named last, by role. */
export const cast = { named: 1, meant: 2, role: 4 } as const;
/** By character of one show; all 0 between uses. */
export type Cast = Uint8Array;

export interface Evidence {
  /** Best spoiler; undefined where nothing speaks for one. */
  readonly fact: Fact | undefined;
  readonly clue: Pattern | undefined;
  /** Weights of the scene words met, and how many they are. */
  readonly weight: number;
  readonly count: number;
  /** The same weight for the best premise. */
  readonly premise: number;
  /** How much more speaks for the best spoiler, characters and cues counted in, than for the best premise. */
  readonly margin: number;
  readonly subjectNamed: boolean;
  readonly subjectMeant: boolean;
  readonly subjectRole: boolean;
  readonly agentNamed: boolean;
  readonly cueOfKind: boolean;
  /** Two of those whom the fact involves are named. */
  readonly pairNamed: boolean;
  /** Pairs of a fact and the weights met, clues counted in; undefined: nothing speaks for anything. */
  readonly told: readonly number[] | undefined;
}

/** A clue counts as much as several scene words. */
const clueWeight = 14;

/** Nothing speaks for anything. */
export const noEvidence: Evidence = {
  fact: undefined,
  clue: undefined,
  weight: 0,
  count: 0,
  premise: 0,
  margin: 0,
  subjectNamed: false,
  subjectMeant: false,
  subjectRole: false,
  agentNamed: false,
  cueOfKind: false,
  pairNamed: false,
  told: undefined,
};

/** Marks the characters of the show whose roles the sentence's words name. */
export function markRoles(k: Knowledge, s: Sentence, of: Cast): void {
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

// Of the sentence at hand, by fact.
let weight = new Float64Array(64);
let count = new Uint8Array(64);
let clue: (Pattern | undefined)[] = [];

function consider(clues: readonly Clue[], s: Sentence, casts: readonly number[]): void {
  for (const c of clues) {
    if (clue[c.fact] === undefined && mayMatch(c.pattern, isMet) && matches(c.pattern, s.stems, casts))
      clue[c.fact] = c.pattern;
  }
}

function any(list: readonly number[], of: Cast, how: number): boolean {
  for (let i = 0; i < list.length; i++) if (of[list[i]!]! & how) return true;
  return false;
}

function countNamed(list: readonly number[], of: Cast): number {
  let n = 0;
  for (let i = 0; i < list.length; i++) if (of[list[i]!]! & cast.named) n++;
  return n;
}

/**
 * Does this tell the fact even where no sentence beside it does? A clue with two words of the scene, or with one, its
 * subject and a cue of its kind, or, in a few words that say who somebody is ("Akito is a girl"), with one of its
 * characters. A clue alone, unless the sentence asks, credits, speaks of the premise, or sounds like harmless talk.
 * In running text the neighbours decide better; a comment, an item, a caption has none.
 * `learned`: of the sentence by itself, as log-odds.
 */
export function tellsAlone(e: Evidence, s: Sentence, learned: number): boolean {
  if (e.clue === undefined || e.margin < 0) return false;
  const named = e.subjectNamed || e.agentNamed;
  if (named && (e.fact?.kind === "identity" || e.fact?.kind === "villain") && saysWho(s)) return true;
  if (e.premise < clueWeight / 2 && learned > harmlessOdds && !asks(s) && !isCredit(s)) return true;
  const subject = e.subjectNamed || e.subjectMeant || e.subjectRole;
  return e.count >= 2 || (e.count === 1 && subject && e.cueOfKind);
}

/** Log-odds. Of 221 examples for which a clue alone speaks, 187 are above; of 60 premises that hold one, 20. */
const harmlessOdds = -1.25;

/** Words in the longest sentence that says no more than who somebody is. */
const fewWords = 9;

function saysWho(s: Sentence): boolean {
  return s.bits.length <= fewWords && (s.anyBits & bit.be) !== 0 && !asks(s);
}

/** "Yang Wen-li, the hero: Kei Tomiyama", "who played him and died in 1995" speak of the voice. */
function isCredit(s: Sentence): boolean {
  const both = mark.colon | mark.parenthesis;
  return (s.marks & both) === both || (s.anyBits & bit.year) !== 0;
}

const nobody: readonly number[] = [];

/**
 * By stem of the sentence the id of the character whom it names (`Knowledge.casts`), or 0. A name that is a word (L, Char)
 * has many a clue without being meant: it counts where the clue has it.
 */
function castsOf(k: Knowledge, s: Sentence, mentions: readonly Mention[]): readonly number[] {
  const names = mentions.filter((m) => !m.word);
  if (names.length === 0) return nobody;
  return s.at.map((word) => {
    const m = names.find((name) => word >= firstOf(s, name) && word < nextOf(s, name));
    return m ? k.casts[m.character]! : 0;
  });
}

/**
 * The sentence must be the one made last. `anyone`: is any of the characters marked? `mentions`: of them, by name.
 */
export function findEvidence(
  k: Knowledge,
  s: Sentence,
  of: Cast,
  anyone: boolean,
  cues: CueHits,
  mentions: readonly Mention[],
): Evidence {
  const casts = castsOf(k, s, mentions);
  const named = new Set(casts.filter((id) => id > 0));
  meet(named);
  const facts = k.facts;
  if (weight.length < facts.length) {
    weight = new Float64Array(facts.length);
    count = new Uint8Array(facts.length);
  }
  weight.fill(0, 0, facts.length);
  count.fill(0, 0, facts.length);
  clue = [];
  consider(k.prefixed, s, casts);
  for (const id of named) consider(k.known.get(id)?.clues ?? [], s, casts);
  for (let n = 0; n < s.distinct.length; n++) {
    const known = k.known.get(s.distinct[n]!);
    if (known === undefined) continue;
    const pairs = known.scene;
    if (pairs) {
      for (let i = 0; i < pairs.length; i += 2) {
        weight[pairs[i]!]! += pairs[i + 1]!;
        count[pairs[i]!]! += 1;
      }
    }
    if (known.clues) consider(known.clues, s, casts);
  }
  unmeet(named);
  let best: Fact | undefined;
  let bestScore = 0;
  let premise = 0;
  let premiseScore = 0;
  let told: number[] | undefined;
  for (let i = 0; i < facts.length; i++) {
    const f = facts[i]!;
    const own = weight[i]! + (clue[i] === undefined ? 0 : clueWeight);
    if (own > 0) {
      told ??= [];
      told.push(i, own);
    }
    const cued = cues.counts[f.cue]! > 0;
    const who = !anyone
      ? 0
      : (any(f.subjects, of, cast.named) ? 6 : any(f.subjects, of, cast.meant | cast.role) ? 3 : 0) +
        (any(f.agents, of, cast.named) ? 2 : 0) +
        (any(f.others, of, cast.named) ? 1 : 0);
    const score = own + (own > 0 || cued ? who : who * 0.3) + (cued ? (who >= 3 ? 5 : 1) : 0);
    if (f.premise) {
      premise = Math.max(premise, own);
      premiseScore = Math.max(premiseScore, score);
    } else if (score > bestScore) {
      best = f;
      bestScore = score;
    }
  }
  if (!best) {
    if (premiseScore === 0) return noEvidence;
    return { ...noEvidence, premise, margin: -premiseScore, told: told ?? [] };
  }
  const i = best.index;
  return {
    fact: best,
    clue: clue[i],
    weight: weight[i]!,
    count: count[i]!,
    premise,
    margin: bestScore - premiseScore,
    subjectNamed: any(best.subjects, of, cast.named),
    subjectMeant: any(best.subjects, of, cast.meant),
    subjectRole: any(best.subjects, of, cast.role),
    agentNamed: any(best.agents, of, cast.named) || any(best.others, of, cast.named),
    cueOfKind: cues.counts[best.cue]! > 0,
    pairNamed: countNamed(best.subjects, of) + countNamed(best.agents, of) + countNamed(best.others, of) >= 2,
    told: told ?? [],
  };
}

/** The stems of the sentence that are scene words of a fact: for people to read. */
export function sceneWords(k: Knowledge, s: Sentence, fact: number): string[] {
  return s.distinct.filter((stem) => hasFact(k.known.get(stem)?.scene, fact)).map(stemText);
}

function hasFact(pairs: readonly number[] | undefined, fact: number): boolean {
  if (pairs) for (let i = 0; i < pairs.length; i += 2) if (pairs[i] === fact) return true;
  return false;
}
