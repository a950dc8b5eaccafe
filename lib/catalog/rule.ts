/** What one reader wants hidden beyond the catalog. */

/** A personal rule. */
export interface Rule {
  /** Given once, never used again: by it a rule is changed and deleted. */
  readonly id: string;
  /**
   * - `phrase`: a sentence that has these words is hidden.
   * - `name`: a sentence that has this name and wording that gives something away.
   * - `show`: the same for the title of a show that the catalog lacks, and for whatever stands under it.
   */
  readonly kind: RuleKind;
  readonly text: string;
  /** The show of the catalog that it is about: whoever has watched that needs the rule no more. */
  readonly show?: string;
  /** What a veil says that it is about, where that is no show of the catalog. */
  readonly title?: string;
}

export const ruleKinds = ["name", "phrase", "show"] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** More than this many make every page of every reader slower for the sake of very few. */
export const mostRules = 2_000;
/** UTF-16 units of a rule's text. */
export const longestRule = 200;
