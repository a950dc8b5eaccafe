/** Mutation records made into what has to be read again: work in proportion to what has changed. */
import { editableAttribute, flowOf } from "./elements.ts";
import { crowded, isElement, isText } from "./flow.ts";
import { islandAttribute } from "./hydration.ts";
import { labelNames } from "./labels.ts";
import { coverAttribute, crowdAttribute, shieldTag, veilTag } from "./names.ts";
import { firstOf, lastOf, nameOf, nextOf, previousOf } from "./nodes.ts";
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
  /** Parents to which very many have come, each with the first of them; null: all in it is to be read. */
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
  const crowds = new Map<Node, Node | null>();
  const parents = new Map<Node, { came: number; first: Node | null | undefined }>();
  const inside = new Set<Node>();
  const written = new Set<Node>();
  const added = new Set<Node>();
  const attributes: [Element, string][] = [];
  const shields = new Set<Element>();
  for (const record of records) {
    const { target } = record;
    if (record.type === "attributes") {
      attributes.push([target as Element, record.attributeName ?? ""]);
      continue;
    }
    const shield = splits.size ? splits.owner(target) : null;
    if (shield) {
      shields.add(shield);
      continue;
    }
    if (record.type === "characterData") {
      nodes.add(target);
      written.add(target);
      continue;
    }
    // What has come into new elements is read with them: a parser tells of each by itself, however deep it stands.
    if (nodes.has(target) || inside.has(target)) {
      if (inside.size < crowded) for (const node of record.addedNodes) if (isElement(node)) inside.add(node);
      continue;
    }
    let parent = parents.get(target);
    if (!parent) parents.set(target, (parent = { came: 0, first: undefined }));
    parent.came += record.addedNodes.length;
    // Only where all has been put to its end, and nothing has been moved, do they stand behind the first.
    if (record.nextSibling || record.removedNodes.length) parent.first = null;
    else if (parent.first === undefined) parent.first = record.addedNodes[0];
    if (parent.came > crowded) {
      crowds.set(target, parent.first ?? null);
      continue;
    }
    for (const node of record.addedNodes)
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
      const text = edge(side, last, known);
      if (text) nodes.add(text);
    }
  }
  return { nodes, crowds, written, added, attributes, shields };
}

const isOurs = (element: Element, splits: Splits) =>
  (nameOf(element) === shieldTag || nameOf(element) === veilTag) && splits.owner(element) !== null;

/**
 * The known text at the near edge of a neighbour, if it is in the same line. Frameworks keep comments and empty texts
 * where they put things in and take them out: those are passed.
 */
function edge(side: Node | null, last: boolean, known: (node: Text) => boolean): Text | null {
  let node = side;
  for (let steps = 0; node && steps < reach; steps++) {
    if (isText(node) && known(node)) return node;
    let inner: Node | null = null;
    if (isElement(node)) {
      const flow = flowOf(node);
      if (!/^(inline|skip|nothing)$/.test(flow)) return null;
      if (flow === "inline") inner = last ? lastOf(node) : firstOf(node);
    }
    node = inner ?? (last ? previousOf(node) : nextOf(node));
  }
  return null;
}
