/**
 * The shipped form of the catalog: what the build writes and `lib/detect` reads.
 *
 *   names    what `encodeNames` lays out (form: lib/detect/name-keys.ts): read in place, hardly anything is built of it
 *   shows    a record a show (`ShowRecord` as lib/detect/record-form.ts lays it out, base64), read only when the show
 *            becomes the topic; `words` and `start` are what they have in common
 *   titles   of each show its id and its title
 *   follows  pairs of a sequel and the show that it continues
 *   commonest, modes   by which words a language is known (lib/detect/tongue.ts), and a kind of page (modes.ts), read
 *   with the first title
 *   english, glossaries   words of other languages in English (lib/detect/glossary.ts), read when a page is in one of
 *   them
 *   cues, model, vectors   what the detector weighs words with, read when the first show becomes the topic
 *
 * All of it is text in the content script, in comments that are read when a page first needs them (build/carry.ts): a
 * frame without text pays for running over the bytes alone, nothing is parsed, copied or decoded at start.
 */
export interface Tables {
  readonly names: string;
  readonly shows: readonly string[];
  /** JSON: the vocabulary with spaces between, the commonest first: stems, and prefixes with a star. */
  readonly words: string;
  /** What is likely to start from: see lib/detect/bits.ts. */
  readonly start: string;
  /** JSON: id and title of each show. */
  readonly titles: string;
  readonly follows: readonly (readonly [sequel: number, before: number])[];
  /** Of each tongue but Japanese its commonest words, with spaces between; between tongues commas. */
  readonly commonest: string;
  /** Likewise of each mode. */
  readonly modes: string;
  /** English words, with spaces between, and for each tongue but English which of its words mean them, likewise. */
  readonly english: string;
  readonly glossaries: string;
  /** data/cues.json in stems: see `readCues`. */
  readonly cues: string;
  /** data/model.json without names: see `readModel`. */
  readonly model: string;
  /** base64 of data/vectors.bin and of rows for stems (build/vectors.ts). */
  readonly vectors: string;
}

/** The strength itself is the lower bits; above it how many capitals, of a short form how many in the word. */
export const strengthBits = 2;
export const strengthMask = 3;
export const mostCapitals = 9;

/** Words in a row, each a set of options: numbers of the vocabulary. */
export type Run = readonly (readonly number[])[];

export interface FactRecord {
  /** Index into `kinds`. */
  readonly kind: number;
  /** Part, episode, and index into `placeUnits`; `[]` for source only; undefined where unknown. */
  readonly where: readonly number[] | undefined;
  /** Characters by index: subjects, agents, others. */
  readonly people: readonly (readonly number[])[];
  /** Scene words, and the weight of each (1–9). */
  readonly scene: readonly number[];
  readonly weights: readonly number[];
  /** Parts of each clue. */
  readonly clues: readonly (readonly Run[])[];
}

/** What `codeShow` (lib/detect/record-form.ts) lays out in bits. */
export interface ShowRecord {
  /** By character, index into `pronouns` (types.ts). */
  readonly pronouns: readonly number[];
  /** By character, role phrases. */
  readonly roles: readonly (readonly Run[])[];
  readonly spoilers: readonly FactRecord[];
  readonly premise: readonly FactRecord[];
}
