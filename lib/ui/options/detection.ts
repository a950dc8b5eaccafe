/** The detector as content scripts have it, for the tester: a chunk of its own, fetched when it is needed. */
import type { Tables } from "../../catalog/tables.ts";
import { type CueIndex, readCues } from "../../detect/cues.ts";
import { createDetector } from "../../detect/detect.ts";
import { createRuleSet } from "../../detect/rules/ruled.ts";
import type { Detection } from "./explain.ts";

export function createDetection(tables: Tables): Detection {
  const detector = createDetector(tables);
  let read: CueIndex | undefined;
  const cues = () => {
    read ??= readCues(tables.cues);
    return read;
  };
  return { detector: () => detector, rules: createRuleSet(cues), frameRules: createRuleSet(cues) };
}
