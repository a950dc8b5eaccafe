/**
 * Text to sentences: a hand scanner that knows abbreviations, initials and titles with a mark at their end.
 * Intl.Segmenter breaks on exactly our words ("Portgas D. Ace", "Angel Beats! is") and is quadratic before V8 12.4.
 * A wrong join blurs one sentence too many, a wrong break loses name and cue in one unit: in doubt it joins.
 */

import { isScript, wordSet } from "./fold.ts";

const abbreviations = wordSet(
  "mr mrs ms dr prof st jr sr vs etc ep eps vol no ch pt fig e.g i.e feat approx dept gen lt col sgt capt rev op",
);
const closers = "\"'”’»)]』」）";
const ends = ".!?…";
const scriptEnds = "。！？";

/**
 * Offsets after which a sentence ends, the text's length last. `inside(i)` says that offset i lies within or at the
 * end of a name or title that holds a mark of its own.
 */
export function sentenceEnds(text: string, inside: (offset: number) => boolean): number[] {
  const out: number[] = [];
  const n = text.length;
  for (let i = 0; i < n; i++) {
    const c = text.charCodeAt(i);
    if (c === 0xb7 || c === 0x2022) {
      if (isByline(text, i)) out.push(i);
      continue;
    }
    // Letters and spaces: neither a mark at the end of a sentence nor a line break.
    if ((c > 0x3f && c < 0x2026) || (c > 0x21 && c < 0x2e)) continue;
    if (c === 0x20 || c === 0x3000) {
      // Asked of each space there is: behind a Latin letter it does not.
      if (text.charCodeAt(i - 1) > 0x3000 && partsClauses(text, i, out.at(-1) ?? 0) && !inside(i))
        out.push(i + 1);
      continue;
    }
    const ch = text[i]!;
    if (ch === "\n") {
      if (!inside(i)) out.push(i + 1);
      continue;
    }
    if (scriptEnds.includes(ch)) {
      let j = i + 1;
      while (j < n && (closers.includes(text[j]!) || scriptEnds.includes(text[j]!))) j++;
      out.push(j);
      i = j - 1;
      continue;
    }
    if (!ends.includes(ch)) {
      if (c !== 0x3a && (c < 0xd83c || c > 0xdbff)) continue;
      const end = facesEnd(text, i);
      if (end === 0 || inside(i)) continue;
      if (isBehindFaces(text, i, end)) out.push(end + 1);
      // Nor behind the others of a row: each would have all that follow it looked at again.
      i = end - 1;
      continue;
    }
    let j = i + 1;
    while (j < n && (ends.includes(text[j]!) || closers.includes(text[j]!))) j++;
    notes.lastIndex = j;
    j += notes.exec(text)?.[0].length ?? 0;
    if (j < n && !isSpace(text[j]!)) {
      i = j - 1;
      continue;
    }
    let k = j;
    while (k < n && isSpace(text[k]!)) k++;
    const ellipsis = ch === "…" || (ch === "." && text[i + 1] === ".");
    const stop =
      k >= n ||
      (!inside(i) &&
        startsSentence(text, k, text.slice(i, j)) &&
        !(ch === "." && j === i + 1 && abbreviated(text, i)));
    if (stop && !(ellipsis && k < n && !startsCapital(text, k))) out.push(k);
    i = k - 1;
  }
  if (out[out.length - 1] !== n && n > 0) out.push(n);
  return out;
}

/** Numbers of footnotes, as encyclopaedias have them behind a full stop: "she dies.[2][a] Later". */
const notes = /(?:\[[^[\]]{1,20}\])+/y;

/** What a site puts behind a headline, which has no full stop: "She dies · 3 min read", "• 12 comments". */
const isByline = (text: string, dot: number) =>
  text[dot - 1] === " " && /^ \d/.test(text.slice(dot + 1, dot + 3));

/** Fewer characters before a space in Japanese are a name, or a heading's number. */
const fewest = 6;

/**
 * Japanese puts no spaces between words: one in the midst of it, as posts without marks have them, parts what is said.
 */
function partsClauses(text: string, space: number, from: number): boolean {
  // Korean does.
  const isOf = (at: number) => text.charCodeAt(at) < 0xac00 && isScript(text.charCodeAt(at));
  return space - from >= fewest && isOf(space - 1) && isOf(space + 1);
}

function isSpace(ch: string): boolean {
  return (
    ch === " " || ch === "\u00a0" || ch === "\t" || ch === "\u3000" || ch === "\u2009" || ch === "\u200b"
  );
}

function startsCapital(text: string, k: number): boolean {
  const ch = text[k]!;
  return ch !== ch.toLowerCase() || "\"'“‘«(「『".includes(ch);
}

const faces = /(?::'?[()]|\p{Emoji_Presentation}|\p{EMod}|\ufe0f)+/uy;
const letter = /\p{L}/uy;

/** Where a row of faces that begins at `i` ends; 0: none does. */
function facesEnd(text: string, i: number): number {
  faces.lastIndex = i;
  return faces.test(text) ? faces.lastIndex : 0;
}

/** Does a sentence begin behind faces, `[i, end)`: "so sad :( Ash could have", "they find him 😭😭 if you"? */
function isBehindFaces(text: string, i: number, end: number): boolean {
  letter.lastIndex = end + 1;
  if (text[end] !== " " || !letter.test(text)) return false;
  // One before a small letter may stand in the midst of a sentence.
  return end > i + 2 || startsCapital(text, end + 1);
}

/**
 * A lower-case word does not start a sentence, unless several signs stand before it ("?!", "!!"), or people write
 * without capitals: then one decides. `sign`: what stands before.
 */
function startsSentence(text: string, k: number, sign: string): boolean {
  const ch = text[k]!;
  if (startsCapital(text, k) || ch === ch.toUpperCase() || /^[!?]{2,}$/.test(sign)) return true;
  return !/[A-Z]/.test(text.slice(Math.max(0, k - 200), k));
}

/** Does the full stop at `dot` belong to an abbreviation or an initial? */
export function abbreviated(text: string, dot: number): boolean {
  let s = dot;
  while (s > 0 && !isSpace(text[s - 1]!) && !"(\"“'‘".includes(text[s - 1]!)) s--;
  const word = text.slice(s, dot);
  // Initials: "Monkey D. Luffy", "P.A. Works"; a lone "I." does end a sentence.
  if (/^[A-HJ-Z]$/.test(word) || /^([A-Za-z]\.)+[A-Za-z]$/.test(word)) return true;
  return abbreviations.has(word.toLowerCase());
}
