/** The lexicon that is shipped. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CueFile, indexCues } from "../../../lib/detect/cues.ts";

const file = join(import.meta.dirname, "../../../data/cues.json");
export const cues = indexCues(JSON.parse(readFileSync(file, "utf8")) as CueFile);
