/** The cue lexicon: wording that gives something away, by class (data/cues.json), matched on a sentence's stems. */
import { matchesAt, type Pattern, parsePattern } from "./pattern.ts";

export const cueClasses = [
  /** Plain words of dying alone; `death` adds all that may mean it. */
  "dies",
  "death",
  "loss",
  "betrayal",
  "identity",
  "villain",
  "twist",
  "ending",
  "couple",
  "return",
  "gone",
  "hypothetical",
  "credit",
  "opinion",
  "meta",
  "synopsis",
  "innocent",
] as const;
export type CueClass = (typeof cueClasses)[number];
export type CueFile = Readonly<Record<CueClass, readonly string[]>>;

interface Cue {
  readonly pattern: Pattern;
  readonly cls: number;
}

/** Cues by the stem of their first word, so that a sentence costs one look-up a word. */
export interface CueIndex {
  readonly byStem: ReadonlyMap<string, readonly Cue[]>;
  readonly prefixed: ReadonlyMap<string, readonly Cue[]>;
}

/** Letters of a prefix that index it: no cue's prefix is shorter. */
const prefixLength = 3;

export function indexCues(file: CueFile): CueIndex {
  const byStem = new Map<string, Cue[]>();
  const prefixed = new Map<string, Cue[]>();
  const put = (map: Map<string, Cue[]>, key: string, cue: Cue) => {
    const list = map.get(key);
    if (list) list.push(cue);
    else map.set(key, [cue]);
  };
  cueClasses.forEach((name, cls) => {
    for (const source of file[name]) {
      const cue = { pattern: parsePattern(source), cls };
      const first = cue.pattern.parts[0]![0]!;
      for (const s of new Set(first.stems)) put(byStem, s, cue);
      for (const p of first.prefixes) put(prefixed, p.slice(0, prefixLength), cue);
    }
  });
  return { byStem, prefixed };
}

/** By class: how often it was met in a sentence, and where (see `cueCount`, `cuePlaces`). */
export interface CueHits {
  readonly counts: readonly number[];
  readonly at: readonly (readonly number[])[];
}

export const noCues: CueHits = { counts: cueClasses.map(() => 0), at: cueClasses.map(() => []) };

const classIndex = Object.fromEntries(cueClasses.map((name, i) => [name, i])) as Record<CueClass, number>;

/** How often the class was met. */
export function cueCount(hits: CueHits, cls: CueClass): number {
  return hits.counts[classIndex[cls]]!;
}

/** Positions, in the sentence's stems, of the first words of what was met. */
export function cuePlaces(hits: CueHits, cls: CueClass): readonly number[] {
  return hits.at[classIndex[cls]]!;
}

/** `stems` may hold "" where a title or an innocent phrase was taken out. */
export function findCues(index: CueIndex, stems: readonly string[]): CueHits {
  const innocent = classIndex.innocent;
  const hits = { counts: cueClasses.map(() => 0), at: cueClasses.map((): number[] => []) };
  const blocked = new Set<number>();
  for (const wanted of [true, false]) {
    for (let i = 0; i < stems.length; i++) {
      const s = stems[i]!;
      if (s === "" || (!wanted && blocked.has(i))) continue;
      for (const list of [index.byStem.get(s), index.prefixed.get(s.slice(0, prefixLength))]) {
        if (!list) continue;
        for (const cue of list) {
          if ((cue.cls === innocent) !== wanted) continue;
          const at = hits.at[cue.cls]!;
          if (at[at.length - 1] === i) continue;
          const end = matchesAt(cue.pattern, stems, i);
          if (end < 0) continue;
          if (wanted) for (let k = i; k < end; k++) blocked.add(k);
          hits.counts[cue.cls]! += 1;
          at.push(i);
        }
      }
    }
  }
  return hits;
}
