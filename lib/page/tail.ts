/**
 * The passage that the parser is still writing. Half a sentence can already tell, and what makes it a spoiler may be
 * its last word: where a show is the topic it stays covered until it ends.
 */
import type { Covers } from "./cover.ts";
import { flowOf } from "./elements.ts";
import { isElement, isText, lineStart } from "./flow.ts";
import { shieldTag } from "./names.ts";
import { lastOf, nameOf, previousOf } from "./nodes.ts";
import type { Reader, Run } from "./reader.ts";

export interface Tail {
  /** Looks where the parser is; call after each batch. */
  follow(): void;
  isOpen(run: Run): boolean;
}

export function createTail(document: Document, reader: Reader, covers: Covers, active: () => boolean): Tail {
  const reason = {};
  let open: Run | undefined;
  let covered: Element | undefined;

  const last = (): Run | undefined => {
    if (document.readyState !== "loading" || !reader.active) return undefined;
    let node: Node | null = document.body;
    for (let inside = node && lastOf(node); inside; inside = node && lastOf(node))
      node = isElement(inside) && nameOf(inside) === shieldTag ? previousOf(inside) : inside;
    // An element that has just been opened is written after what stands before it, unless it begins a line itself.
    if (!node || (isElement(node) && flowOf(node) === "block")) return undefined;
    const first = lineStart(node);
    return first && isText(first) ? reader.runs(first).at(-1) : undefined;
  };
  return {
    follow() {
      open = last();
      const topical = open && active() && (open.before.topical || open.after.topical);
      const element = topical ? (open?.block ?? undefined) : undefined;
      if (element === covered) return;
      // The new one first: an element that both hold must not lose its cover.
      const old = covered;
      covered = element;
      if (old) covers.release(reason);
      if (element) covers.hold(element, reason);
    },
    isOpen: (run) => run === open,
  };
}
