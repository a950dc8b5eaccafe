/**
 * All that the detector looks for: what shows and people are called, clues, the cue lexicon and the words of the
 * glossaries. Each as a text has it, with the page on which it says most.
 */
import { readFileSync } from "node:fs";
import { readForms } from "../../../lib/catalog/build/glossary.ts";
import type { Show } from "../../../lib/catalog/schema.ts";
import { tongues } from "../../../lib/detect/tongue.ts";
import type { PageInfo } from "../../../lib/detect/types.ts";

export interface Pattern {
  readonly words: string;
  readonly page: PageInfo;
}

const data = (file: string) => readFileSync(new URL(`../../../data/${file}`, import.meta.url), "utf8");
const pageAbout = (title: string, lang = "en"): PageInfo => ({ title: `${title} review`, url: "", lang });

/** A pattern of the lexicon or of a clue as the text that it looks for. */
const asText = (pattern: string) => pattern.replaceAll(" + ", " ").replace(/\|\S+/g, "").replaceAll("*", "");

export function cuePatterns(): Pattern[] {
  const cues = JSON.parse(data("cues.json")) as Record<string, string[]>;
  return Object.values(cues)
    .flat()
    .map((cue) => ({ words: asText(cue), page: pageAbout("Madoka Magica") }));
}

export function glossaryPatterns(): Pattern[] {
  return tongues.slice(1).flatMap((tongue) => {
    const forms = [...readForms(data(`glossary/${tongue}.txt`), tongue).values()].flat();
    const page = pageAbout("Madoka Magica", tongue);
    return forms.map((form) => ({ words: form.join(tongue === "ja" ? "" : " "), page }));
  });
}

export function showPatterns({ title, aliases, characters, premise, spoilers }: Show): Pattern[] {
  const names = characters.flatMap(({ name, given, family, native, aliases, roles }) => [
    ...[name, given, family, native].filter((each) => each !== undefined),
    ...aliases,
    ...roles,
  ]);
  const clues = [...premise, ...spoilers].flatMap((fact) => fact.clues.map(asText));
  const page = pageAbout(title);
  return [title, ...aliases, ...names, ...clues].map((words) => ({ words, page }));
}

/** Each text once, and of several pages the first. */
export function distinct(patterns: readonly Pattern[]): Pattern[] {
  const byWords = new Map<string, Pattern>();
  for (const pattern of patterns) if (!byWords.has(pattern.words)) byWords.set(pattern.words, pattern);
  return [...byWords.values()];
}
