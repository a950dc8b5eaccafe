/** The cue lexicon as it ships: in stems, so that nothing has to be stemmed when a page is read (form: detect/cues.ts). */
import { type CueFile, cueClasses } from "../../detect/cues.ts";
import { cutStems, readPattern } from "../../detect/pattern.ts";

/** Throws for a pattern that has no word that can match. */
export function compileCues(file: CueFile): string {
  const pattern = (source: string): string => {
    const parts = readPattern(source);
    if (parts.length === 0) throw new Error(`"${source}" has no word that can match`);
    const word = ({ stems, prefixes }: (typeof parts)[number][number]) =>
      [...stems, ...prefixes.flatMap(cutStems), ...prefixes.map((p) => `${p}*`)].join("|");
    return parts.map((run) => run.map(word).join(" ")).join("+");
  };
  const text = cueClasses.map((name) => file[name].map(pattern).join()).join("\n");
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
