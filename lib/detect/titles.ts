/** How a title is written: what lets a word, or a short form, stand for a show. */
import { isScript, wordSet } from "./fold.ts";
import type { Tokens } from "./tokens.ts";

/** What makes a title of a word beside it; the second list only of short forms, the third only of several words. */
const titleWords = wordSet("anime manga season seasons episode episodes ova");
const fanWords = wordSet(
  "chapter chapters arc finale ending fandom fans fan spoilers spoiler rewatch reread watch watching watched",
);
const looseWords = wordSet(
  "film movie watch watched watching rewatch rewatched rewatching titled called series show novel",
);
/** "Berserk Chapter 364". */
const partWords = wordSet("chapter chapters ch episode episodes ep volume volumes vol season part");
/** What makes a title of a number before it: "86 review". */
const reviewWords = wordSet("anime manga review");
/** What a page of such a site has in its title. */
const siteWords = wordSet("anime manga wiki fandom myanimelist anilist anidb crunchyroll");
/** Words that titles write small. */
const smallWords = wordSet("a an and as at by for from in is of on or the to with x");

/** Words of `[from, to)` that begin with a capital. */
export function capitals(tokens: Tokens, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) n += tokens.capital[i]!;
  return n;
}

/**
 * A title that is an ordinary word counts as a heading by itself, in quotes, with a year, beside "anime", "film", with
 * a number of its chapters. Several words count too where they are written as a name is: "I finally finished Banana
 * Fish".
 */
export function ordinaryTitle(tokens: Tokens, from: number, to: number, alone: boolean): boolean {
  const [before, after] = beside(tokens, from, to);
  const next = to + 1 < tokens.count ? tokens.word(to + 1) : "";
  const numbered = partWords.has(after) && /^\d+$/.test(next);
  // "86" has no capital to be written with.
  const isNumber = to - from === 1 && /^\d+$/.test(tokens.word(from));
  if (isNumber ? !numbered && !reviewWords.has(after) : isSmall(tokens, from, to)) return false;
  // "X" heads the tenth chapter.
  if (alone && (to - from > 1 || tokens.length[from]! > 1) && restIsNumbers(tokens, from, to)) return true;
  if ([before, after].some((word) => titleWords.has(word)) || /^(19|20)\d\d$/.test(after)) return true;
  if (numbered || (after === "ending" && next === "explained")) return true;
  const several = to - from > 1;
  if (several) {
    if (isTag(tokens, from, to)) return true;
    if ([before, after].some((word) => looseWords.has(word))) return true;
    if (isCapital(tokens, from, to)) {
      if ([before, after].some((word) => fanWords.has(word)) || standsOut(tokens, from, to)) return true;
    }
  }
  if (alone && fillsSegment(tokens, from, to) && (several || namesSite(tokens))) return true;
  // "Another 12 - Master of Disguise"; an "Air 2 - review" may be of something else.
  if (alone && isFirst(tokens, from) && /^\d\d+$/.test(after) && endsSegment(tokens, to + 1)) return true;
  const a = tokens.text[tokens.start[from]! - 1] ?? "";
  const b = tokens.text[tokens.end[to - 1]!] ?? "";
  return /["“‘'«『「【《]/.test(a) && /["”’'»』」】》,.]/.test(b);
}

/** Is it written without a capital, in a script that has any? */
export function isSmall(tokens: Tokens, from: number, to: number): boolean {
  return capitals(tokens, from, to) === 0 && !isScript(tokens.text.charCodeAt(tokens.start[from]!));
}

/** Words in the longest of them; longer text without capitals has names and titles as words too often. */
const mostInPost = 40;

/**
 * Is it a post, or something to search for, and has no capital at all ("how does l die in death note"), or one where a
 * name begins?
 */
export const isPost = (tokens: Tokens, name: number) =>
  tokens.count < mostInPost && (tokens.capital[name] === 1 || isSmall(tokens, 0, tokens.count));

/** Is each word written with a capital, but for those that titles write small? */
function isCapital(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!tokens.capital[i] && !smallWords.has(tokens.word(i))) return false;
  return true;
}

