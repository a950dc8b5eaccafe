/** Names that stand for themselves, whatever the page is about, and those that prove nothing alone. */
import * as strength from "../catalog/strength.ts";
import { strengthBits, strengthMask } from "../catalog/tables.ts";
import { castKey, type State } from "./context.ts";
import { bearersAt, capitalsOf, type NamedText } from "./named-text.ts";
import {
  characterAt,
  firstBearer,
  isMereWord,
  type NameIndex,
  nextBearer,
  showAt,
  strengthAt,
} from "./names.ts";
import { pairedShows } from "./pairs.ts";
import {
  capitals,
  fillsSegment,
  isFirst,
  isPost,
  isSmall,
  ordinaryTitle,
  restIsNumbers,
  shortTitle,
} from "./titles.ts";
import type { Tokens } from "./tokens.ts";

/**
 * `spoken`: a page that has spoken of anime and named a show goes on with titles: "3. banana fish" is one as a heading,
 * "Bleach - Ichigo" begins with one, and "DBZ" is one anywhere.
 */
export function standsAlone(
  text: NamedText,
  h: number,
  ref: number,
  alone: boolean,
  spoken: boolean,
): boolean {
  const { names, tokens, hits } = text;
  const s = strengthAt(names, ref) & strengthMask;
  const from = hits.from[h]!;
  const to = hits.to[h]!;
  const isTitle = characterAt(names, ref) === 0;
  if (s === strength.distinct) {
    if (alone || isTitle) return true;
    // 不動明王 is somebody else than 不動明.
    const end = tokens.end[to - 1]!;
    if (kanji.test(tokens.text[end - 1]!) && kanji.test(tokens.text[end] ?? "")) return false;
    // "A tinsel star": who begins with a capital writes names with one.
    if (tokens.capital[0] && isSmall(tokens, from, to)) return false;
    return to - from > 1 || !hasSurname(text, to);
  }
  if (
    isTitle &&
    isPost(tokens, from) &&
    (to - from > 1 || tokens.word(from - 1) === "in") &&
    namesOne(text, h, showAt(names, ref))
  )
    return true;
  if (spoken && isTitle) {
    if (alone && restIsNumbers(tokens, from, to)) return true;
    if ((alone || isFirst(tokens, from)) && isEntry(tokens, from, to)) return true;
  }
  if (s === strength.cased) {
    const written = capitals(tokens, from, to);
    // Who writes without capitals still means the title, if it is long enough to be no accident.
    return written >= strengthAt(names, ref) >> strengthBits || (written === 0 && to - from >= 3);
  }
  if (s === strength.shared && isTitle) {
    return shortTitle(tokens, from, to, strengthAt(names, ref) >> strengthBits, alone, spoken);
  }
  if (s === strength.ordinary && isTitle) return ordinaryTitle(tokens, from, to, alone);
  return false;
}

/** Does the text name a character of the show by another name than `h`? */
const namesOne = (text: NamedText, h: number, show: number) =>
  text.hits.from.some(
    (_, other) =>
      other !== h &&
      bearersAt(text, other).some((r) => showAt(text.names, r) === show && characterAt(text.names, r) > 0),
  );

const kanji = /[\u3400-\u9fff](?<![様君氏殿達先])/;

/** "Bleach: Nel Is an Espada", "The Teacher Is the Killer (Erased)". */
const isEntry = (tokens: Tokens, from: number, to: number) =>
  capitals(tokens, from, to) > 0 && fillsSegment(tokens, from, to);

/**
 * Is a name that ends before token `to` followed by one that nobody of ours bears? "Kazuhiko Torishima" is some real
 * person. Not to be asked of headings, which may write every word with a capital.
 */
function hasSurname({ tokens, hits }: NamedText, to: number): boolean {
  return (
    to < tokens.count &&
    tokens.capital[to] === 1 &&
    tokens.length[to]! > 1 &&
    tokens.start[to] === tokens.end[to - 1]! + 1 &&
    tokens.text[tokens.start[to]! - 1] === " " &&
    !hits.from.includes(to)
  );
}

/** May the name mean this character, without proving it? */
export function staysOpen(text: NamedText, h: number, ref: number): boolean {
  return (
    (strengthAt(text.names, ref) & strengthMask) === strength.shared &&
    characterAt(text.names, ref) > 0 &&
    capitalsOf(text, h) > 0
  );
}

/** The character, as `castKey`. */
export const keyOf = (names: NameIndex, ref: number) =>
  castKey(showAt(names, ref), characterAt(names, ref) - 1);

/** Anna and Karl are in every village; a third of the same show is no accident. */
export const enoughNames = 3;

/**
 * Adds whom the names found may mean that prove nothing alone, as `castKey`. False if one of them may stand for itself:
 * then the rest has not been asked. `alone`: as for `resolve`.
 */
export function onlyOpen(text: NamedText, alone: boolean, open: number[]): boolean {
  const { names, hits } = text;
  for (let h = 0; h < hits.from.length; h++) {
    if (isMereWord(names, hits.name[h]!)) continue;
    for (let r = firstBearer(names, hits.name[h]!); r >= 0; r = nextBearer(names, r)) {
      if (standsAlone(text, h, r, alone, false)) return false;
      if (staysOpen(text, h, r)) open.push(keyOf(names, r));
    }
  }
  return true;
}

/**
 * Where no show is the topic: names left open (`Mentions`) if that is all there is to the names found; undefined if
 * `resolve` has to be asked. Most passages that hold a name at all hold a word or a first name.
 */
export function openNames(text: NamedText, state: State, alone: boolean): readonly number[] | undefined {
  const open: number[] = [];
  if (!onlyOpen(text, alone, open)) return undefined;
  if (open.length === 0) return open;
  const enough = open.length + state.pending.length >= enoughNames;
  return enough || pairedShows(text, open).size > 0 ? undefined : open;
}
