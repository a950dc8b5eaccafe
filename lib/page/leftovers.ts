/**
 * What a shield before this one has left in the page. Firefox starts the script of an updated extension in pages that are
 * open, and has ended the old one without a word: its veils could never be opened again. What they hide is kept where
 * only extensions can look, in their closed roots.
 */
import { coverAttribute, shieldTag } from "./names.ts";

/** Keeps a text in a veil's root: not drawn, found, copied or read aloud, and out of the page's reach. */
export function keepText(root: ShadowRoot, text: string): void {
  root.append(root.ownerDocument.createComment(text));
}

/** Makes text again of all that stands in `root`; call before anything of one's own is there. */
export function clearLeftovers(root: ParentNode, openShadow: (element: Element) => ShadowRoot | null): void {
  for (const shield of root.querySelectorAll(shieldTag)) {
    let text = "";
    for (const part of shield.childNodes) {
      const inside = part.nodeType === 1 ? openShadow(part as Element)?.childNodes : undefined;
      const comment = inside && [...inside].find((node) => node.nodeType === 8);
      text += comment ? (comment as Comment).data : (part.textContent ?? "");
    }
    const before = shield.previousSibling;
    if (before?.nodeType === 3) (before as Text).data += text;
    else shield.before(text);
    shield.remove();
  }
  for (const element of root.querySelectorAll(`[${coverAttribute}]`)) element.removeAttribute(coverAttribute);
}
