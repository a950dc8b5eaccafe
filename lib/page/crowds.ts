/** So much that has come or changed in one task that it is not taken one by one, but read where it stands. */
import { crowded } from "./flow.ts";
import { above, contains, isIn, parentOf, typeOf } from "./nodes.ts";

export interface Crowds {
  /** In what there is to be read, each with the first node that came there; null: all in it. */
  readonly all: ReadonlyMap<Node, Node | null>;
  /** Is what the record tells of read with something that it stands in? */
  takes(record: MutationRecord): boolean;
}

/** `single`: what is to be read one by one; it leaves these for a crowd. `added`: what the page has put somewhere. */
export function createCrowds(single: Set<Node>, added: Set<Node>): Crowds {
  const all = new Map<Node, Node | null>();
  const parents = new Map<Node, { came: number; first?: Node | null | undefined }>();
  /** What has come into what is to be read: a parser tells of each by itself, however deep it stands. */
  const inside = new Set<Node>();
  /** What everything else stands in, once there is too much of it here and there. */
  let common: Node | undefined;

  const note = ({ addedNodes }: MutationRecord, ...sets: readonly Set<Node>[]): true => {
    // What comes as one has mostly got its inside before.
    if (addedNodes.length <= crowded) for (const node of addedNodes) for (const set of sets) set.add(node);
    return true;
  };
  const spread = (node: Node) => {
    if (!isIn(node)) return;
    let around = common ?? node;
    // What stands in a shadow tree outside is found by its host.
    for (let up: Node | null = around; up && typeOf(up) !== 9; up = contains(up, node) ? null : above(up))
      around = up;
    if (around === common) return;
    if (common) all.delete(common);
    common = around;
    all.set(common, null);
  };
  return {
    all,
    takes(record) {
      const { target } = record;
      if (single.has(target) || inside.has(target)) return note(record, inside);
      // Half of them may be about to be a crowd by themselves.
      if (single.size > 2 * crowded) {
        for (const node of single) spread(node);
        single.clear();
      }
      if (common) {
        spread(target);
        return note(record, added);
      }
      if (record.type === "characterData") return false;
      let parent = parents.get(target);
      if (!parent) parents.set(target, (parent = { came: 0 }));
      parent.came += record.addedNodes.length;
      // Only where all has been put to its end, and nothing has been moved, do they stand behind the first.
      if (record.nextSibling || record.removedNodes.length) parent.first = null;
      else if (parent.first === undefined) parent.first = record.addedNodes[0];
      if (parent.came <= crowded) return false;
      // What was there before and was only written, or stands beside them, stays: it need not stand behind the first.
      if (!all.has(target))
        for (const node of single)
          if (parentOf(node) === target && added.has(node)) {
            single.delete(node);
            inside.add(node);
          }
      all.set(target, parent.first ?? null);
      return note(record, inside, added);
    },
  };
}
