/**
 * Where a browser may end a line, by the rules of Unicode's line breaking (UAX #14) as far as hidden text needs them.
 * Pure.
 */

const words = /\s+|[^\s\u2010-\u2014/-]+[\u2010-\u2014/-]*|[\u2010-\u2014/-]+/g;

// In Japanese and Chinese after any letter, but not before a mark that closes nor after one that opens; before a small
// kana or a long vowel only as the page's `line-break` says, so that they stay with the letter before.
const ideographs = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const letters =
  /\s+|[\p{Ps}\p{Pi}]*(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{Ps}\p{Pi}\u3000-\u303f\uff00-\uff0f・…]+)?[\p{Pe}\p{Pf}\p{Po}\p{Pd}ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々ゝヽ]*/gu;

// Where the browser itself asks a dictionary.
const needsDictionary = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** The text in pieces between which a line may end; white space is a piece of its own. */
export function unbroken(text: string): readonly string[] {
  if (needsDictionary.test(text)) {
    const words = new Intl.Segmenter(undefined, { granularity: "word" });
    return Array.from(words.segment(text), ({ segment }) => segment);
  }
  return text.match(ideographs.test(text) ? letters : words)?.filter(Boolean) ?? [];
}
