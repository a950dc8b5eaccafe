/**
 * Patterns of words, as the catalog's clues and the cue lexicon write them:
 * "cut|cuts + rope": every part (divided by " + ") stands somewhere in the sentence; a part is a run of words,
 * `a|b` are alternatives, `x*` is a prefix. Words are compared as stems; articles and pronouns are passed over.
 * No regular expressions: the time is linear in the sentence for every pattern.
 */
import { keepStem, stem, stemText } from "./stems.ts";
import { words } from "./tokens.ts";

/** A word of a pattern as it is written: stems, and prefixes without their star. */
export interface WordOptions {
  readonly stems: readonly string[];
  readonly prefixes: readonly string[];
}
/** The same with numbers for the stems, and among them those of words that a prefix meets. */
export interface Word {
  /** Ids (stems.ts). */
  readonly stems: readonly number[];
  readonly prefixes: readonly string[];
}
export interface Pattern {
  readonly parts: readonly (readonly Word[])[];
  /** For each word but the first that is no prefix: stems of which a sentence must have one. */
  readonly needs: readonly (readonly number[])[];
}

/** The parts of a pattern; those of nothing but articles and pronouns are left out. */
export function readPattern(source: string): WordOptions[][] {
  const parts = source.split(" + ").map((part) => {
    const run: WordOptions[] = [];
    for (const piece of part.trim().split(/\s+/)) {
      const stems: string[] = [];
      const prefixes: string[] = [];
      let last: WordOptions[] = [];
      for (const option of piece.split("|")) {
        const folded = words(option);
        if (option.endsWith("*")) prefixes.push(folded.join(""));
        else {
          const found = folded.map(stem).filter((s) => s !== "");
          if (found.length === 1) stems.push(found[0]!);
          // "half-brother", "Dr.": several words in one piece become words in a row, if it is the only option.
          else if (found.length > 1) last = found.map((s) => ({ stems: [s], prefixes: [] }));
        }
      }
      if (stems.length + prefixes.length) run.push({ stems, prefixes });
      else run.push(...last);
    }
    return run;
  });
  return parts.filter((run) => run.length > 0);
}

/** The same; throws where no part is left. */
export function requirePattern(source: string): WordOptions[][] {
  const parts = readPattern(source);
  if (parts.length === 0) throw new Error(`"${source}" has no word that can match`);
  return parts;
}

/** A word as texts: stems, and prefixes with a star. */
export function optionsOf({ stems, prefixes }: WordOptions): string[] {
  return [...stems, ...prefixes.map((prefix) => `${prefix}*`)];
}

const castSign = "@";
/** What clues have for the names of a character, whichever is used: no word is written so. */
export const castOption = (character: number): string => castSign + character;

/** The way back from `optionsOf`. */
export function wordOf(options: readonly string[]): WordOptions {
  return {
    stems: options.filter((option) => !option.endsWith("*")),
    prefixes: options.filter((option) => option.endsWith("*")).map((option) => option.slice(0, -1)),
  };
}

/** The pattern that meets such words. The stems of words that a prefix meets must be among the stems already. */
export function makePattern(parts: readonly (readonly WordOptions[])[]): Pattern {
  return patternOf(
    parts.map((run) => run.map(({ stems, prefixes }): Word => ({ stems: stems.map(keepStem), prefixes }))),
  );
}

/** The pattern of words that are numbers already. */
export function patternOf(parts: readonly (readonly Word[])[]): Pattern {
  const needs: (readonly number[])[] = [];
  let first = true;
  for (const run of parts) {
    for (const { stems, prefixes } of run) {
      if (!first && prefixes.length === 0) needs.push(stems);
      first = false;
    }
  }
  return { parts, needs };
}

/** Throws where no part is left. */
export function parsePattern(source: string): Pattern {
  return makePattern(requirePattern(source).map((run) => run.map(withCutStems)));
}

/** The pattern in its stems, for people to read. `nameOf`: of a character, by index. */
export function patternText(pattern: Pattern, nameOf: (character: number) => string = () => "…"): string {
  const text = (id: number) => {
    const option = stemText(id);
    return option.startsWith(castSign) ? nameOf(Number(option.slice(1))) : option;
  };
  const option = ({ stems, prefixes }: Word) => optionsOf({ stems: stems.map(text), prefixes }).join("|");
  return pattern.parts.map((run) => run.map(option).join(" ")).join(" + ");
}

const endings = ["", "e", "ed", "ing", "ion", "s", "es"];

/**
 * Stems of words with this prefix that the stemmer cuts within it: "survive*" is to meet "surviv", "destroy*"
 * "destroi".
 */
