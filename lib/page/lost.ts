/**
 * Who writes elsewhere what could be read of a text ("Read more", `e.textContent = e.textContent`) gets the whole of it
 * back: that something was missing shows by the two spaces around it.
 */
import { isUntouched } from "./elements.ts";
import { isText } from "./flow.ts";
import { longest } from "./passages.ts";

/** So many texts that are gone are remembered, and given back so often each: who goes on taking them out means it. */
const [most, often] = [20, 3];

export interface Lost {
  /** The page has taken out a text of which it could read what stands `before` and `after` our veils. */
  keep(full: string, before: string, after: string): void;
  /**
   * Puts the whole of it into what the page has added or written, and into what stands in `crowds`, each from this node
   * on: what stands before that is not read again.
   */
  giveBack(crowds: ReadonlyMap<Node, Node | null>, ...nodes: Iterable<Node>[]): void;
}

export function createLost(document: Document): Lost {
  /** By what the page could read. */
  const read = new Map<string, { readonly full: string; left: number }>();
  const giveBackTo = (text: Text) => {
    for (const [seen, whole] of text.length > longest ? [] : read) {
      const at = text.data.indexOf(seen);
      // Not to who has copied it into a draft.
      if (at >= 0 && !isUntouched(text) && whole.left-- > 0) text.replaceData(at, seen.length, whole.full);
    }
  };
  return {
    keep(full, before, after) {
      const seen = before + after;
      // What is left of it cannot be anything else.
      if (read.has(seen) || !/\S\s$/.test(before) || !/^\s+\S/.test(after)) return;
      read.set(seen, { full, left: often });
      for (const oldest of read.keys()) if (read.size > most) read.delete(oldest);
    },
    giveBack(crowds, ...nodes) {
      if (read.size === 0) return;
      const wanted = new Map(crowds);
      for (const some of nodes) for (const node of some) wanted.set(node, null);
      for (const [within, first] of wanted) {
        const texts = document.createTreeWalker(within, 4);
        const from = (texts.currentNode = first ?? within);
        for (let node = isText(from) ? from : texts.nextNode(); node; node = texts.nextNode())
          giveBackTo(node as Text);
      }
    },
  };
}
