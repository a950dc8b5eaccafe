/** The cue lexicon: wording that gives something away, by class (data/cues.json), matched on a sentence's stems. */
import { makePattern, matchesAt, matchesWord, type Pattern, wordOf } from "./pattern.ts";
import { isIn, type Sentence } from "./sentence.ts";
import { keepStem, stemText } from "./stems.ts";
import { bit } from "./words.ts";

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
/**
 * What the lexicon has besides, of which nothing was learned: wording that is plain where it follows a name at once
 * ("Mami takes her last breath": told), behind a form of "be" ("is torn apart": suffered), before it ("the loss of Mami":
 * mourned), or where the catalog says so of who is named (telling.ts).
 */
export const plainClasses = [
  "told",
  "suffered",
  "mourned",
  "weds",
  "kisses",
  "parents",
  "weddings",
  "pairs",
  "betrays",
  "spies",
  "schemes",
  "plots",
  "loses",
  "unable",
  "maimed",
  "limbs",
  "equals",
  "returns",
  "lives",
  "back",
  "revives",
] as const;
export type PlainClass = (typeof plainClasses)[number];
export const lexiconClasses = [...cueClasses, ...plainClasses] as const;
type LexiconClass = (typeof lexiconClasses)[number];
export type CueFile = Readonly<Record<LexiconClass, readonly string[]>>;

interface Cue {
  readonly pattern: Pattern;
  readonly cls: number;
}

/** Cues by the stem of their first word, so that a sentence costs one look-up a word. */
export interface CueIndex {
  readonly byStem: ReadonlyMap<number, readonly Cue[]>;
  readonly prefixed: ReadonlyMap<string, readonly Cue[]>;
  /** Made of both when a stem is met: those whose first word it is, by its id. Most have none. */
  readonly starting: (Starting | null | undefined)[];
  /** Stems that are no clue of a death where they stand in an innocent phrase. */
  readonly deadly: ReadonlySet<number>;
}

interface Starting {
  /** Phrases that are no cue although they hold one. */
  readonly innocent: readonly Cue[];
  readonly others: readonly Cue[];
}

/** Letters of a prefix that index it: no cue's prefix is shorter. */
const prefixLength = 3;

/**
 * The lexicon as it ships (`compileCues`): JSON of a text with a line for each class, its patterns divided by commas,
 * their parts by "+", words by spaces, alternatives by "|"; a prefix ends in "*".
 */
export function readCues(json: string): CueIndex {
  const byStem = new Map<number, Cue[]>();
  const prefixed = new Map<string, Cue[]>();
  const put = <K>(map: Map<K, Cue[]>, key: K, cue: Cue) => {
    const list = map.get(key);
    if (list) list.push(cue);
    else map.set(key, [cue]);
  };
  (JSON.parse(json) as string).split("\n").forEach((line, cls) => {
    for (const source of line.split(",")) {
      const pattern = makePattern(
        source.split("+").map((part) => part.split(" ").map((word) => wordOf(word.split("|")))),
      );
      const cue = { pattern, cls };
      const first = pattern.parts[0]![0]!;
      for (const s of first.stems) put(byStem, s, cue);
      for (const p of first.prefixes) put(prefixed, p.slice(0, prefixLength), cue);
    }
  });
  const deadly = new Set(["die", "dead", "death"].map(keepStem));
  return { byStem, prefixed, starting: [], deadly };
}

function startingWith(index: CueIndex, s: number): Starting | null {
  const found = index.starting[s];
  if (found !== undefined) return found;
  const cues = new Set([
    ...(index.byStem.get(s) ?? []),
    ...(index.prefixed.get(stemText(s).slice(0, prefixLength)) ?? []),
  ]);
  const mine = [...cues]
    .filter((cue) => matchesWord(cue.pattern.parts[0]![0]!, s))
    .sort((a, b) => a.cls - b.cls);
  const made = mine.length
    ? { innocent: mine.filter((c) => c.cls === innocent), others: mine.filter((c) => c.cls !== innocent) }
    : null;
  // Ids are given in order, so that the list has no holes for long.
  while (index.starting.length < s) index.starting.push(undefined);
  index.starting[s] = made;
  return made;
}

