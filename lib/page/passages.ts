/** Lines of text nodes made into passages, with the way back from a letter to the node it came from. Pure. */
import { clean, origin } from "./clean.ts";
import type { Bit } from "./flow.ts";

/** A longer text is cut: work per change stays bounded, and no sentence is that long. In letters of the source. */
export const longest = 10_000;

/** A stretch of one text node in a passage. */
export interface Piece {
  readonly node: Text;
  readonly data: string;
  /** `data` is `[from, from + data.length)` of the node's text. */
  readonly from: number;
  /** What stands between the piece before and this one. */
  readonly joiner: string;
  /** Where it begins in the passage, and how many letters of the passage it is. Filled in by `compose`. */
  at: number;
  length: number;
  afterSpace: boolean;
}

/** All of a text up to where its last sentence, or line, ends. */
const sentences = /^[\s\S]*(?:[.!?…]["'”’)\]]*\s+|[。！？\n])/;

/**
 * What a site itself says behind a sentence, in a text node of its own: no part of that, which may have no full stop. The
 * names of controls have a number beside them, and a capital, which most words in the midst of a sentence have not.
 */
const remark = /^\s*\((?:edited|bearbeitet|modifié|editado|編集済み?)\)\s*$/i;
const control =
  /^\P{L}*(?:Repl(?:y|ies)|(?:Like|Share)s?|Report|Quote|Save|Follow|Antworten|Teilen|Répondre|Responder|(?:Read|See|Show) more|返信|いいね)\P{L}*$/u;
/** More than a word: pages that give each word a text node of its own have the same words in their sentences. */
const several = /\S\s+\S|[\u3040-\u9fff]{2}/;

/** Cuts a line into drafts of at most `longest` letters, between sentences where it can, else at spaces. */
export function cut(bits: readonly Bit[], textOf: (node: Text) => string): Piece[][] {
  const drafts: Piece[][] = [];
  let draft: Piece[] = [];
  let room = longest;
  let joiner = "";
  /** Are there several words in the text before? Asked once: a text of megabytes may have thousands of controls behind it. */
  let isSaid = false;
  for (const bit of bits) {
    if (typeof bit === "string") {
      joiner = joiner === " " || !joiner ? bit : joiner;
      continue;
    }
    const data = textOf(bit);
    if (remark.test(data) || (isSaid && control.test(data))) {
      joiner = "\n";
      continue;
    }
    if (/\p{L}/u.test(data)) isSaid = several.test(data);
    for (let from = 0; from < data.length; ) {
      let to = data.length;
      if (to - from > room) {
        const text = data.slice(from, from + room);
        to = from + ((sentences.exec(text)?.[0].length ?? text.lastIndexOf(" ") + 1) || room);
        // Never between the halves of a letter.
        if (/[\ud800-\udbff]/.test(data.charAt(to - 1))) to++;
      }
      draft.push({ node: bit, data: data.slice(from, to), from, joiner, at: 0, length: 0, afterSpace: true });
      room -= to - from;
      from = to;
      joiner = "";
      if (room <= 0 || from < data.length) {
        drafts.push(draft);
        draft = [];
        room = longest;
      }
    }
  }
  if (draft.length) drafts.push(draft);
  return drafts;
}

/**
 * Two elements beside each other that only the page's style parts: a sentence ends, or a word, and another begins, or a
 * count stands behind a word.
 */
const ended = /(?:[.!?…]["'”’)\]]*|\p{L}\p{Ll}|\d)$/u;
const begun = /^["'“‘(]?\p{Lu}(?:\p{L}|\s)/u;
const isParted = (end: string, next: string) =>
  (ended.test(end) && begun.test(next)) || (/\p{Ll}$/u.test(end) && /^\d/.test(next));
const tag = /^\s*#\p{L}/u;

/** The passage's text, with line ends kept if `lines`; fills in where each piece stands in it. */
export function compose(pieces: readonly Piece[], lines?: boolean): string {
  let text = "";
  let tagged = false;
  for (const piece of pieces) {
    if (!piece.joiner && isParted(text.slice(-4), piece.data)) text += " ";
    // Each of a row of tags says something of its own.
    const isTag = tag.test(piece.data);
    if (isTag && tagged) text += "\n";
    if (isTag || /\S/.test(piece.data)) tagged = isTag;
    if (text && piece.joiner) text = piece.joiner === " " && text.endsWith(" ") ? text : text + piece.joiner;
    piece.at = text.length;
    piece.afterSpace = !text || /\s$/.test(text);
    const cleaned = clean(piece.data, piece.afterSpace, lines);
    piece.length = cleaned.length;
    text += cleaned;
  }
  return text.trimEnd();
}

/** A stretch within one text node. */
export interface Range {
  readonly node: Text;
  readonly from: number;
  readonly to: number;
}

/** The stretches of text nodes that `[start, end)` of the passage came from; white space at either end left out. */
export function rangesOf(pieces: readonly Piece[], start: number, end: number): Range[] {
  const ranges: Range[] = [];
  for (const piece of pieces) {
    const first = Math.max(start, piece.at) - piece.at;
    const last = Math.min(end, piece.at + piece.length) - piece.at;
    if (first >= last) continue;
    let from = origin(piece.data, piece.afterSpace, first);
    let to = origin(piece.data, piece.afterSpace, last - 1) + 1;
    while (from < to && /\s/.test(piece.data.charAt(from))) from++;
    while (to > from && /\s/.test(piece.data.charAt(to - 1))) to--;
    if (from < to) ranges.push({ node: piece.node, from: piece.from + from, to: piece.from + to });
  }
  return ranges;
}

/** Same nodes, same letters? */
export function samePieces(a: readonly Piece[], b: readonly Piece[]): boolean {
  return (
    a.length === b.length &&
    a.every((piece, index) => {
      const other = b[index];
      return (
        other !== undefined &&
        piece.node === other.node &&
        piece.from === other.from &&
        piece.joiner === other.joiner &&
        piece.data === other.data
      );
    })
  );
}