function cutStems(prefix: string): string[] {
  const cut = endings
    .map((ending) => stem(prefix + ending))
    .filter((s) => s.length > 2 && (prefix.startsWith(s) ? s !== prefix : s === `${prefix.slice(0, -1)}i`));
  return [...new Set(cut)];
}

/** Options of a word, as `optionsOf` writes them, each read once: records name them by number, many times. */
export class OptionReader {
  private readonly options: readonly string[];
  /** By number the id of a stem; 0: not read yet, or a prefix. */
  private readonly ids: Int32Array;
  private readonly prefixes = new Map<
    number,
    { readonly prefix: string; readonly stems: readonly number[] }
  >();

  constructor(options: readonly string[]) {
    this.options = options;
    this.ids = new Int32Array(options.length);
  }

  /** The id of a stem. */
  stem(number: number): number {
    return this.ids[number] || (this.ids[number] = keepStem(this.options[number]!));
  }

  /** The word with these options. */
  word(numbers: readonly number[]): Word {
    const stems: number[] = [];
    let prefixes = noPrefixes;
    let cut: number[] | undefined;
    for (const number of numbers) {
      const found = this.ids[number] ? undefined : this.prefix(number);
      if (!found) stems.push(this.stem(number));
      else {
        prefixes = [...prefixes, found.prefix];
        cut = [...(cut ?? []), ...found.stems];
      }
    }
    return { stems: cut ? [...stems, ...cut] : stems, prefixes };
  }

  private prefix(number: number) {
    const option = this.options[number]!;
    if (!option.endsWith("*")) return undefined;
    let found = this.prefixes.get(number);
    if (!found) {
      const prefix = option.slice(0, -1);
      this.prefixes.set(number, (found = { prefix, stems: cutStems(prefix).map(keepStem) }));
    }
    return found;
  }
}

const noPrefixes: readonly string[] = [];

/** The word with what its prefixes are to meet besides. */
export function withCutStems({ stems, prefixes }: WordOptions): WordOptions {
  return { stems: [...stems, ...prefixes.flatMap(cutStems)], prefixes };
}

/** Is it one of the word's stems, or does it start with one of its prefixes? */
export function matchesWord(word: Word, s: number): boolean {
  for (let i = 0; i < word.stems.length; i++) if (word.stems[i] === s) return true;
  if (word.prefixes.length === 0 || s === 0) return false;
  const text = stemText(s);
  for (const p of word.prefixes) if (text.startsWith(p)) return true;
  return false;
}

const noCasts: readonly number[] = [];

/** The position after the part's last word if it starts at `i`, or -1. One foreign word may stand between two. */
function runFrom(
  part: readonly Word[],
  stems: readonly number[],
  casts: readonly number[],
  i: number,
): number {
  const meets = (k: number, at: number) =>
    at < stems.length &&
    (matchesWord(part[k]!, stems[at]!) || (!!casts[at] && part[k]!.stems.includes(casts[at])));
  if (!meets(0, i)) return -1;
  let at = i;
  for (let k = 1; k < part.length; k++) {
    if (meets(k, at + 1)) at += 1;
    else if (meets(k, at + 2)) at += 2;
    else return -1;
  }
  return at + 1;
}

function stands(part: readonly Word[], stems: readonly number[], casts: readonly number[]): boolean {
  for (let i = 0; i + part.length <= stems.length; i++) if (runFrom(part, stems, casts, i) >= 0) return true;
  return false;
}

/**
 * Could a sentence match that has the pattern's first word? `has` says which stems it has. Most that could not end
 * here.
 */
export function mayMatch({ needs }: Pattern, has: (stem: number) => boolean): boolean {
  for (const stems of needs) {
    let met = false;
    for (let i = 0; i < stems.length && !met; i++) met = has(stems[i]!);
    if (!met) return false;
  }
  return true;
}

/** Do all parts stand somewhere in `stems`? `casts`: by stem the id of the character whom it names, or 0. */
export function matches(pattern: Pattern, stems: readonly number[], casts = noCasts): boolean {
  for (const part of pattern.parts) if (!stands(part, stems, casts)) return false;
  return true;
}

/** If the first part starts at `i` and the others stand anywhere: where the first part ends, else -1. */
export function matchesAt(pattern: Pattern, stems: readonly number[], i: number): number {
  const end = runFrom(pattern.parts[0]!, stems, noCasts, i);
  if (end < 0) return -1;
  for (let p = 1; p < pattern.parts.length; p++) if (!stands(pattern.parts[p]!, stems, noCasts)) return -1;
  return end;
}
