/** Lists of words, each a line "name: word word" of a text file in data/, to the form that ships. */
import { readFileSync } from "node:fs";
import { modes } from "../../detect/modes.ts";
import { words } from "../../detect/tokens.ts";
import { tongues } from "../../detect/tongue.ts";

/** The lists with commas between. Throws for a line that is none of the next name. */
export function compileLists(text: string, names: readonly string[]): string {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return lines
    .map((line, i) => {
      const [name, list = ""] = line.split(": ");
      if (name !== names[i]) throw new Error(`"${line}" is not of "${names[i]}"`);
      return words(list).join(" ");
    })
    .join(",");
}

const read = (file: string) => readFileSync(new URL(`../../../data/${file}`, import.meta.url), "utf8");

/** `Tables.commonest`. */
export const compileCommonest = () => compileLists(read("tongues.txt"), tongues);
/** `Tables.modes`. */
export const compileModes = () => compileLists(read("modes.txt"), Object.keys(modes));
