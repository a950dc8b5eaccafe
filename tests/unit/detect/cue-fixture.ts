/** The lexicon that is shipped. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileCues } from "../../../lib/catalog/build/cues.ts";
import { type CueFile, readCues } from "../../../lib/detect/cues.ts";

const file = join(import.meta.dirname, "../../../data/cues.json");
export const cues = readCues(compileCues(JSON.parse(readFileSync(file, "utf8")) as CueFile));
