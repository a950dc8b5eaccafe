/** Which listed fact of a show a sentence tells, and how sure that is. */
import { firstOf, nextOf } from "./beside.ts";
import type { CueHits } from "./cues.ts";
import type { Clue, Fact, Knowledge } from "./knowledge.ts";
import type { Mention } from "./mentions.ts";
import { matches, mayMatch, type Pattern } from "./pattern.ts";
import { isMet, meet, type Sentence, unmeet } from "./sentence.ts";
import { type Cast, cast, type Spoken } from "./spoken.ts";
import { stemText } from "./stems.ts";

export interface Evidence {
  /** Best spoiler; undefined where nothing speaks for one. */
  readonly fact: Fact | undefined;
  /** What else it tells, of somebody else whom it names: it has a clue of it, or tells three of a kind and more ("Deaths: …"). */
  readonly also: readonly Fact[];
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
export const clueWeight = 14;

/** Nothing speaks for anything. */
export const noEvidence: Evidence = {
  fact: undefined,
  also: [],
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

interface Weighed {
  readonly best: Fact | undefined;
  readonly bestScore: number;
  /** Of the best premise. */
  readonly premise: number;
  readonly premiseScore: number;
  readonly told: number[] | undefined;
}

/**
 * What speaks for the show's facts. The sentence must be the one made last.
 * `spoken`: of whom it speaks; `mentions` are by name.
 */
export function findEvidence(
  k: Knowledge,
  s: Sentence,
  spoken: Pick<Spoken, "of" | "anyone" | "mentions">,
  cues: CueHits,
): Evidence {
  scan(k, s, spoken.mentions);
  const { best, bestScore, premise, premiseScore, told } = weigh(k.facts, spoken, cues);
  if (!best) {
    if (premiseScore === 0) return noEvidence;
    return { ...noEvidence, premise, margin: -premiseScore, told: told ?? [] };
  }
  const { of } = spoken;
  const { index, subjects, agents, others } = best;
  const involved = [...subjects, ...agents, ...others];
  return {
    fact: best,
    also: besides(k.facts, best, involved, of, cues),
    clue: clue[index],
    weight: weight[index]!,
    count: count[index]!,
    premise,
    margin: bestScore - premiseScore,
    subjectNamed: any(subjects, of, cast.named),
    subjectMeant: any(subjects, of, cast.meant),
    subjectRole: any(subjects, of, cast.role),
    agentNamed: any(agents, of, cast.named) || any(others, of, cast.named),
    cueOfKind: cues.counts[best.cue]! > 0,
    pairNamed: countNamed(involved, of) >= 2,
    told: told ?? [],
  };
}

/** Looks for scene words and clues of each fact: `weight`, `count` and `clue` have them then. */
function scan(k: Knowledge, s: Sentence, mentions: readonly Mention[]): void {
  const casts = castsOf(k, s, mentions);
  const named = new Set(casts.filter((id) => id > 0));
  meet(named);
  const most = k.facts.length;
  if (weight.length < most) {
    weight = new Float64Array(most);
    count = new Uint8Array(most);
  }
  weight.fill(0, 0, most);
  count.fill(0, 0, most);
  clue = [];
  consider(k.prefixed, s, casts);
  for (const id of named) consider(k.known.get(id)?.clues ?? [], s, casts);
  for (const stem of s.distinct) {
    const known = k.known.get(stem);
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
}

/** Compares what `scan` has found. */
function weigh(
  facts: readonly Fact[],
  { of, anyone }: Pick<Spoken, "of" | "anyone">,
  cues: CueHits,
): Weighed {
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
    const who = anyone ? concerns(f, of) : 0;
    const score = own + (own > 0 || cued ? who : who * 0.3) + (cued ? (who >= 3 ? 5 : 1) : 0);
    if (f.premise) {
      premise = Math.max(premise, own);
      premiseScore = Math.max(premiseScore, score);
    } else if (score > bestScore) {
      best = f;
      bestScore = score;
    }
  }
  return { best, bestScore, premise, premiseScore, told };
}

/** `involved`: all whom the best fact is about. */
function besides(
  facts: readonly Fact[],
  best: Fact,
  involved: readonly number[],
  of: Cast,
  cues: CueHits,
): Fact[] {
  const rest = facts.filter((f) => !f.premise && f !== best);
  const newcomer = (f: Fact, known: readonly number[]) =>
    f.subjects.find((c) => of[c]! & cast.named && !known.includes(c));
  // What else is known of those whom it involves has clues in common with it.
  const clued = rest.filter((f) => clue[f.index] && newcomer(f, involved) !== undefined);
  if (cues.counts[best.cue] === 0) return clued;
  // Of several about one character the first counts, which is put in last.
  const alike = rest.filter((f) => f.cue === best.cue).reverse();
  const listed = new Map(alike.map((f) => [newcomer(f, best.subjects), f]));
  listed.delete(undefined);
  // "Mami's death is hard on Kyoko" is no list.
  return listed.size > 1 ? [...clued, ...listed.values()] : clued;
}

/** How much the fact is one of those spoken of. */
function concerns({ subjects, agents, others }: Fact, of: Cast): number {
  const subject = any(subjects, of, cast.named) ? 6 : any(subjects, of, cast.meant | cast.role) ? 3 : 0;
  return subject + (any(agents, of, cast.named) ? 2 : 0) + (any(others, of, cast.named) ? 1 : 0);
}

/** The stems of the sentence that are scene words of a fact: for people to read. */
export function sceneWords(k: Knowledge, s: Sentence, fact: number): string[] {
  return s.distinct.filter((stem) => hasFact(k.known.get(stem)?.scene, fact)).map(stemText);
}

function hasFact(pairs: readonly number[] | undefined, fact: number): boolean {
  if (pairs) for (let i = 0; i < pairs.length; i += 2) if (pairs[i] === fact) return true;
  return false;
}
