/** Our style sheets, put where a page's content policy and its own rules do not reach. */
import { shadowOf } from "./nodes.ts";

/** So many roots are looked at whenever a page has changed something, in turn: some have thousands. */
const atOnce = 50;

/** Puts the style where this node is, once; call again to heal what the page has taken out. */
export type Styler = (within: Node) => void;

export interface Styles {
  readonly put: Styler;
  /** Another style for all that have it. */
  change(style: string): void;
  /**
   * Puts it back into the document and into roots, from which the page takes it with `adoptedStyleSheets = …` for
   * sheets of its own; `all`: not into some roots alone.
   */
  mend(all?: boolean): void;
  remove(): void;
}

/** `ours`: only for roots of our own elements, which go together with it. To remember each would keep it for ever. */
export function createStyler(document: Document, style: string, ours = false): Styles {
  let text = style;
  // Weakly: a page that takes its trees out must not have them kept.
  const roots = new Set<WeakRef<Document | ShadowRoot>>();
  let known = new WeakSet<Document | ShadowRoot>();
  const elements: Element[] = [];
  let made = false;
  let sheet: CSSStyleSheet | undefined;
  /** When something is styled for the first time: on most pages nothing ever is. */
  const make = () => {
    made = true;
    try {
      // One sheet for all veils; a content policy of the page does not apply to it.
      const View = document.defaultView as (Window & typeof globalThis) | null;
      if (View && "adoptedStyleSheets" in document) {
        sheet = new View.CSSStyleSheet();
        sheet.replaceSync(text);
      }
    } catch {
      sheet = undefined;
    }
  };
  const put: Styler = (within) => {
    const root = shadowOf(within) ?? document;
    if (!made) make();
    try {
      if (sheet) {
        if (!root.adoptedStyleSheets.includes(sheet))
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        if (ours || known.has(root)) return;
        known.add(root);
        roots.add(new WeakRef(root));
        return;
      }
    } catch {
      // The root belongs to another document: it needs an element of its own.
    }
    if (elements.some((element) => element.isConnected && element.getRootNode() === root)) return;
    const element = document.createElement("style");
    element.textContent = text;
    (root.nodeType === 9 ? ((root as Document).head ?? (root as Document).documentElement) : root).append(
      element,
    );
    elements.push(element);
  };
  const change = (next: string) => {
    if (next === text) return;
    text = next;
    sheet?.replaceSync(text);
    for (const element of elements) element.textContent = text;
  };
  const remove = () => {
    for (const ref of roots) {
      const root = ref.deref();
      if (root) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    }
    for (const element of elements) element.remove();
    roots.clear();
    known = new WeakSet();
    elements.length = 0;
  };
  let turn = roots.values();
  const mend = (all = false) => {
    if (known.has(document)) put(document);
    for (let left = all ? roots.size : Math.min(roots.size, atOnce); left > 0; left--) {
      let next = turn.next();
      if (next.done) next = (turn = roots.values()).next();
      const ref = next.value as WeakRef<ShadowRoot>;
      const root = ref.deref();
      if (root) put(root);
      else roots.delete(ref);
    }
  };
  return { put, change, mend, remove };
}
