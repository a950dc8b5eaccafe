/** A language in which every word of locales/ has marks around it: what shows none of them has come another way. */
import { english } from "../../../lib/catalog/build/english.ts";
import type { Say } from "../../../lib/detect/reasons.ts";

const mark = (text: string) => `⟦${text}⟧`;

/** Marks stand around our words alone: what is put in is somebody else's, or has been marked before. */
export const marked: Say = (key, ...put) =>
  english(key, ...["$1", "$2"])
    .split(" | ")
    .map(mark)
    .join(" | ")
    .replace(/\$(\d)/g, (_, n) => `⟧${put[Number(n) - 1] ?? ""}⟦`);

/** From here on the browser speaks it. */
export function speakMarked(): void {
  const { chrome } = globalThis as unknown as { chrome: { i18n: object } };
  Object.assign(chrome.i18n, {
    getMessage: (key: string, put: string | string[] = []) => marked(key, ...[put].flat()),
  });
}

const attributes = ["aria-label", "aria-description", "title", "alt", "placeholder", "label"];

/**
 * What a person reads or hears beneath `root` that has no marks, but for `names`: those of shows, people, sites and
 * files, and what the reader has written.
 */
export function unmarked(root: Node, names: readonly string[]): string[] {
  const found: string[] = [];
  const look = (text: string | null | undefined) => {
    let rest = (text ?? "").replace(/⟦[^⟦⟧]*⟧/g, " ");
    for (const name of names) rest = rest.replaceAll(name, " ");
    if (/\p{L}/u.test(rest)) found.push(rest.trim());
  };
  const step = (node: Node) => {
    if (node.nodeType === 3) look((node as Text).data);
    if (node.nodeType === 1) {
      const element = node as Element;
      if (/^(style|script|textarea)$/.test(element.localName)) return;
      for (const name of attributes) look(element.getAttribute(name));
    }
    for (const child of node.childNodes) step(child);
  };
  step(root);
  return found;
}
