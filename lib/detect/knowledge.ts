/** What is known of one show, made ready when the show becomes the topic of a page. */
import type { FactRecord, ShowRecord } from "../catalog/tables.ts";
import { type Kind, kinds, type Place } from "../catalog/types.ts";
import { classIndex } from "./cues.ts";
import { type Pattern, parsePattern } from "./pattern.ts";
import { keepStem } from "./stems.ts";
import { bit } from "./words.ts";

export interface Fact {
  readonly index: number;
  /** undefined for premise. */
  readonly id: string | undefined;
  readonly kind: Kind;
  /** Index of the cues of its kind (`classIndex`). */
  readonly cue: number;
  readonly where: Place | undefined;
  readonly subjects: readonly number[];
  readonly agents: readonly number[];
  readonly others: readonly number[];
  readonly premise: boolean;
  /** Sum of the weights of its scene words: what a perfect retelling would have. */
  readonly mass: number;
}

export interface Knowledge {
  readonly id: string;
  readonly title: string;
  /** By character the word list of their pronoun (`bit`, words.ts); 0: "it". */
  readonly pronouns: readonly number[];
  /** Spoilers, then premise. */
  readonly facts: readonly Fact[];
  /** What a stem of the text may belong to, by its id (stems.ts). */
  readonly known: ReadonlyMap<number, Known>;
  /** Clues that start with a prefix: no stem leads to them. */
  readonly prefixed: readonly Clue[];
}
export interface Known {
  /** Pairs of a fact and the weight as evidence for it. */
  scene: number[] | undefined;
  /** Clues that need this stem. */
  clues: Clue[] | undefined;
  /** Role phrases that start with it. */
  roles: Role[] | undefined;
}
export interface Clue {
  readonly pattern: Pattern;
  readonly fact: number;
}
export interface Role {
  readonly pattern: Pattern;
  readonly character: number;
}

function place(w: readonly number[] | undefined): Place | undefined {
  if (!w) return undefined;
  return w.length === 0 ? { source: true } : { part: w[0]!, episode: w[1]! };
}

const pronounBits: Readonly<Record<string, number>> = { s: bit.she, h: bit.he, t: bit.them };

/** Reads a record (`createUnpacker`). */
export function readKnowledge(json: string): Knowledge {
  const record = JSON.parse(json) as ShowRecord;
  const known = new Map<number, Known>();
  const prefixed: Clue[] = [];
  const at = (stem: number): Known => {
    let entry = known.get(stem);
    if (!entry) known.set(stem, (entry = { scene: undefined, clues: undefined, roles: undefined }));
    return entry;
  };
  const facts = [...record.s, ...(record.p ?? [])].map((f: FactRecord, index): Fact => {
    let mass = 0;
    for (const entry of f.e === "" ? [] : f.e.split(" ")) {
      const colon = entry.lastIndexOf(":");
      const weight = Number(entry.slice(colon + 1));
      mass += weight;
      const stem = at(keepStem(entry.slice(0, colon)));
      stem.scene ??= [];
      stem.scene.push(index, weight);
    }
    for (const source of f.u ?? []) {
      const pattern = parsePattern(source);
      const first = pattern.parts[0]![0]!;
      const clue = { pattern, fact: index };
      if (first.prefixes.length) prefixed.push(clue);
      else
        for (const key of first.stems) {
          const stem = at(key);
          stem.clues ??= [];
          stem.clues.push(clue);
        }
    }
    const kind = kinds[f.k]!;
    return {
      index,
      id: f.i,
      kind,
      cue: classIndex[kind],
      where: place(f.w),
      subjects: f.a,
      agents: f.b ?? [],
      others: f.o ?? [],
      premise: index >= record.s.length,
      mass,
    };
  });
  record.c.forEach(([, ...phrases], character) => {
    for (const phrase of phrases) {
      let pattern: Pattern;
      try {
        pattern = parsePattern(phrase.replaceAll(" + ", " "));
      } catch {
        continue; // nothing but articles
      }
      for (const key of pattern.parts[0]![0]!.stems) {
        const stem = at(key);
        stem.roles ??= [];
        stem.roles.push({ pattern, character });
      }
    }
  });
  return {
    id: record.i,
    title: record.t,
    pronouns: record.c.map(([pronoun]) => pronounBits[pronoun] ?? 0),
    facts,
    known,
    prefixed,
  };
}
