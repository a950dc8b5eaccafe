/** Our style sheets, put where a page's content policy and its own rules do not reach. */
import {
  aloneLook,
  coverAttribute,
  coverHighlight,
  insteadAttribute,
  keptAttribute,
  lookHighlight,
  stillLook,
  unreadLook,
} from "./names.ts";
import { shadowOf } from "./nodes.ts";

// Three times the attribute, or two names that no element has: more than a page's own rule is likely to weigh.
const covered = `[${coverAttribute}][${coverAttribute}][${coverAttribute}]`;
const still = `[${coverAttribute}=${stillLook}]:not(#_):not(#_)`;
const blurred = `${covered}:not([${coverAttribute}=${stillLook}],[${coverAttribute}=backdrop],[${coverAttribute}=${unreadLook}])`;
const letterless =
  "color:transparent!important;-webkit-text-fill-color:transparent!important;-webkit-text-stroke-color:transparent!important;text-decoration:none!important";
const smudge = "0 0 1.1em rgb(128 128 128)";
const smudged = `text-shadow:${smudge},${smudge},${smudge}!important`;

// An element with `display: contents` has no box that could be blurred: its letters go, too, and those of what is in it,
// for hardly anything sets their filling.
// The blur holds from the first frame; only its look fades in late, so that a cover that goes again soon
// (the preferences arrive, the sentence ends) is never seen. The same for letters: first they only go, then their
// shadow comes, too wide to be read. What a search or the address has found is painted above any highlight of ours.
const roughStyle = `
${covered}{-webkit-user-select:none!important;user-select:none!important}
${blurred}{filter:blur(.45em)!important;${letterless};${smudged};animation:spoiler-cover .2s .12s backwards!important}
[${coverAttribute}=${aloneLook}]${covered}{cursor:pointer!important}
[${coverAttribute}=image]${covered}{filter:blur(1.5rem)!important;clip-path:inset(0)!important;cursor:pointer!important}
[${coverAttribute}=backdrop]${covered}{background-image:linear-gradient(rgb(128 128 128/.5),rgb(128 128 128/.5))!important;cursor:pointer!important;-webkit-user-select:auto!important;user-select:auto!important}
[${coverAttribute}=${unreadLook}]${covered}{filter:blur(.45em)!important;opacity:0!important;transition:none!important;${letterless};text-shadow:none!important}
@keyframes spoiler-cover{from{opacity:0}}
@media(prefers-reduced-motion:reduce){${blurred}{animation-duration:1ms!important}}
@media print{${covered}{visibility:hidden!important}}`;

const lettersStyle = `
${still}{-webkit-user-select:none!important;user-select:none!important;text-shadow:none!important}
${still}::highlight(${coverHighlight}){${letterless};text-shadow:none!important}
${still}::highlight(${lookHighlight}){${letterless};${smudged}}
${still}::target-text{${letterless}}
${still}::search-text{${letterless}}`;

export const coverStyle = roughStyle + lettersStyle;

// Firefox animates no `display`: it is made to take no room, word by word.
const instead = `[${insteadAttribute}],[${insteadAttribute}] i`;

/**
 * The sheet that goes with the extension (presence.ts). It is the reader's, not the page's: it holds in veils as well. Firefox
 * takes no style of highlights from such a sheet, and by one that it finds there loses that of ours.
 */
export const presentStyle = `${roughStyle}
[${keptAttribute}]{display:none!important}
${instead}{animation:none!important}`;

/** Seconds for which everything stays hidden after that: an update comes without it, and another script will be there. */
const grace = 5;

/** What stands beside it for covers, and follows on it. */
export const goneStyle = `${lettersStyle}
${blurred}{animation:spoiler-gone ${grace}s!important}
@keyframes spoiler-gone{from,to{filter:blur(.45em);color:transparent;-webkit-text-fill-color:transparent}}`;

/** And for veils, to stand in their roots. */
export const openStyle = `
[${keptAttribute}]{animation:open 1ms ${grace}s backwards}
${instead}{animation:close 1ms ${grace}s forwards}
@keyframes open{from{font-size:0;opacity:0}}
@keyframes close{to{font-size:0;inline-size:0;visibility:hidden}}`;

/** So many roots are looked at whenever a page has changed something, in turn: some have thousands. */
const atOnce = 50;

/** Puts the style where this node is, once; call again to heal what the page has taken out. */
export type Styler = (within: Node) => void;

export interface Styles {
  readonly put: Styler;
  /** Another style for all that have it. */
  change(style: string): void;
  /**
   * Puts it back into the document and into roots, from which the page takes it with `adoptedStyleSheets = …` for sheets of
   * its own; `all`: not into some roots alone.
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
