/** The detector as content scripts have it, for the tester: a chunk of its own, fetched when it is needed. */
import type { Tables } from "../../catalog/tables.ts";
import { readCues } from "../../detect/cues.ts";
import { createDetector } from "../../detect/detect.ts";
import { createRuleSet } from "../../detect/rules/ruled.ts";
import type { Detection } from "./explain.ts";

export function createDetection(tables: Tables): Detection {
  const detector = createDetector(tables);
  return { detector: () => detector, rules: createRuleSet(() => readCues(tables.cues)) };
}
