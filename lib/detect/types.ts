/** The words that `lib/page` and `lib/detect` share. Text in, findings out: no DOM, no browser. */
import type { Rule } from "../catalog/rule.ts";
import type { Kind, ToldAt } from "../catalog/types.ts";
import type { CueClass } from "./cues.ts";
import type { Attribution } from "./judged.ts";
import type { Pattern } from "./pattern.ts";
import type { Bond } from "./rules/judge.ts";

/** What part of a page a passage is. It decides how the passage changes the context for those after it. */
export type Role =
  /** h1–h6, `role=heading`, a figure's or table's caption counts as `caption` instead. */
  | "heading"
  /** A list item or definition. */
  | "item"
  | "text"
  | "caption"
  /** One table row, its cells joined by " | " (the joiner belongs to no node). */
  | "row"
  /** Text of an attribute (alt, title, aria-label) or of the tab: read alone. */
  | "label";

/** The text of one block, in document order. Offsets everywhere are UTF-16 units of `text`. */
export interface Passage {
  readonly text: string;
  readonly role: Role;
  /** 1–6 for headings, else 0. */
  readonly level: number;
}

export interface PageInfo {
  readonly title: string;
  readonly url: string;
  /** What the page says of its language ("pt-BR"): believed until its text says otherwise. */
  readonly lang?: string;
}

/** A stretch `[start, end)` of a passage that gives away a spoiler, and why. Several may overlap. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  /** Id and title of the show; empty where a rule names none. */
  readonly show: string;
  readonly title: string;
  /** Which of the show's spoilers, in the order of its file; undefined where the catalog lists no such fact. */
  readonly spoiler?: number;
  /** Id of the personal rule that found it; undefined: the catalog did. */
  readonly rule?: string;
  readonly kind: Kind;
  /** Where the show tells it; undefined: not known, so only "watched" clears it. */
  readonly where?: ToldAt;
  /** 0–1; compare with the threshold of the reader's level. */
  readonly score: number;
  /** Not by itself: it stands in a section whose heading gives this away. Hidden only for readers who chose so. */
  readonly bySection?: true;
  /** What decided. reasons.ts has the words. */
  readonly why: Reason;
}

/** Why something is a finding, as data: pages never say all of it, and languages say it differently. */
export interface Reason {
  /** What ties the sentence to the show or to the rule; `heading`: all of its section does. */
  readonly by: Attribution | Bond | "heading";
  /** The reader's own rule. All below is of the catalog's findings, but for the wording. */
  readonly rule?: Rule;
  /** Classes of wording that give something away or speak against it. */
  readonly cues?: readonly CueClass[];
  /** How many characters of the show are named. */
  readonly named?: number;
  /** A pronoun, or a word for what somebody is, means one of them. */
  readonly meant?: boolean;
  readonly role?: boolean;
  /** It names somebody in a list whose title has said the rest. */
  readonly promised?: boolean;
  /** The likeliest fact, in the order of the show's file, with the clue and the words of its scene that were met. */
  readonly fact?: number | undefined;
  readonly clue?: Pattern | undefined;
  readonly scene?: readonly string[] | undefined;
}

/** What the text before a passage says about it. Immutable: keep as many as you like, they share structure. */
export interface Context {
  /** True where a catalogued show is the topic, so that half a sentence can already tell. */
  readonly topical: boolean;
}

export interface Reading {
  readonly findings: readonly Finding[];
  /** The context for the passage that follows in document order. */
  readonly after: Context;
}

export interface Detector {
  /** The context at the top of a page. Call again when title or address change. */
  begin(page: PageInfo): Context;
  /** Pure: the same passage in the same context gives the same reading. Never throws. */
  read(passage: Passage, before: Context): Reading;
  /**
   * The same for whoever cannot wait: undefined where it takes what has not been made ready. Then call `prepare` until
   * it says that nothing is missing. Both are missing where there is nothing to make.
   */
  tryRead?(passage: Passage, before: Context): Reading | undefined;
  /** Makes one part of it ready, some ten milliseconds; true: that was the last. */
  prepare?(): boolean;
}
