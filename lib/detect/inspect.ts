/**
 * A detector that shows how it comes to what it says: for training, `why` and checks of the catalog. No page has it.
 */
import type { Tables } from "../catalog/tables.ts";
import type { Analysis } from "./analyse.ts";
import type { State } from "./context.ts";
import { openDetector } from "./detect.ts";
import { sceneWords } from "./evidence.ts";
import type { Candidate } from "./judged.ts";
import type { Mention } from "./mentions.ts";
import type { Sentence } from "./sentence.ts";
import type { Context, Detector, Passage } from "./types.ts";

export interface InspectingDetector extends Required<Detector> {
  /** Everything that decides, sentence by sentence. */
  inspect(passage: Passage, before: Context): Analysis;
  /** The passage inspected last in English, word by word; undefined where it was taken as it is. */
  translation(): string | undefined;
  /** How it writes a name. */
  written(mention: Mention): string;
  /** The scene words of the candidate's best fact that are in the sentence, as stems. */
  sceneWords(sentence: Sentence, candidate: Candidate): string[];
}

export function createInspector(tables: Tables): InspectingDetector {
  const { detector, look, tokens, know } = openDetector(tables);
  return {
    ...detector,
    inspect: (passage, before) =>
      look(passage, before as State) ?? { sentences: [], under: [], after: before as State },
    translation: () => tokens.said && tokens.reading(),
    written: ({ from, to }) => tokens.text.slice(tokens.start[from], tokens.end[to - 1]),
    sceneWords: (sentence, { show, evidence }) =>
      evidence.fact ? sceneWords(know(show), sentence, evidence.fact.index) : [],
  };
}
