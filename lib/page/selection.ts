/** What the reader has selected. */

const before = /[\p{sc=Latin}\p{N}]+$/u;
const after = /^[\p{sc=Latin}\p{N}]+/u;
/** Letters of the longest word that is made whole: a page may have one of megabytes. */
const longest = 100;

/**
 * The selected text, with the rest of the words in whose middle it begins or ends: a rule of half a word would never be
 * met. "" where nothing is selected, or the reader has gone on to a frame: what they select there leaves this as it is.
 */
export function selectedWords(selection: Selection | null): string {
  const text = String(selection ?? "");
  if (!selection?.rangeCount || text === "" || document.activeElement?.localName === "iframe") return "";
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const [start, end] = [textOf(startContainer), textOf(endContainer)];
  const head = after.test(text) && before.exec(start.slice(Math.max(0, startOffset - longest), startOffset));
  const tail = before.test(text.slice(-longest)) && after.exec(end.slice(endOffset, endOffset + longest));
  return `${head || ""}${text}${tail || ""}`.trim();
}

/** An element's offsets count nodes, not letters. */
const textOf = (node: Node) => (node.nodeType === 3 ? (node as Text).data : "");
