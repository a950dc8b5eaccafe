/** Detector and catalog as content scripts have them, for the tester: a chunk of its own, fetched when it is needed. */
import { tables } from "virtual:catalog/tables";
import { readCues } from "../../detect/cues.ts";
import { createDetector } from "../../detect/detect.ts";
import { createRuleSet } from "../../detect/rules/ruled.ts";
import type { Detection } from "./explain.ts";

export function createDetection(): Detection {
  const known = tables();
  const detector = createDetector(known);
  return { detector: () => detector, rules: createRuleSet(() => readCues(known)) };
}
