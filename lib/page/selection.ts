/** What the reader has selected. */

const before = /[\p{sc=Latin}\p{N}]+$/u;
const after = /^[\p{sc=Latin}\p{N}]+/u;

/**
 * The selected text, with the rest of the words in whose middle it begins or ends: a rule of half a word would never be
 * met. "" where nothing is selected.
 */
export function selectedWords(selection: Selection | null): string {
  const text = String(selection ?? "");
  if (!selection?.rangeCount || text === "") return "";
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const head = after.test(text) && before.exec(textOf(startContainer).slice(0, startOffset));
  const tail = before.test(text) && after.exec(textOf(endContainer).slice(endOffset));
  return `${head || ""}${text}${tail || ""}`.trim();
}

/** An element's offsets count nodes, not letters. */
const textOf = (node: Node) => (node.nodeType === 3 ? (node as Text).data : "");
