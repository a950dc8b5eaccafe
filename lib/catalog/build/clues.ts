/** Clues as people write them to patterns that ship. */
import { castOption, optionsOf, readPattern, type WordOptions } from "../../detect/pattern.ts";
import { stem } from "../../detect/stems.ts";
import { words } from "../../detect/tokens.ts";
import type { TextRun } from "./facts.ts";

/** How many patterns a clue stands for: each piece with words that a hyphen ties multiplies them. */
export function countWays(clue: string): number {
  return clue
    .trim()
    .split(/\s+/)
    .reduce((n, piece) => n * waysOf(piece).length, 1);
}

/**
 * Words tied by a hyphen among alternatives are a run of their own: "half-brother|sibling + killed" is
 * "half brother + killed" and "sibling + killed".
 */
export function expandClue(clue: string): string[] {
  let out = [""];
  for (const piece of clue.trim().split(/\s+/)) {
    const ways = waysOf(piece);
    out = out.flatMap((start) => ways.map((way) => `${start} ${way}`.trimStart()));
  }
  return out;
}

/** What a piece without spaces stands for: its single words together, and each run of words by itself. */
function waysOf(piece: string): string[] {
  if (!piece.includes("|")) return [tiedRun(piece)];
  const options = piece.split("|").map(tiedRun);
  const single = options.filter((option) => !option.includes(" "));
  const runs = options.filter((option) => option.includes(" "));
  return single.length ? [single.join("|"), ...runs] : runs;
}

/** "self-destruct*" to "self destruct*"; what is one word, but for what patterns pass over, stays. */
function tiedRun(option: string): string {
  const prefix = option.endsWith("*");
  const run = words(option).filter((word) => prefix || stem(word) !== "");
  return run.length > 1 ? run.join(" ") + (prefix ? "*" : "") : option;
}

/**
 * What of a clue no sentence is asked for, though it looks as if: a part of articles and pronouns alone ("dies + her"
 * is "dies"), and such words among alternatives.
 */
export function passedOver(clue: string): string[] {
  const isEmpty = (option: string) =>
    !option.endsWith("*") && words(option).every((word) => stem(word) === "");
  return clue.split(" + ").flatMap((part) => {
    const pieces = part.trim().split(/\s+/);
    const options = pieces.map((piece) => piece.split("|"));
    if (options.flat().every(isEmpty)) return [part.trim()];
    return options.filter((among) => among.length > 1).flatMap((among) => among.filter(isEmpty));
  });
}

/** The parts of each pattern of a fact, but for patterns that find nothing which another does not find. */
export function compileClues(clues: readonly string[]): TextRun[][] {
  const all = clues.flatMap(expandClue).map((clue) => readPattern(clue).map(textRun));
  return all.filter(
    (narrow, i) =>
      !all.some((wide, j) => j !== i && implies(narrow, wide) && (j < i || !implies(wide, narrow))),
  );
}

/** Each option once. What a prefix finds anyway stays: the words of a clue are compared by meaning, too. */
export function textRun(run: readonly WordOptions[]): TextRun {
  return run.map((word) => [...new Set(optionsOf(word))]);
}

/** Is `wide` found wherever `narrow` is? */
function implies(narrow: readonly TextRun[], wide: readonly TextRun[]): boolean {
  return wide.every((part) => narrow.some((run) => holds(run, part)));
}

function holds(run: TextRun, part: TextRun): boolean {
  return run.some((_, i) => part.every((word, k) => run[i + k]?.every((option) => meets(word, option))));
}

/** Does a word that this option meets meet one of the word's options? */
function meets(word: readonly string[], option: string): boolean {
  return word.some((o) => o === option || (o.endsWith("*") && option.startsWith(o.slice(0, -1))));
}

/** What a show's characters are called. */
export interface Naming {
  /** By stem the only character whose name it is, of names that hide nobody: no aliases. */
  readonly sole: ReadonlyMap<string, number>;
  /** Of these also stems of ordinary words: written small, it is no name, and means the character all the same. */
  readonly ordinary: ReadonlySet<string>;
  /** By character the stems of all names. */
  readonly all: readonly ReadonlySet<string>[];
}

/**
 * The clue with characters where it has their names: "udai + quit" is to be met by "Tenma quit". Who is named by another
 * piece of it, too, stays as written ("Kira is Light"), and so does a clue that says nothing but names.
 */
export function castClue(clue: readonly TextRun[], { sole, ordinary, all }: Naming): TextRun[] {
  const pieces = clue.flat();
  const isName = (option: string, who: number) =>
    option.endsWith("*")
      ? [...all[who]!].some((name) => name.startsWith(option.slice(0, -1)))
      : all[who]!.has(option);
  const cast = new Map(
    pieces.map((piece) => {
      const others = pieces.filter((other) => other !== piece).flat();
      const who = new Set(piece.flatMap((option) => sole.get(option) ?? []));
      return [piece, new Set([...who].filter((c) => !others.some((option) => isName(option, c))))] as const;
    }),
  );
  if (pieces.every((piece) => cast.get(piece)!.size > 0)) return [...clue];
  return clue.map((run) =>
    run.map((piece) => {
      const who = cast.get(piece)!;
      const rest = piece.filter((option) => ordinary.has(option) || !who.has(sole.get(option) ?? -1));
      return [...[...who].map(castOption), ...rest];
    }),
  );
}
