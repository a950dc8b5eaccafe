/**
 * One fold for page text and catalog: case, diacritics, full width; marks and invisible characters vanish.
 *
 * A table, not `normalize()`: a table of 12,288 entries takes 0.3 ms once, `normalize("NFD")` runs at half the speed
 * of the whole tokeniser, for every text. Long vowels are not folded here ("room" would become Rom): the build adds
 * them to the names as further spellings.
 */

/** Between words. */
export const separator = 0;
/** Part of no word and no boundary either: combining marks, zero-width characters, soft hyphen. */
export const invisible = 1;

const tableSize = 0x3000;
/**
 * First and last of each run of letters that nobody sees below that: combining marks (of Latin, Greek, Cyrillic, Hebrew
 * and Arabic), and what Unicode calls default ignorable (soft hyphen, joiners, directions, fillers). A page can put
 * them between the letters of a name.
 */
const unseen = [
  0xad, 0xad, 0x300, 0x36f, 0x483, 0x489, 0x591, 0x5bd, 0x61c, 0x61c, 0x64b, 0x65f, 0x115f, 0x1160, 0x17b4,
  0x17b5, 0x180b, 0x180f, 0x1ab0, 0x1aff, 0x1dc0, 0x1dff, 0x200b, 0x200f, 0x202a, 0x202e, 0x2060, 0x206f,
  0x20d0, 0x20ff,
];
/** First and last of the runs that hold Latin, Greek and Cyrillic letters. */
const letters = [0x00, 0x7f, 0xc0, 0x52f, 0x1e00, 0x1fff, 0x2c60, 0x2c7f];
/**
 * From the first of these to the last the letters of further scripts, Armenian to Myanmar, stand for themselves: no name
 * of the catalog is written in them, but a reader's rules are. From the second on there are no spaces between words.
 */
const further = [0x531, 0xe00, 0x109f] as const;
/** First and last of each run of marks between them. */
const parting = [
  0x55a, 0x55f, 0x589, 0x58a, 0x5be, 0x5be, 0x5c0, 0x5c0, 0x5c3, 0x5c3, 0x5c6, 0x5c6, 0x5f3, 0x5f4, 0x60c,
  0x60c, 0x61b, 0x61b, 0x61e, 0x61f, 0x66a, 0x66d, 0x6d4, 0x6d4, 0x964, 0x965, 0xe4f, 0xe4f, 0xe5a, 0xe5b,
];
/** To kanji that hardly any text has: each of them is a token of its own. */
const alone = 0x3400 - further[1];
let table: Uint16Array | undefined;

function build(): Uint16Array {
  const t = new Uint16Array(tableSize);
  for (let c: number = further[0]; c <= further[2]; c++) t[c] = c < further[1] ? c : c + alone;
  const fill = (runs: readonly number[], to: number) => {
    for (let i = 0; i < runs.length; i += 2) t.fill(to, runs[i], runs[i + 1]! + 1);
  };
  fill(parting, separator);
  for (let i = 0; i < letters.length; i += 2) {
    for (let c = letters[i]!; c <= letters[i + 1]!; c++) {
      const lower = String.fromCharCode(c).toLowerCase().normalize("NFD");
      const base = lower.charCodeAt(0);
      const letter = (base >= 0x61 && base <= 0x7a) || (base >= 0x30 && base <= 0x39) || base >= 0xdf;
      // 0xf7 is the sign of division.
      t[c] = letter && base !== 0xf7 ? base : separator;
    }
  }
  fill(unseen, invisible);
  const pairs = "×xøoðdþtłlđdħhıiŧtæaœoßs";
  for (let i = 0; i < pairs.length; i += 2) {
    const to = pairs.charCodeAt(i + 1);
    t[pairs.charCodeAt(i)] = to;
    t[pairs[i]!.toUpperCase().charCodeAt(0)] = to;
  }
  // What is folded to a letter that is folded itself ("ǽ" to "æ", "æ" to "a") goes all the way at once.
  for (let i = 0; i < letters.length; i += 2) {
    for (let c = letters[i]!; c <= letters[i + 1]!; c++) if (t[c]! > invisible) t[c] = t[t[c]!]!;
  }
  return t;
}

/** The table for code units below 0x3000: folded code unit, `separator` or `invisible`. */
export function foldTable(): Uint16Array {
  table ??= build();
  return table;
}

/** The fold of a code unit from 0x3000 on. */
export function foldHigh(c: number): number {
  if (c >= 0xff01 && c <= 0xff5e) return foldTable()[c - 0xfee0]!;
  if (c === 0xfeff || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xfe20 && c <= 0xfe2f)) return invisible;
  // Fillers of Hangul, and what is reserved to be ignored.
  if (c === 0x3164 || c === 0xffa0 || (c >= 0xfff0 && c <= 0xfff8)) return invisible;
  // The tags and selectors of plane 14 begin with U+DB40, signs of shorthand and of musical notation, among them some
  // that nobody sees, with the other two. The second half of any other letter ends no word that its first half has not
  // ended.
  if (c === 0xdb40 || c === 0xd82f || c === 0xd834 || (c >= 0xdc00 && c <= 0xdfff)) return invisible;
  return isScript(c) ? c : separator;
}

/** The fold of any code unit. What folds every letter of a page looks into the table by itself. */
export function fold(c: number): number {
  return c < 0x3000 ? foldTable()[c]! : foldHigh(c);
}

/** Scripts without spaces between words (kana, kanji, hangul): each character is a token of its own. */
export function isScript(c: number): boolean {
  return (
    (c >= 0x3005 && c <= 0x3007) ||
    (c >= 0x3041 && c <= 0x3096) ||
    (c >= 0x30a1 && c <= 0x30fa) ||
    c === 0x30fc ||
    (c >= 0x3400 && c <= 0x9fff) ||
    (c >= 0xac00 && c <= 0xd7a3) ||
    (c >= 0xf900 && c <= 0xfaff) ||
    (c >= 0xff66 && c <= 0xff9f)
  );
}

/** These words, divided by spaces, each for itself. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));
