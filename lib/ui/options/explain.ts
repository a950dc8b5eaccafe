/** What would be hidden of a text, and by what. */
import type { RuleSet } from "../../detect/rules/ruled.ts";
import type { Detector, Finding } from "../../detect/types.ts";
import { choose } from "../../page/choose.ts";
import type { Snapshot } from "../../preferences/snapshot.ts";

export interface Detection {
  /** The catalog's detector. */
  readonly detector: () => Detector;
  /** For `explain`. */
  readonly rules: RuleSet;
  /** For the text as it would look: a set says once that its rules are others, to whoever asks first. */
  readonly frameRules: RuleSet;
}

/** The findings that these choices leave hidden, in reading order; of several for one stretch the first. */
export function explain(
  { detector, rules }: Detection,
  title: string,
  paragraphs: readonly string[],
  snapshot: Snapshot,
): Finding[] {
  rules.set(snapshot.rules);
  const reader = rules.around(detector());
  let context = reader.begin({ title, url: "" });
  return paragraphs.flatMap((text) => {
    const { findings, after } = reader.read({ text, role: "text", level: 0 }, context);
    context = after;
    return choose(text, findings, snapshot, () => false).map((stretch) => stretch.findings[0]);
  });
}
