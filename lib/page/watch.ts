/** Mutation records made into what has to be read again: work in proportion to what has changed. */
import { createCrowds } from "./crowds.ts";
import { editableAttribute, flowOf } from "./elements.ts";
import { isElement, isPartOfLine, isText } from "./flow.ts";
import { islandAttribute } from "./hydration.ts";
import { labelNames } from "./labels.ts";
import { coverAttribute, crowdAttribute, shieldTag, veilTag } from "./names.ts";
import { firstOf, lastOf, nameOf, nextOf, parentOf, previousOf } from "./nodes.ts";
import type { Splits } from "./split.ts";

export const watched: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: [...labelNames, coverAttribute, crowdAttribute, islandAttribute, editableAttribute],
};

/** So many neighbours without text are passed: a page may put thousands of them beside each other. */
const reach = 50;

export interface Changes {
  /** Added subtrees, changed text nodes, and the neighbours of what was taken out. */
  readonly nodes: Set<Node>;
  /** In what very much has come or changed, each with the first node that came there; null: all in it is to be read. */
  readonly crowds: ReadonlyMap<Node, Node | null>;
  /** Text nodes that the page has written into. */
  readonly written: Set<Node>;
  /** What it has put somewhere, but for what came with new elements. */
  readonly added: Set<Node>;
  readonly attributes: readonly (readonly [Element, string])[];
  /** Elements of ours that the page has written into. */
  readonly shields: Set<Element>;
}

/** Sorts the records. `known`: has this text node been read as part of a passage? Undefined: none has. */
export function sift(
  records: readonly MutationRecord[],
  splits: Splits,
  known: ((node: Text) => boolean) | undefined,
): Changes {
  const nodes = new Set<Node>();
  const written = new Set<Node>();
  const added = new Set<Node>();
  const crowds = createCrowds(nodes, added);
  const attributes: [Element, string][] = [];
  const shields = new Set<Element>();
  for (const record of records) {
    const { target, addedNodes } = record;
    if (record.type === "attributes") {
      attributes.push([target as Element, record.attributeName ?? ""]);
      continue;
    }
    const shield = splits.size ? splits.owner(target) : null;
    if (shield) {
      shields.add(shield);
      continue;
    }
    const isWritten = record.type === "characterData";
    if (isWritten) written.add(target);
    if (crowds.takes(record)) continue;
    if (isWritten) {
      nodes.add(target);
      continue;
    }
    for (const node of addedNodes)
      if (isText(node) || (isElement(node) && !isOurs(node, splits))) {
        nodes.add(node);
        added.add(node);
      }
    if (!known) continue;
    // What was two passages may be one now, or the other way round.
    for (const [side, last] of [
      [record.previousSibling, true],
      [record.nextSibling, false],
    ] as const) {
      const text = edge(side, target, last, known);
      if (text) nodes.add(text);
    }
  }
  return { nodes, crowds: crowds.all, written, added, attributes, shields };
}

const isOurs = (element: Element, splits: Splits) =>
  (nameOf(element) === shieldTag || nameOf(element) === veilTag) && splits.owner(element) !== null;

/**
 * The known text nearest to a place in `parent`, beside `side`, if it may be in the same line: where an inline element
 * or a cell ends, its line goes on. Frameworks keep comments and empty texts where they put things in and take them out:
 * those are passed.
 */
function edge(side: Node | null, parent: Node, last: boolean, known: (node: Text) => boolean): Text | null {
  const beside = last ? previousOf : nextOf;
  let node = side;
  let up: Node | null = parent;
  for (let steps = 0; steps < reach; steps++) {
    if (node) {
      if (isText(node) && known(node)) return node;
      let inner: Node | null = null;
      if (isElement(node)) {
        if (flowOf(node) === "block") return null;
        if (isPartOfLine(node)) inner = (last ? lastOf : firstOf)(node);
      }
      up = inner ? node : parentOf(node);
      node = inner ?? beside(node);
    } else {
      if (!isElement(up) || !isPartOfLine(up)) return null;
      node = beside(up);
      up = parentOf(up);
    }
  }
  return null;
}
