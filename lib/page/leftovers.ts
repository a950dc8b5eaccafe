/**
 * What a shield before this one has left in the page. Firefox starts the script of an updated extension in pages that
 * are open, and has ended the old one without a word: its veils could never be opened again. What they hide is kept in
 * their closed roots, where extensions can look, and pages hardly (docs/defences.md).
 */
import { type Covers, marked } from "./cover.ts";
import { insteadAttribute, keptAttribute, shieldTag } from "./names.ts";

/** Keeps `text` in a veil's root beside what has been `drawn` there. */
export type Keep = (root: ShadowRoot, text: string, drawn: Element) => void;

/**
 * Keeps a text in a veil's root: not drawn, found, copied or read aloud, and out of the page's reach. `present`: a
 * style sheet that goes with the extension is there, and sees to it that the text comes out then, instead of what was
 * `drawn`.
 */
export function keepText(root: ShadowRoot, text: string, drawn: Element, present: boolean): void {
  const { ownerDocument } = root;
  if (!present) {
    root.append(ownerDocument.createComment(text));
    return;
  }
  const kept = ownerDocument.createElement("span");
  kept.setAttribute(keptAttribute, "");
  // Firefox translates in closed roots as well, while its find bar is open also what is not drawn.
  kept.translate = false;
  kept.append(text);
  drawn.setAttribute(insteadAttribute, "");
  root.append(kept);
}

const isKept = (node: Node) =>
  (node as Partial<Element>).hasAttribute?.(keptAttribute) ?? node.nodeType === 8;

/**
 * Makes text again of all that stands in `root`; call before anything of one's own is there. `disown`: see `Covers`.
 */
export function clearLeftovers(
  root: ParentNode,
  openShadow: (element: Element) => ShadowRoot | null,
  disown: Covers["disown"],
): void {
  for (const shield of root.querySelectorAll(shieldTag)) {
    let text = "";
    for (const part of shield.childNodes) {
      const inside = part.nodeType === 1 ? openShadow(part as Element)?.childNodes : undefined;
      const kept = inside && [...inside].find(isKept);
      text += (kept ?? part).textContent ?? "";
    }
    const before = shield.previousSibling;
    if (before?.nodeType === 3) (before as Text).data += text;
    else shield.before(text);
    shield.remove();
  }
  for (const element of root.querySelectorAll(marked)) disown(element, true);
}
