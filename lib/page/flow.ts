/** Walking along a line of text through inline elements, up to where the passage ends. */
import { flowOf } from "./elements.ts";
import {
  above,
  firstOf,
  lastOf,
  nameOf,
  nextOf,
  parentElementOf,
  parentOf,
  previousOf,
  typeOf,
} from "./nodes.ts";

/** A line of so many nodes is cut where a sentence ends, or at twice as many: work per change stays bounded. */
const most = 3000;

/** Where more than this has come to one parent at once, each by itself would take too long: it is read from there on. */
export const crowded = 2000;

/** A text node, or the joiner that stands for an element between two of them. */
export type Bit = Text | string;

export const isText = (node: Node | null | undefined): node is Text => !!node && typeOf(node) === 3;
export const isElement = (node: Node | null | undefined): node is Element => !!node && typeOf(node) === 1;

/** The node after this one in document order within `root`; with `into` false its inside is left out. */
export function step(node: Node, root: Node, into: boolean): Node | null {
  const first = into ? firstOf(node) : null;
  if (first) return first;
  for (let at: Node | null = node; at && at !== root; at = parentOf(at)) {
    const next = nextOf(at);
    if (next) return next;
  }
  return null;
}

/** The node before this one in document order, also out of shadow roots. */
export function stepBack(node: Node): Node | null {
  const before = previousOf(node);
  if (!before) return above(node);
  let at: Node = before;
  for (let last = lastOf(at); last; last = lastOf(at)) at = last;
  return at;
}

/**
 * Does the inside of the element belong to the line that it is in? The way out of it must be the way in: text that a
 * script has put into a `<br>`, say, is a line of its own, or the two lines would take its nodes from each other for
 * ever.
 */
export function isPartOfLine(element: Element): boolean {
  const flow = flowOf(element);
  return flow === "inline" || flow === "cell";
}

/**
 * The first text node of the line that this position is in; two line breaks in a row end a line. `ends`: is the line
 * cut behind this text?
 */
export function lineStart(
  from: Node,
  holds: (text: Text) => boolean,
  ends: (text: Text) => boolean,
): Text | undefined {
  let first = isText(from) && holds(from) ? from : undefined;
  let breaks = 0;
  for (let node = from; ; ) {
    const before: Node | null = previousOf(node);
    if (before) node = before;
    else {
      const up: Element | null = parentElementOf(node);
      if (!up || !isPartOfLine(up)) return first;
      node = up;
      continue;
    }
    for (let inside = true; inside; ) {
      inside = false;
      if (isText(node)) {
        if (holds(node)) {
          if (first && ends(node)) return first;
          first = node;
          breaks = 0;
        }
      } else if (isElement(node)) {
        const flow = flowOf(node);
        if (flow === "block") return first;
        if (flow === "break" && ++breaks === 2) return first;
        if (flow === "atom") breaks = 0;
        const last = isPartOfLine(node) ? lastOf(node) : null;
        if (last) {
          node = last;
          inside = true;
        }
      }
    }
  }
}

/**
 * The line from its first text node on: text nodes and the joiners between them. `last`: the last text, where the line
 * is so long that it is cut behind that.
 */
export function line(first: Text, textOf: (text: Text) => string): { bits: Bit[]; last?: Text } {
  const bits: Bit[] = [];
  let breaks = 0;
  let nodes = 0;
  let last = first;
  let node: Node | null = first;
  while (node) {
    let into = false;
    nodes++;
    if (isText(node)) {
      if (/\S/.test(textOf(node))) {
        if (nodes > most && (nodes > 2 * most || /[.!?…。！？]\W*$/.test(textOf(last).slice(-4))))
          return { bits, last };
        last = node;
        breaks = 0;
      }
      bits.push(node);
    } else if (isElement(node)) {
      const flow = flowOf(node);
      if (flow === "block") break;
      if (flow === "break" && ++breaks === 2) break;
      if (flow === "break") bits.push("\n");
      else if (flow === "cell") bits.push(" | ");
      else if (flow === "atom") {
        bits.push(" ");
        breaks = 0;
      }
      // A word of its own, or a line; but not a letter.
      else if (nameOf(node) === "div" && node.textContent.length > 1) bits.push(" ");
      into = isPartOfLine(node);
    }
    const first: Node | null = into ? firstOf(node) : null;
    if (first) node = first;
    else {
      while (node && !nextOf(node)) {
        const up: Element | null = parentElementOf(node);
        node = up && isPartOfLine(up) ? up : null;
      }
      node = node && nextOf(node);
    }
  }
  return { bits };
}

/** Is there nothing in the element, or white space alone? */
export function isBlank(element: Element): boolean {
  for (let node = firstOf(element); node; node = nextOf(node))
    if (!isText(node) || /\S/.test(node.data)) return false;
  return true;
}
