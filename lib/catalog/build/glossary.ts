/**
 * data/glossary to the form that ships (detect/glossary.ts). A line for each English word, "dies: muere mueren
 * pierde_la_vida", and one that begins with "-" for what is left out.
 */
import { readFileSync } from "node:fs";
import { longestPhrase, phraseKey } from "../../detect/glossary.ts";
import { hashWord, words } from "../../detect/tokens.ts";
import { tongues } from "../../detect/tongue.ts";

/** Of one language: by English word its forms, each in folded words. */
type Forms = ReadonlyMap<string, readonly (readonly string[])[]>;

const file = (tongue: string) => new URL(`../../../data/glossary/${tongue}.txt`, import.meta.url);
/** A byte says how many forms a word has. */
const mostForms = 255;

/**
 * Throws for a line that is none, a form that stands twice and a word that has too many. A word that means another than
 * it would without its accents ("é", "e") keeps them: the detector asks for it as it is written first.
 */
export function readForms(text: string, name: string): Forms {
  const out = new Map<string, string[][]>();
  /** By form without accents what it stands for, and how it is written. */
  const met = new Map<string, { english: string; written: string; spelling: string[] }>();
  text.split("\n").forEach((line, n) => {
    if (line === "" || line.startsWith("#")) return;
    const [, english, forms] = /^([a-z]+|-): (\S.*)$/.exec(line) ?? [];
    const at = `${name}:${n + 1}`;
    if (!english || !forms) throw new Error(`${at}: "${line}" is no line of a glossary`);
    const list = out.get(english) ?? out.set(english, []).get(english)!;
    for (const form of forms.split(/\s+/)) {
      const spelling = words(form.replaceAll("_", " "));
      if (spelling.length === 0 || spelling.length > longestPhrase)
        throw new Error(`${at}: "${form}" is no word or phrase of at most ${longestPhrase} words`);
      const key = spelling.join(" ");
      const written = form.toLowerCase();
      const other = met.get(key);
      if (other && (spelling.length > 1 || other.english === english || other.written === written))
        throw new Error(`${at}: "${form}" stands for "${other.english}" already`);
      if (other && other.written !== key) other.spelling[0] = other.written;
      if (other && written !== key) spelling[0] = written;
      met.set(key, { english, written, spelling });
      list.push(spelling);
    }
    if (list.length > mostForms) throw new Error(`${at}: "${english}" has more than ${mostForms} forms`);
  });
  return out;
}

/**
 * The forms of one language as they ship, in base64, by the place of their word in `english`. Throws where two forms
 * have the same key, and mean two words.
 */
export function packForms(english: readonly string[], forms: Forms, name: string): string {
  const bytes: number[] = [];
  const begins = new Set<number>();
  const known = new Map<number, string>();
  const keyOf = (spelling: readonly string[], word: string) => {
    const hashes = spelling.map(hashWord);
    const key = phraseKey(hashes, 0, hashes.length);
    const other = known.get(key);
    if (other !== undefined && other !== word)
      throw new Error(`${name}: "${spelling.join(" ")}" (${word}) has the key of a form of "${other}"`);
    known.set(key, word);
    if (hashes.length > 1) begins.add(phraseKey(hashes, 0, 1));
    return key;
  };
  const push = (key: number) => bytes.push(key & 255, (key >> 8) & 255, key >> 16);
  for (const word of english) {
    const list = forms.get(word) ?? [];
    bytes.push(list.length);
    const keys = list.map((spelling) => keyOf(spelling, word));
    for (const key of keys.sort((a, b) => a - b)) push(key);
  }
  for (const key of [...begins].sort((a, b) => a - b)) push(key);
  return Buffer.from(bytes).toString("base64");
}

/** `Tables.english` and `Tables.glossaries`. */
export function compileGlossaries(): { english: string; glossaries: string } {
  const all = tongues
    .slice(1)
    .map((tongue) => readForms(readFileSync(file(tongue), "utf8"), `${tongue}.txt`));
  const english = [...new Set(all.flatMap((forms) => [...forms.keys()]))].sort();
  return {
    english: english.join(" "),
    glossaries: all.map((forms, i) => packForms(english, forms, `${tongues[i + 1]}.txt`)).join(" "),
  };
}
