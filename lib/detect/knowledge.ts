/** What is known of one show, made ready when the show becomes the topic of a page. */
import type { FactRecord, Run } from "../catalog/tables.ts";
import { type Kind, kinds, placeUnits, type ToldAt } from "../catalog/types.ts";
import { classIndex } from "./cues.ts";
import { castOption, type Pattern, patternOf } from "./pattern.ts";
import { keepStem } from "./stems.ts";
import type { Unpacked } from "./unpack.ts";
import { bit } from "./words.ts";

export interface Fact {
  /** Among the show's spoilers; premise comes after them. */
  readonly index: number;
  readonly kind: Kind;
  /** Index of the cues of its kind (`classIndex`). */
  readonly cue: number;
  readonly where: ToldAt | undefined;
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
  /** By character the id (stems.ts) that clues have for its name (`castOption`). */
  readonly casts: readonly number[];
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

/** The facts that tell of this character's death. */
export function deathsOf(k: Knowledge, character: number): Fact[] {
  return k.facts.filter((f) => f.kind === "death" && f.subjects.includes(character));
}

function place(w: readonly number[] | undefined): ToldAt | undefined {
  if (!w) return undefined;
  return w.length === 0 ? { source: true } : { part: w[0]!, episode: w[1]!, unit: placeUnits[w[2]!] };
}

/** By index into `pronouns` (types.ts). */
const pronounBits = [bit.she, bit.he, bit.them, 0];

/** Makes a record ready (`createUnpacker`). */
export function readKnowledge({ id, title, record, words }: Unpacked): Knowledge {
  const known = new Map<number, Known>();
  const prefixed: Clue[] = [];
  const at = (stem: number): Known => {
    let entry = known.get(stem);
    if (!entry) known.set(stem, (entry = { scene: undefined, clues: undefined, roles: undefined }));
    return entry;
  };
  const pattern = (parts: readonly Run[]) =>
    patternOf(parts.map((run) => run.map((options) => words.word(options))));
  const facts = [...record.spoilers, ...record.premise].map((f: FactRecord, index): Fact => {
    let mass = 0;
    f.scene.forEach((number, i) => {
      const weight = f.weights[i]!;
      mass += weight;
      const stem = at(words.stem(number));
      stem.scene ??= [];
      stem.scene.push(index, weight);
    });
    for (const parts of f.clues) {
      const clue = { pattern: pattern(parts), fact: index };
      const first = clue.pattern.parts[0]![0]!;
      if (first.prefixes.length) prefixed.push(clue);
      else
        for (const key of first.stems) {
          const stem = at(key);
          stem.clues ??= [];
          stem.clues.push(clue);
        }
    }
    const kind = kinds[f.kind]!;
    const [subjects = [], agents = [], others = []] = f.people;
    return {
      index,
      kind,
      cue: classIndex[kind],
      where: place(f.where),
      subjects,
      agents,
      others,
      premise: index >= record.spoilers.length,
      mass,
    };
  });
  record.roles.forEach((runs, character) => {
    for (const run of runs) {
      const role = { pattern: pattern([run]), character };
      for (const key of role.pattern.parts[0]![0]!.stems) {
        const stem = at(key);
        stem.roles ??= [];
        stem.roles.push(role);
      }
    }
  });
  return {
    id,
    title,
    pronouns: record.pronouns.map((p) => pronounBits[p]!),
    casts: record.pronouns.map((_, c) => keepStem(castOption(c))),
    facts,
    known,
    prefixed,
  };
}
