/** From one hidden thing to the next by a shortcut, in the order in which a reader meets them. */
import { coverAttribute, labelLooks, veilTag } from "./names.ts";
import { rootOf, shadowOf } from "./nodes.ts";

/**
 * What gives the focus to something hidden: the button of its veil, a picture that is one, or the label of what can be
 * none. The later veils of a group have nothing.
 */
export const doors = new WeakMap<Element, { focus(): void }>();

const hidden = [
  veilTag,
  ...[...labelLooks, "image", "backdrop"].map((look) => `[${coverAttribute}=${look}]`),
].join();

/** Does `b` come after `a`? What stands in a shadow tree comes where its host is. */
function follows(a: Node, b: Node): boolean {
  const out = (node: Node): Node | undefined => shadowOf(node)?.host;
  for (let x: Node | undefined = a; x; x = out(x))
    for (let y: Node | undefined = b; y; y = out(y))
      if (rootOf(x) === rootOf(y))
        return x === y || (x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  return false;
}

/**
 * A function that moves the focus to the next of them, after the last one back to the first. False: there is none, or
 * the focus is in another frame. `places`: a node of each tree in which there may be some.
 */
export function createNextVeil(document: Document, places: () => readonly Node[]): () => boolean {
  // A closed shadow root: the document's own `activeElement` is the veil itself, and is gone once it is revealed.
  let last: Element | undefined;
  /** What stood before it, and still does when it has been revealed. */
  let before: Node | null | undefined;
  return () => {
    const { activeElement } = document;
    if (!document.hasFocus() || activeElement?.localName === "iframe") return false;
    const roots = new Set([document, ...places().map(rootOf)]) as Iterable<ParentNode>;
    const all = [...roots]
      .flatMap((root) => [...root.querySelectorAll(hidden)])
      .sort((a, b) => (follows(a, b) ? -1 : 1));
    // The reader may have gone to another by Tab.
    const at = doors.has(activeElement as Element) ? activeElement : last;
    const from = [at, before, activeElement].find((place) => place?.isConnected);
    const after = from ? all.findIndex((each) => each !== from && follows(from, each)) : 0;
    const order = after > 0 ? [...all.slice(after), ...all.slice(0, after)] : all;
    // What is not drawn takes no focus.
    last = order.find((each) => doors.has(each) && each.checkVisibility({ visibilityProperty: true }));
    before = last?.previousElementSibling ?? last?.parentNode?.previousSibling;
    if (last) doors.get(last)?.focus();
    return last !== undefined;
  };
}
