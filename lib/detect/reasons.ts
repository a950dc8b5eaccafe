/** Reasons in words: of the reader's language in the tester, in English in what the commands print. Not for pages. */
import { kinds } from "../catalog/types.ts";
import type { CueClass } from "./cues.ts";
import { patternText } from "./pattern.ts";
import type { Finding } from "./types.ts";

/** A message of locales/ by its key as browsers have it ("veil_hidden"), with what stands for $1, $2 put in. */
export type Say = (key: string, ...put: string[]) => string;

/** All that decided, piece by piece: what it is about and by what, what was met, how sure that makes it. */
export function reasonWords({ why, title, score }: Finding, say: Say): string[] {
  const { by, rule, cues = [], named = 0, meant, role, promised, fact, clue, scene = [] } = why;
  const list = (words: readonly string[]) => words.join(say("reason_comma"));
  const cue = (cls: CueClass) => say(isKind(cls) ? `kind_${cls}` : `cue_${cls}`);
  return [
    rule && say("reason_rule", say(`ruleKind_${rule.kind}`), rule.text),
    say(`reason_by_${by}`, title),
    clue && say("reason_clue", patternText(clue)),
    scene.length > 0 && say("reason_scene", list(scene)),
    named > 0 && say("reason_named", `${named}`),
    meant && say("reason_meant"),
    role && say("reason_role"),
    promised && say("reason_promised"),
    cues.length > 0 && say("reason_cues", list(cues.map(cue))),
    fact !== undefined && say("reason_fact", `${fact + 1}`),
    // A phrase is hidden wherever it stands: there is nothing to be sure of.
    rule?.kind !== "phrase" && say("reason_score", `${Math.round(score * 100)}`),
  ].filter((words) => typeof words === "string");
}

const isKind = (cls: string) => (kinds as readonly string[]).includes(cls);
