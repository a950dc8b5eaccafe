/** What personal rules make of a sentence. */
import type { Rule } from "../../catalog/rule.ts";
import type { Kind } from "../../catalog/types.ts";
import { type CueClass, type CueHits, cueCount } from "../cues.ts";
import { asks, type Sentence } from "../sentence.ts";
import type { Finding } from "../types.ts";

/** How a sentence comes to be about a rule. */
export type Bond =
  /** It has the rule's words. */
  | "named"
  /** A sentence before it in the passage had them, and this one goes on with "he" or "she". */
  | "pronoun"
  /** It stands under a title that is a rule. */
  | "topic";

/**
 * Wording that gives something away, the plainest first, and how sure it is beside a name that the reader has asked to
 * be shielded from. There is no catalog to compare with: who writes a rule would rather have a sentence too many
 * hidden.
 */
const cueScores: readonly (readonly [CueClass, Kind, number])[] = [
  ["dies", "death", 0.9],
  ["death", "death", 0.75],
  ["betrayal", "betrayal", 0.75],
  ["villain", "villain", 0.65],
  ["identity", "identity", 0.65],
  ["return", "return", 0.6],
  ["loss", "loss", 0.6],
  ["couple", "couple", 0.5],
  ["twist", "twist", 0.5],
  ["ending", "ending", 0.5],
  ["gone", "loss", 0.3],
];
/** A topic or a pronoun says less than the name itself. */
const bondScores: Readonly<Record<Bond, number>> = { named: 0, pronoun: -0.1, topic: -0.15 };
/** "If Nadia dies", "could Nadia die?" */
const doubt = -0.3;

/** The finding of this rule in this sentence, or undefined where it gives nothing away. `cues`: of the sentence. */
export function judgeRule(rule: Rule, bond: Bond, s: Sentence, cues: () => CueHits): Finding | undefined {
  const about = { start: s.start, end: s.end, show: rule.show ?? "", title: rule.title ?? "", rule: rule.id };
  const why = { by: bond, rule };
  if (rule.kind === "phrase") return { ...about, kind: "twist", score: 1, why };
  const found = cueScores.find(([cls]) => cueCount(cues(), cls) > 0);
  if (!found) return undefined;
  const [cls, kind, sure] = found;
  const open = asks(s) || cueCount(cues(), "hypothetical") > 0;
  const score = sure + bondScores[bond] + (open ? doubt : 0);
  return { ...about, kind, score, why: { ...why, cues: [cls] } };
}
