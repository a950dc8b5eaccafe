/** Which listed fact of a show a sentence tells, and how sure that is. */
import { type CueHits, cueCount } from "./cues.ts";
import type { Clue, Fact, Knowledge } from "./knowledge.ts";
import { matches, matchesAt } from "./pattern.ts";
import type { Sentence } from "./sentence.ts";

/** Characters of one show that a sentence speaks of, and how. */
export interface Cast {
  readonly named: ReadonlySet<number>;
  /** By pronoun: those named last whose pronoun stands in the sentence. */
  readonly meant: ReadonlySet<number>;
  /** By role: "her mother", "the captain". */
  readonly roles: ReadonlySet<number>;
}

export interface Evidence {
  /** Best spoiler; undefined where nothing speaks for one. */
  readonly fact: Fact | undefined;
  readonly clue: string | undefined;
  /** Weights of the scene words met, and how many they are. */
  readonly weight: number;
  readonly count: number;
  /** The words themselves, for the explanation. */
  readonly words: readonly string[];
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
  /** Per fact: weights met, clues counted in. */
  readonly told: Float64Array;
}

/** A clue counts as much as several scene words. */
const clueWeight = 14;

const nothing: Evidence = {
  fact: undefined,
  clue: undefined,
  weight: 0,
  count: 0,
  words: [],
  premise: 0,
  margin: 0,
  subjectNamed: false,
  subjectMeant: false,
  subjectRole: false,
  agentNamed: false,
  cueOfKind: false,
  pairNamed: false,
  told: new Float64Array(0),
};

/** Roles of the show that the sentence's words name. */
export function rolesIn(k: Knowledge, s: Sentence): Set<number> {
  const out = new Set<number>();
  for (let i = 0; i < s.stems.length; i++) {
    for (const role of k.roles.get(s.stems[i]!) ?? []) {
      if (!out.has(role.character) && matchesAt(role.pattern, s.stems, i) >= 0) out.add(role.character);
    }
  }
  return out;
}

export function findEvidence(k: Knowledge, s: Sentence, cast: Cast, cues: CueHits): Evidence {
  const weight = new Float64Array(k.facts.length);
  const count = new Uint8Array(k.facts.length);
  const clue: (string | undefined)[] = new Array(k.facts.length);
  const seen = new Set<string>();
  const consider = (clues: readonly Clue[] | undefined) => {
    for (const c of clues ?? []) {
      if (clue[c.fact] === undefined && matches(c.pattern, s.stems)) clue[c.fact] = c.pattern.source;
    }
  };
  consider(k.clues.get(""));
  for (const stem of s.stems) {
    if (stem === "" || seen.has(stem)) continue;
    seen.add(stem);
    const pairs = k.scene.get(stem);
    if (pairs) {
      for (let i = 0; i < pairs.length; i += 2) {
        weight[pairs[i]!]! += pairs[i + 1]!;
        count[pairs[i]!]! += 1;
      }
    }
    consider(k.clues.get(stem));
  }
  const any = (list: readonly number[], set: ReadonlySet<number>) => list.some((c) => set.has(c));
  let best: Fact | undefined;
  let bestScore = 0;
  let premise = 0;
  let premiseScore = 0;
  for (const f of k.facts) {
    const own = weight[f.index]! + (clue[f.index] === undefined ? 0 : clueWeight);
    weight[f.index] = own;
    const cued = cueCount(cues, f.kind) > 0;
    const who =
      (any(f.subjects, cast.named) ? 6 : any(f.subjects, cast.meant) || any(f.subjects, cast.roles) ? 3 : 0) +
      (any(f.agents, cast.named) ? 2 : 0) +
      (any(f.others, cast.named) ? 1 : 0);
    const score = own + (own > 0 || cued ? who : who * 0.3) + (cued && who >= 3 ? 5 : cued ? 1 : 0);
    if (f.premise) {
      premise = Math.max(premise, own);
      premiseScore = Math.max(premiseScore, score);
    } else if (score > bestScore) {
      best = f;
      bestScore = score;
    }
  }
  if (!best) return premiseScore > 0 ? { ...nothing, premise, margin: -premiseScore, told: weight } : nothing;
  const i = best.index;
  return {
    fact: best,
    clue: clue[i],
    weight: weight[i]! - (clue[i] === undefined ? 0 : clueWeight),
    count: count[i]!,
    words: count[i]! > 0 ? [...seen].filter((st) => hasFact(k.scene.get(st), i)) : [],
    premise,
    margin: bestScore - premiseScore,
    subjectNamed: any(best.subjects, cast.named),
    subjectMeant: any(best.subjects, cast.meant),
    subjectRole: any(best.subjects, cast.roles),
    agentNamed: any(best.agents, cast.named) || any(best.others, cast.named),
    cueOfKind: cueCount(cues, best.kind) > 0,
    pairNamed:
      [...best.subjects, ...best.agents, ...best.others].filter((c) => cast.named.has(c)).length >= 2,
    told: weight,
  };
}

function hasFact(pairs: readonly number[] | undefined, fact: number): boolean {
  if (pairs) for (let i = 0; i < pairs.length; i += 2) if (pairs[i] === fact) return true;
  return false;
}