/** What stands in the text between the tokens `i - 1` and `i`. */
function gap(tokens: Tokens, i: number): string {
  return i <= 0 || i >= tokens.count ? "" : tokens.text.slice(tokens.end[i - 1]!, tokens.start[i]!);
}

/** Are the words before and after it in its sentence written small, as far as there are any? */
function standsOut(tokens: Tokens, from: number, to: number): boolean {
  /** Undefined: the sentence ends here. */
  const small = (start: number, step: 1 | -1): boolean | undefined => {
    for (let i = start; i >= 0 && i < tokens.count; i += step) {
      if (/[.!?\n]/.test(gap(tokens, step > 0 ? i : i + 1))) return undefined;
      // "Call Me by Your Name": what is small in any title says nothing, nor does the capital of a first word.
      if (smallWords.has(tokens.word(i))) continue;
      if (!tokens.capital[i]) return /^[a-z]/.test(tokens.word(i));
      return i === 0 || /[.!?\n]/.test(gap(tokens, i)) ? undefined : false;
    }
    return undefined;
  };
  const before = small(from - 1, -1);
  const after = small(to, 1);
  return before !== false && after !== false && (before ?? after ?? false);
}

/** Does the passage begin with it, but for the number of an entry? */
export function isFirst(tokens: Tokens, from: number): boolean {
  return from === 0 || (from === 1 && /^\d+$/.test(tokens.word(0)));
}

/**
 * "One Piece - Wikipedia", "7. Bleach: Nel Is an Espada": does it stand by itself between marks, or behind the entry's
 * number?
 */
export function fillsSegment(tokens: Tokens, from: number, to: number): boolean {
  return (isFirst(tokens, from) || segmentEnds.test(gap(tokens, from))) && endsSegment(tokens, to);
}
const segmentEnds = /[|:–—·•(]|\s-\s/;
const endsSegment = (tokens: Tokens, at: number) => at === tokens.count || segmentEnds.test(gap(tokens, at));

/** Words in the longest title of a page. */
const mostWords = 40;

function namesSite(tokens: Tokens): boolean {
  if (tokens.count > mostWords) return false;
  for (let i = 0; i < tokens.count; i++) if (siteWords.has(tokens.word(i))) return true;
  return false;
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

/** "#DeathNote": is it all that a number sign stands before? */
function isTag(tokens: Tokens, from: number, to: number): boolean {
  return (
    tokens.text[tokens.start[from]! - 1] === "#" &&
    !/\s/.test(tokens.text.slice(tokens.start[from], tokens.end[to - 1])) &&
    (to === tokens.count || tokens.start[to]! > tokens.end[to - 1]!)
  );
}

/**
 * "AoT" in a heading or the page's title, as a hashtag, or beside a word that people have for shows, with as many
 * capital letters as the short form has (a hashtag may have all in capitals); anywhere on a page that has `spoken` of
 * shows, in capitals, too. 0 `initials`: it is none.
 */
export function shortTitle(
  tokens: Tokens,
  from: number,
  to: number,
  initials: number,
  alone: boolean,
  spoken: boolean,
): boolean {
  if (initials === 0) return false;
  const written = initialsIn(tokens, from);
  const sure = spoken || isTag(tokens, from, to);
  if (written !== initials && !(sure && written === tokens.length[from])) return false;
  return alone || sure || beside(tokens, from, to).some((word) => titleWords.has(word) || fanWords.has(word));
}

/** "5. Orange (2016)" is a title, "Orange juice" is none. */
export function restIsNumbers(tokens: Tokens, from: number, to: number): boolean {
  for (let i = 0; i < tokens.count; i++) {
    if ((i < from || i >= to) && !/^(\d+|review|anime|manga|the)$/.test(tokens.word(i))) return false;
  }
  return true;
}

/** The words before and after; "" where there is none. */
function beside(tokens: Tokens, from: number, to: number): [before: string, after: string] {
  return [from > 0 ? tokens.word(from - 1) : "", to < tokens.count ? tokens.word(to) : ""];
}
