/**
 * The shipped form of the catalog: what the build writes and `lib/detect` reads.
 *
 *   names    base64 of what `encodeNames` lays out: read in place, nothing is built of it
 *   shows    a record a show (`ShowRecord` as JSON in ASCII, deflated with the dictionary, base64), unpacked only when
 *            the show becomes the topic
 *   follows  pairs of a sequel and the show that it continues
 *   cues, model, vectors   what the detector weighs words with, read when the first show becomes the topic
 *
 * All of it is text in the content script, in comments that are read when a page first needs them (build/carry.ts): a
 * frame without text pays for running over the bytes alone, nothing is parsed, copied or decoded at start.
 */
export interface Tables {
  readonly names: string;
  readonly shows: readonly string[];
  /** What records have in common: base64 of at most 32 kB. */
  readonly dictionary: string;
  readonly follows: readonly (readonly [sequel: number, before: number])[];
  /** data/cues.json. */
  readonly cues: string;
  /** data/model.json. */
  readonly model: string;
  /** base64 of data/vectors.bin and of rows for stems (build/vectors.ts). */
  readonly vectors: string;
}

/** How much a name says by itself. */
export const strength = {
  /** An ordinary English word: counts only capitalised, and where its show is the topic. */
  ordinary: 0,
  /** A common Japanese name, or one that several shows use: counts where its show is the topic. */
  shared: 1,
  /** Ordinary words in a row that name their show if written with capitals ("Attack on Titan"); how many is above the bits. */
  cased: 2,
  /** Names its show wherever it stands. */
  distinct: 3,
} as const;

/** The strength itself is the lower bits of a bearer's byte; above it how many capitals; the highest: more bear the name. */
export const strengthBits = 2;
export const strengthMask = 3;
export const mostCapitals = 31;
export const moreBearers = 128;

export interface FactRecord {
  /** Id; absent for premise. */
  readonly i?: string;
  /** Index into `kinds`. */
  readonly k: number;
  /** Part and episode; `[]` for source only; absent where unknown. A missing episode is the part's last. */
  readonly w?: readonly number[];
  /** Characters by index: subjects, agents, others. */
  readonly a: readonly number[];
  readonly b?: readonly number[];
  readonly o?: readonly number[];
  /** Clue patterns. */
  readonly u?: readonly string[];
  /** Scene words, "stem:weight" (weight 1–9) with spaces between. */
  readonly e: string;
}

export interface ShowRecord {
  readonly i: string;
  readonly t: string;
  /** Characters: pronoun's first letter (s, h, t, i), role phrases. */
  readonly c: readonly (readonly [pronoun: string, ...roles: string[]])[];
  readonly s: readonly FactRecord[];
  readonly p?: readonly FactRecord[];
}
