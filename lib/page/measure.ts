/**
 * How wide the words are that are about to be hidden, so that what stands for them takes up the same place and nothing
 * on the page moves. Asking makes the browser lay out the page: so it is asked once, for all of them, before anything
 * is written, and only for what has been laid out (what scripts have just added never was).
 */
import { isHollow } from "./cover-text.ts";
import { unbroken } from "./line-ends.ts";
import { around, boxOf, nameOf } from "./nodes.ts";
import { type Range as Letters, rangesOf } from "./passages.ts";
import type { Run } from "./reader.ts";
import { noteStand } from "./stand.ts";
import { createUpwards } from "./upwards.ts";

export interface Measured {
  /** Words and the white space between them, in order. `width`: CSS pixels along the line. */
  readonly words: readonly { readonly text: string; readonly width?: number }[];
  /** Are its letters not seen by their own colour, but by the ground that they cut out, or an outline? */
  readonly hollow: boolean;
  /** Does the box that may scroll with them do so to the left, or upwards where lines run down? */
  readonly backwards: boolean;
  /** Has this veil, drawn in the same task, moved what stands around it? */
  moved(veil: Element): boolean;
}

export interface Measures {
  /** Measures what is hidden of these passages. */
  take(runs: Iterable<Run>): void;
  /** What has been measured of exactly these letters. */
  of(letters: Letters, text: string): Measured | undefined;
  /**
   * Is the text laid out as a box of its own, so that two pieces of it would be two boxes? Asked anew unless it was
   * measured.
   */
  isBox(node: Text): boolean;
}

/** Words measured at once; the rest of a page that hides more may move by a letter's breadth. */
const most = 4000;

export function createMeasures(document: Document, textOf: (node: Text) => string): Measures {
  const known = new WeakMap<Text, Map<number, { text: string; measured: Measured }>>();
  const boxes = new Map<Text, boolean>();
  /** Where not all has been measured, so that what moves there tells nothing. */
  let unmeasured = new Set<Element | null>();

  const isBox = ({ parentElement }: Text) =>
    !!parentElement && /flex|grid/.test(getComputedStyle(parentElement).display);
  const measure = (node: Text, from: number, text: string, block: Element | null): Measured | undefined => {
    const style = block && getComputedStyle(block);
    const upright = !!style && /^vertical|^sideways/.test(style.writingMode);
    const laidOut = untransformed(block, upright);
    const range = document.createRange();
    const parts: { text: string; width?: number }[] = [];
    let some = false;
    // A justified line is full: if it is rounded up, its last word has no room.
    const slack = style?.textAlign === "justify" ? 1 / 64 : 0;
    let start = from;
    for (const word of unbroken(text)) {
      range.setStart(node, start);
      start += word.length;
      if (/^\s/.test(word)) {
        parts.push({ text: word });
        continue;
      }
      range.setEnd(node, start);
      const found = [...range.getClientRects()];
      // Chromium tells of a word that an ellipsis follows, or has cut, twice: as it is, and what is left of it.
      const widths = found
        .filter((box, index) => !found.slice(0, index).some((whole) => isWithin(box, whole)))
        .map(laidOut)
        .filter((width) => width > 0);
      const sum = widths.reduce((a, b) => a + b, 0);
      if (sum) some = true;
      // A word over two lines: each gets as many of its letters as it has of its width.
      let at = 0;
      widths.forEach((width, index) => {
        const to = index === widths.length - 1 ? word.length : at + Math.round((word.length * width) / sum);
        parts.push({ text: word.slice(at, to), width: width - slack });
        at = to;
      });
    }
    if (!some) return undefined;
    range.setStart(node, from);
    const stand = noteStand(node, block, range);
    const without = unmeasured;
    const element = around(node) as Element;
    return {
      words: parts,
      hollow: isHollow(element),
      backwards: scrollsBackwards(element),
      moved: (veil) => !without.has(block) && stand(veil),
    };
  };
  return {
    take(runs) {
      let left = most;
      boxes.clear();
      unmeasured = new Set();
      for (const run of runs)
        for (const { start, end } of run.hidden)
          for (const { node, from, to } of rangesOf(run.pieces, start, end)) {
            // Hidden already, or laid out no more.
            if (left < 0) unmeasured.add(run.block);
            if (left < 0 || textOf(node) !== node.data || !node.isConnected) continue;
            if (!boxes.has(node)) boxes.set(node, isBox(node));
            const text = node.data.slice(from, to);
            const measured = measure(node, from, text, run.block);
            left -= measured?.words.length ?? 1;
            if (!measured) continue;
            const others = known.get(node) ?? new Map();
            known.set(node, others.set(from, { text, measured }));
          }
    },
    of({ node, from }, text) {
      const found = known.get(node)?.get(from);
      return found?.text === text ? found.measured : undefined;
    },
    isBox(node) {
      const was = boxes.get(node);
      // What was true before the last batch was drawn may not be true any more.
      boxes.delete(node);
      return was ?? isBox(node);
    },
  };
}

/** The window runs as the body does. */
const scrollsBackwards = createUpwards(({ overflowX, direction }, element) =>
  overflowX !== "visible" || nameOf(element) === "body" ? direction === "rtl" : undefined,
);

const isWithin = (box: DOMRect, whole: DOMRect) =>
  box.left >= whole.left && box.right <= whole.right && box.top >= whole.top && box.bottom <= whole.bottom;

/**
 * How long a word is laid out whose box this is: a page that is scaled as a whole shows its words larger, and one that
 * is turned shows the box around a slanting word. How much it does either is told by what it has made of the block.
 */
function untransformed(block: Element | null, upright: boolean): (box: DOMRect) => number {
  const length = ({ width, height }: DOMRect) => (upright ? height : width);
  if (!block || !("offsetWidth" in block)) return length;
  const { offsetWidth: wide, offsetHeight: high } = block as HTMLElement;
  const { width, height } = boxOf(block);
  const turn = wide * height - high * width;
  const square = wide ** 2 - high ** 2;
  // By how much a length goes along its own direction, and across it. One that is only stretched goes across less than
  // not at all, and a square one does not tell; nor does what half a pixel makes, for `wide` and `high` are rounded.
  const across = square && Math.abs(turn) > (width + height) / 2 ? Math.max(0, turn / square) : 0;
  const along = across ? (wide * width - high * height) / square : upright ? height / high : width / wide;
  // What differs by less has been rounded.
  if (!across)
    return Math.abs(along - 1) > 0.02 && Number.isFinite(along) ? (box) => length(box) / along : length;
  return (box) => {
    const other = upright ? box.width : box.height;
    return Math.max(0, (along * length(box) - across * other) / (along ** 2 - across ** 2));
  };
}