/** Words of a sentence, the last one included: those of what a cue begins with. */
export type Place = readonly [first: number, last: number];

/** By class how often it was met in a sentence (see `cueCount`), and for some classes where (`cuePlaces`). */
export interface CueHits {
  readonly counts: readonly number[];
  readonly places: Partial<Readonly<Record<LexiconClass, readonly Place[]>>>;
  /** Where "die", "dead" and "death" stand in phrases that are no cue although they hold one. */
  readonly innocent?: ReadonlySet<number>;
}

export const noCues: CueHits = { counts: cueClasses.map(() => 0), places: {} };

const nowhere: readonly Place[] = [];

/** Where, in order: of plain words of dying (`dies`), of `hypothetical`, and of the plain classes. */
export function cuePlaces(hits: CueHits, cls: LexiconClass): readonly Place[] {
  return hits.places[cls] ?? nowhere;
}

/** Where a class stands in `counts`. */
export const classIndex = Object.fromEntries(cueClasses.map((name, i) => [name, i])) as Readonly<
  Record<CueClass, number>
>;
const { innocent, dies, hypothetical } = classIndex;

/** How often the class was met. */
export function cueCount(hits: CueHits, cls: CueClass): number {
  return hits.counts[classIndex[cls]]!;
}

/**
 * "Dead end" is one, and "scared Mami to death"; "dead at the end" is none. `[from, to)`: of stems; `words`: of the
 * idiom.
 */
function isIdiom(s: Sentence, from: number, to: number, words: number): boolean {
  let foreign = to - from - words;
  for (let k = from; k < to; k++) {
    if (s.unnamed[k] === 0) foreign--;
    for (let i = s.at[k]! + 1; k + 1 < to && i < s.at[k + 1]!; i++) if (!isIn(s, i, bit.link)) return false;
  }
  return foreign <= 0;
}

/** Where a sentence has which cue. */
export function findCues(index: CueIndex, s: Sentence): CueHits {
  const stems = s.unnamed;
  let hits: { counts: number[]; places: Partial<Record<LexiconClass, Place[]>> } | undefined;
  let blocked: Set<number> | undefined;
  for (let i = 0; i < stems.length; i++) {
    const cues = stems[i] === 0 ? null : startingWith(index, stems[i]!);
    if (!cues || cues.innocent.length === 0) continue;
    for (const cue of cues.innocent) {
      const end = matchesAt(cue.pattern, stems, i);
      if (end < 0 || !isIdiom(s, i, end, cue.pattern.parts[0]!.length)) continue;
      hits ??= { counts: noCues.counts.slice(), places: {} };
      hits.counts[innocent]! += 1;
      blocked ??= new Set();
      for (let k = i; k < end; k++) blocked.add(k);
      break;
    }
  }
  for (let i = 0; i < stems.length; i++) {
    const cues = stems[i] === 0 ? null : startingWith(index, stems[i]!);
    if (!cues || blocked?.has(i)) continue;
    // Of one class a word begins one cue at most.
    let last = -1;
    for (const cue of cues.others) {
      if (cue.cls === last) continue;
      const end = matchesAt(cue.pattern, stems, i);
      if (end < 0) continue;
      last = cue.cls;
      hits ??= { counts: noCues.counts.slice(), places: {} };
      if (last < cueClasses.length) hits.counts[last]! += 1;
      if (last === dies || last === hypothetical || last >= cueClasses.length) {
        const places = (hits.places[lexiconClasses[last]!] ??= []);
        places.push([s.at[i]!, s.at[end - 1]!]);
      }
    }
  }
  if (!hits) return noCues;
  const harmless = [...(blocked ?? [])].filter((i) => index.deadly.has(stems[i]!));
  return harmless.length ? { ...hits, innocent: new Set(harmless) } : hits;
}
