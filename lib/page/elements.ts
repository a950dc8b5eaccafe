/** What each element means for reading. Known by name alone: asking for styles would force a layout. */
import type { Role } from "../detect/types.ts";
import { shieldTag, veilTag } from "./names.ts";
import { attributeOf, closest, matches, nameOf, parentElementOf, spaceOf, typeOf } from "./nodes.ts";

/**
 * block: begins and ends a passage · cell: joined to the next by " | " · atom: stands in a line of text, but is never
 * read · skip: not part of the text at all · inline: everything else.
 */
export type Flow = "inline" | "block" | "cell" | "atom" | "skip" | "break" | "nothing";

const flows = new Map<string, Flow>();
const set = (flow: Flow, names: string) => {
  for (const name of names.split(" ")) flows.set(name, flow);
};
set(
  "block",
  "address article aside blockquote body button caption center dd details dialog dir dl dt fieldset figcaption " +
    "figure footer foreignObject form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p " +
    "pre search section summary table tbody text tfoot thead tr ul",
);
set("cell", "td th");
// A time tells nothing; where a site puts it, or "(edited)", behind a sentence it is no part of that.
set(
  "atom",
  "input textarea select img svg math video audio canvas iframe object embed code kbd samp progress meter time",
);
// Between the letters, what is written above them (`rt`) would part names: it is a line of its own.
set(
  "skip",
  `script style template noscript head title desc meta link base datalist area source track rp rt ${shieldTag} ${veilTag}`,
);
set("break", "br");
set("nothing", "wbr");

/** Defined or not. */
export const isCustom = (element: Element) => nameOf(element).includes("-");
/** What else can have a shadow tree. */
const hostNames = /^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;
/** Can it have one that a page has given it? Ours have one, in which Firefox keeps what they hide. */
export const canHost = (element: Element) =>
  nameOf(element) !== veilTag && (isCustom(element) || hostNames.test(nameOf(element)));

/** What stands in for scripts is shown where none runs (a mail in a frame): there it is parsed, elsewhere it is a text. */
const isShown = (noscript: Element) => noscript.firstElementChild !== null;

/**
 * Is it a word or a letter, or a line of them, that a script has put into a `div` of its own to move it (SplitText,
 * SplitType)? Nobody else puts one into a paragraph or a heading; and a custom element is a picture or a link there.
 */
function isPiece(element: Element): boolean {
  if (/(^|;)\s*display:\s*inline/.test(attributeOf(element, "style") ?? "")) return true;
  let at = parentElementOf(element);
  for (let up = 0; at && up < 3; up++) {
    const name = nameOf(at);
    if (name !== "div") return /^(p|h[1-6])$/.test(name);
    at = parentElementOf(at);
  }
  return false;
}

/**
 * Else custom elements count as blocks, as a `div` does: most are, and gluing two cards together would mix up their
 * sentences.
 */
export function flowOf(element: Element): Flow {
  const name = nameOf(element);
  if (name === "noscript" && isShown(element)) return "block";
  const isBlock = () => (name === "div" || isCustom(element)) && !isPiece(element);
  const flow = flows.get(name) ?? (isBlock() ? "block" : "inline");
  // A draft with a spoiler in it is the reader's own.
  return flow !== "skip" && isEditable(element) ? "atom" : flow;
}

export const editableAttribute = "contenteditable";

const isEditable = (element: Element) => {
  const value = attributeOf(element, editableAttribute);
  return value !== null && value.toLowerCase() !== "false";
};

/** May the walk go inside? SVG is entered for its `text` elements, and `rt`, although no line goes on in them. */
export function isEntered(element: Element): boolean {
  const flow = flowOf(element);
  if (flow === "atom" || flow === "skip") return /^(svg|rt)$/.test(nameOf(element));
  return nameOf(element) !== "div" || !matches(element, drawnEditors);
}

/**
 * Editors that draw what is written by themselves, beside a field of no size that takes the keys: Monaco, Ace,
 * CodeMirror 5, and whoever says so by a role.
 */
const drawnEditors = "[role=textbox],[role=searchbox],.monaco-editor,.ace_editor,.CodeMirror";

const untouched =
  `script,style,template,head,textarea,select,datalist,code,kbd,samp,math,iframe,object,canvas,title,desc,` +
  `video,audio,progress,meter,` +
  `[contenteditable]:not([contenteditable="false" i]),${drawnEditors.replaceAll(/(^|,)/g, "$1div")}`;

/** Is the node inside something that is never touched? */
export function isUntouched(node: Node): boolean {
  const element = typeOf(node) === 1 ? (node as Element) : parentElementOf(node);
  if (!element || closest(element, untouched)) return !!element;
  const noscript = closest(element, "noscript");
  return !!noscript && !isShown(noscript);
}

/** SVG, and XML of whatever kind, has no place for an element of ours: in such blocks there is only a cover. */
export const isCoverOnly = (block: Element | null) =>
  !!block && spaceOf(block) !== "http://www.w3.org/1999/xhtml";

/** Is it what is written above letters: how they are read, or what they mean? */
export const isReading = (block: Element | null) => !!block && nameOf(block) === "rt";

/** The nearest element that begins and ends passages; a shadow root's own text has none. */
export function blockOf(node: Node): Element | null {
  let element = parentElementOf(node);
  while (element && flowOf(element) !== "block" && !isReading(element)) element = parentElementOf(element);
  return element;
}

const roles: Record<string, Role> = {
  li: "item",
  dt: "item",
  dd: "item",
  figcaption: "caption",
  caption: "caption",
  tr: "row",
};

/** Role and level of the text in a block; a `div` in a heading is still heading, a first `p` in a `li` an item. */
export function roleOf(block: Element | null): { role: Role; level: number } {
  const start = isReading(block) ? null : block;
  for (let element = start, up = 0; element && up < 3; element = parentElementOf(element), up++) {
    const name = nameOf(element);
    if (/^h[1-6]$/.test(name)) return { role: "heading", level: Number(name[1]) };
    if (attributeOf(element, "role") === "heading")
      return {
        role: "heading",
        level: Math.min(6, Math.max(1, Number(attributeOf(element, "aria-level")) || 2)),
      };
    const role = roles[name];
    if (role && up < 2) return { role, level: 0 };
    if (element.previousElementSibling) break;
  }
  return { role: "text", level: 0 };
}
