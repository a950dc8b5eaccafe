/** Walking along a line of text through inline elements, up to where the passage ends. */
import { flowOf } from "./elements.ts";

/** A text node, or the joiner that stands for an element between two of them. */
export type Bit = Text | string;

export const isText = (node: Node | null | undefined): node is Text => node?.nodeType === 3;
export const isElement = (node: Node | null | undefined): node is Element => node?.nodeType === 1;
const hasLetters = (node: Text) => /\S/.test(node.data);

/** The node after this one in document order within `root`; with `into` false its inside is left out. */
export function step(node: Node, root: Node, into: boolean): Node | null {
  if (into && node.firstChild) return node.firstChild;
  for (let at: Node | null = node; at && at !== root; at = at.parentNode)
    if (at.nextSibling) return at.nextSibling;
  return null;
}

/** The node before this one in document order, also out of shadow roots. */
export function stepBack(node: Node): Node | null {
  let before: Node | null = node.previousSibling;
  if (!before) return node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
  while (before.lastChild) before = before.lastChild;
  return before;
}

/**
 * Does the inside of the element belong to the line that it is in? The way out of it must be the way in: text that a
 * script has put into a `<br>`, say, is a line of its own, or the two lines would take its nodes from each other for ever.
 */
function isPartOfLine(element: Element): boolean {
  const flow = flowOf(element);
  return flow === "inline" || flow === "cell";
}

/** The first text node of the passage that this position is in; two line breaks in a row end a passage. */
export function lineStart(from: Node, holds: (text: Text) => boolean = hasLetters): Text | undefined {
  let first = isText(from) ? from : undefined;
  let breaks = 0;
  for (let node = from; ; ) {
    if (node.previousSibling) node = node.previousSibling;
    else {
      const up = node.parentElement;
      if (!up || !isPartOfLine(up)) return first;
      node = up;
      continue;
    }
    for (let inside = true; inside; ) {
      inside = false;
      if (isText(node)) {
        if (holds(node)) {
          first = node;
          breaks = 0;
        }
      } else if (isElement(node)) {
        const flow = flowOf(node);
        if (flow === "block") return first;
        if (flow === "break" && ++breaks === 2) return first;
        if (flow === "atom") breaks = 0;
        if (isPartOfLine(node) && node.lastChild) {
          node = node.lastChild;
          inside = true;
        }
      }
    }
  }
}

/** The passage from its first text node on: text nodes and the joiners between them. */
export function line(first: Text, holds: (text: Text) => boolean = hasLetters): Bit[] {
  const bits: Bit[] = [];
  let breaks = 0;
  let node: Node | null = first;
  while (node) {
    let into = false;
    if (isText(node)) {
      bits.push(node);
      if (holds(node)) breaks = 0;
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
      into = isPartOfLine(node);
    }
    if (into && node.firstChild) node = node.firstChild;
    else {
      while (node && !node.nextSibling) {
        const up: Element | null = node.parentElement;
        node = up && isPartOfLine(up) ? up : null;
      }
      node = node?.nextSibling ?? null;
    }
  }
  return bits;
}
