/** A sentence with the shows that it may be about, as they are judged step by step. */
import type { CueHits } from "./cues.ts";
import type { Evidence } from "./evidence.ts";
import type { Fact } from "./knowledge.ts";
import type { Sentence } from "./sentence.ts";

/** How the show came to be a candidate, the surest first. */
export const attributions = [
  "title",
  "character",
  "paragraph",
  "section",
  "page",
  "recent",
  "relative",
] as const;
export type Attribution = (typeof attributions)[number];

export interface Bound {
  /** 1 where a death word stands right beside a character, falling to 0 at eight words. */
  readonly near: number;
  /** The character comes first ("Mami dies"), or after it ("killed Mami"). */
  readonly before: boolean;
  readonly after: boolean;
  /** "Mami's death". */
  readonly possessive: boolean;
  /** "was killed". */
  readonly passive: boolean;
}

export interface Candidate {
  readonly show: number;
  readonly by: Attribution;
  /** Is it the only show that the page speaks of? */
  readonly sole: boolean;
  /** How much of it the page has spoken of before. */
  readonly presence: Presence;
  /** Does the sentence name another show, or a character of one? */
  readonly other: boolean;
  /** Characters of the show named in the sentence. */
  readonly named: number;
  readonly meant: boolean;
  readonly role: boolean;
  /** How the death cues stand to the characters named or meant. */
  readonly bound: Bound;
  /** What is listed of whom the sentence speaks of, and it says in plain words. */
  readonly plain: readonly Fact[];
  /** Whoever dies in it is somebody else than whom it names, and no word of a scene speaks for it. */
  readonly elses: boolean;
  /** It is an entry of a list that has promised what is true of whom it names. */
  readonly promised: boolean;
  readonly evidence: Evidence;
}

/** What a page that tells of a show has more of than one that names it in passing. */
export interface Presence {
  /** How many of its characters, and of those of shows akin to it, have been named. */
  readonly cast: number;
  /** Has any of them a name that says by itself which show is meant? */
  readonly proven: boolean;
  /** How many shows the page may mean. */
  readonly topics: number;
  /** Sentences so far with words of whoever writes about anime (`State.domain`). */
  readonly domain: number;
  /** Has the page named any show by its title, or somebody of one by a full name? */
  readonly titled: boolean;
}

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
