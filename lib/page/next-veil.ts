/** From veil to veil by a shortcut, in the order in which a reader meets them. */
import { veilTag } from "./names.ts";
import { focusVeil } from "./veil.ts";

/**
 * A function that moves the focus to the next veil, after the last one back to the first. False: there is none, or the
 * focus is in another frame.
 */
export function createNextVeil(document: Document): () => boolean {
  // A closed shadow root: the document's own `activeElement` is the veil itself, and is gone once it is revealed.
  let last: Element | undefined;
  return () => {
    if (!document.hasFocus() || document.activeElement?.localName === "iframe") return false;
    const veils = [...document.querySelectorAll(veilTag)];
    const from = last?.isConnected ? last : document.activeElement;
    const after = from
      ? veils.findIndex(
          (veil) => veil !== from && from.compareDocumentPosition(veil) & Node.DOCUMENT_POSITION_FOLLOWING,
        )
      : 0;
    const order = after > 0 ? [...veils.slice(after), ...veils.slice(0, after)] : veils;
    last = order.find((veil) => focusVeil(veil));
    return last !== undefined;
  };
}
