/** What is known of one show, made ready when the show becomes the topic of a page. */
import type { FactRecord, ShowRecord } from "../catalog/tables.ts";
import { type Kind, kinds, type Place } from "../catalog/types.ts";
import { type Pattern, parsePattern } from "./pattern.ts";

export interface Fact {
  readonly index: number;
  /** undefined for premise. */
  readonly id: string | undefined;
  readonly kind: Kind;
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
  readonly pronouns: readonly string[];
  /** Spoilers, then premise. */
  readonly facts: readonly Fact[];
  /** Facts that a stem of the text may belong to: pairs of fact and weight. */
  readonly scene: ReadonlyMap<string, readonly number[]>;
  /** Clues by a stem that each of them needs; "" those that start with a prefix. */
  readonly clues: ReadonlyMap<string, readonly Clue[]>;
  /** Role phrases by the stem of their first word. */
  readonly roles: ReadonlyMap<string, readonly Role[]>;
}
export interface Clue {
  readonly pattern: Pattern;
  readonly fact: number;
}
export interface Role {
  readonly pattern: Pattern;
  readonly character: number;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function place(w: readonly number[] | undefined): Place | undefined {
  if (!w) return undefined;
  return w.length === 0 ? { source: true } : { part: w[0]!, episode: w[1]! };
}

/** Reads a record (`createUnpacker`). */
export function readKnowledge(json: string): Knowledge {
  const record = JSON.parse(json) as ShowRecord;
  const scene = new Map<string, number[]>();
  const clues = new Map<string, Clue[]>();
  const facts = [...record.s, ...(record.p ?? [])].map((f: FactRecord, index): Fact => {
    let mass = 0;
    for (const entry of f.e === "" ? [] : f.e.split(" ")) {
      const colon = entry.lastIndexOf(":");
      const weight = Number(entry.slice(colon + 1));
      mass += weight;
      const stem = entry.slice(0, colon);
      push(scene, stem, index);
      scene.get(stem)!.push(weight);
    }
    for (const source of f.u ?? []) {
      const pattern = parsePattern(source);
      const first = pattern.parts[0]![0]!;
      const keys = first.prefixes.length ? [""] : first.stems;
      for (const key of keys) push(clues, key, { pattern, fact: index });
    }
    return {
      index,
      id: f.i,
      kind: kinds[f.k]!,
      where: place(f.w),
      subjects: f.a,
      agents: f.b ?? [],
      others: f.o ?? [],
      premise: index >= record.s.length,
      mass,
    };
  });
  const roles = new Map<string, Role[]>();
  record.c.forEach(([, ...phrases], character) => {
    for (const phrase of phrases) {
      let pattern: Pattern;
      try {
        pattern = parsePattern(phrase.replaceAll(" + ", " "));
      } catch {
        continue; // nothing but articles
      }
      for (const key of pattern.parts[0]![0]!.stems) push(roles, key, { pattern, character });
    }
  });
  return {
    id: record.i,
    title: record.t,
    pronouns: record.c.map(([pronoun]) => pronoun),
    facts,
    scene,
    clues,
    roles,
  };
}
