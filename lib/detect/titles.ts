/** How a title is written: what lets a word, or a short form, stand for a show. */
import type { Tokens } from "./tokens.ts";

/** What makes a title of a word beside it; the second list only of short forms, the third only of several words. */
const titleWords = new Set("anime manga season seasons episode episodes ova".split(" "));
const fanWords = new Set(
  "chapter chapters arc finale ending fandom fans fan spoilers spoiler rewatch reread watch watching watched".split(
    " ",
  ),
);
const looseWords = new Set(
  "film movie watch watched watching rewatch rewatched rewatching titled called series show novel".split(" "),
);

/** Words of `[from, to)` that begin with a capital. */
export function capitals(tokens: Tokens, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) n += tokens.capital[i]!;
  return n;
}

/** A title that is an ordinary word counts as a heading by itself, in quotes, with a year, beside "anime", "film". */
export function ordinaryTitle(tokens: Tokens, from: number, to: number, alone: boolean): boolean {
  if (capitals(tokens, from, to) === 0) return false;
  if (alone && restIsNumbers(tokens, from, to)) return true;
  const [before, after] = beside(tokens, from, to);
  if ([before, after].some((word) => titleWords.has(word)) || /^(19|20)\d\d$/.test(after)) return true;
  if (to - from > 1 && [before, after].some((word) => looseWords.has(word))) return true;
  const a = tokens.text[tokens.start[from]! - 1] ?? "";
  const b = tokens.text[tokens.end[to - 1]!] ?? "";
  return /["“‘'«『「]/.test(a) && /["”’'»』」,.]/.test(b);
}

/** Capital letters of a token. */
function initialsIn(tokens: Tokens, i: number): number {
  let n = 0;
  for (let at = tokens.start[i]!; at < tokens.end[i]!; at++) {
    const c = tokens.text.charCodeAt(at);
    if (c >= 0x41 && c <= 0x5a) n++;
  }
  return n;
}

/**
 * "AoT" in a heading or the page's title, or beside a word that people have for shows, with as many capital letters as
 * the short form has; 0 `initials`: it is none.
 */
export function shortTitle(
  tokens: Tokens,
  from: number,
  to: number,
  initials: number,
  alone: boolean,
): boolean {
  if (initials === 0 || initialsIn(tokens, from) !== initials) return false;
  return alone || beside(tokens, from, to).some((word) => titleWords.has(word) || fanWords.has(word));
}

/** "5. Orange (2016)" is a title, "Orange juice" is none. */
function restIsNumbers(tokens: Tokens, from: number, to: number): boolean {
  for (let i = 0; i < tokens.count; i++) {
    if ((i < from || i >= to) && !/^(\d+|review|anime|manga|the)$/.test(tokens.word(i))) return false;
  }
  return true;
}

/** The words before and after; "" where there is none. */
function beside(tokens: Tokens, from: number, to: number): [before: string, after: string] {
  return [from > 0 ? tokens.word(from - 1) : "", to < tokens.count ? tokens.word(to) : ""];
}
