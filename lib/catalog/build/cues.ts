/**
 * The cue lexicon as it ships: in stems, so that nothing has to be stemmed when a page is read (form: detect/cues.ts).
 */
import { type CueFile, lexiconClasses } from "../../detect/cues.ts";
import { optionsOf, requirePattern, type WordOptions, withCutStems } from "../../detect/pattern.ts";
import { ascii } from "./ascii.ts";

/** Throws for a pattern that has no word that can match, or that its class has already. */
export function compileCues(file: CueFile): string {
  const word = (options: WordOptions) => [...new Set(optionsOf(withCutStems(options)))].join("|");
  const pattern = (source: string) =>
    requirePattern(source)
      .map((run) => run.map(word).join(" "))
      .join("+");
  const line = (name: (typeof lexiconClasses)[number]) => {
    const made = file[name].map(pattern);
    made.forEach((one, i) => {
      if (made.indexOf(one) < i) throw new Error(`"${file[name][i]}" stands in "${name}" twice`);
    });
    return made.join();
  };
  return ascii(JSON.stringify(lexiconClasses.map(line).join("\n")));
}
