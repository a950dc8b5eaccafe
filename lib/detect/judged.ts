/** A sentence with its candidates, as they are judged step by step. */
import type { CueHits } from "./cues.ts";
import type { Candidate } from "./features.ts";
import type { Sentence } from "./sentence.ts";

export interface Judged {
  readonly candidate: Candidate;
  readonly features: Float32Array;
  /** Form: `wordsOf`, `phrasesOf`. */
  readonly words: readonly number[];
  readonly phrases: readonly number[];
  /** Log-odds by the sentence alone, with the meaning of its neighbours. */
  alone: number;
  /** Form: `neighbourNames`. */
  neighbours: readonly number[];
  /** 0–1 */
  score: number;
}

export interface JudgedSentence {
  readonly sentence: Sentence;
  readonly cues: CueHits;
  /** The likeliest first. */
  readonly judged: Judged[];
  /** Log-odds by the story's reader; `undefined`: it has nothing to say. */
  told?: number | undefined;
}
