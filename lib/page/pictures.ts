/**
 * Pictures that show what their text tells: blurred while that is hidden, and a button of their own meanwhile, by
 * attributes only, so that a page that is still loading and whatever it is built with find their elements in place.
 */

import type { Finding } from "../detect/types.ts";
import type { Stretch } from "./choose.ts";
import type { Look } from "./cover.ts";
import { backgroundIn } from "./file-words.ts";
import { coverAttribute, labelLooks } from "./names.ts";
import { doors } from "./next-veil.ts";
import { all, attributeOf, closest, matches, parentElementOf, setAttribute, shadowOf } from "./nodes.ts";
import { createRoot } from "./own.ts";
import { attachPanel, type PanelParts } from "./panel.ts";
import type { Styler } from "./sheets.ts";

const media = "img,video,input[type=image]";
const frames = "a,figure,picture,button";
/** Of a gallery under one title not every picture is about it. */
const most = 3;
/** So many elements are asked for the backgrounds that they, or the page's sheets, give them. */
const mostAsked = 30;

const drawsInline = (element: Element) => backgroundIn(attributeOf(element, "style") ?? "") !== "";
/** Has the browser work out the page's styles: only where something is hidden. */
const hasBackground = (element: Element) => /url\(/.test(getComputedStyle(element).backgroundImage);
const isBare = (element: Element) => !/\S/.test(element.textContent);

/** How a picture is covered: one that is only the background of something keeps that readable. */
export const pictureLook = (element: Element): Look =>
  matches(element, `${media},image`) || !element.firstElementChild ? "image" : "backdrop";

/** The pictures that an attribute of this element speaks of. */
export function picturesOf(element: Element): Element[] {
  if (matches(element, "picture > source:first-of-type"))
    return all(parentElementOf(element) as Element, "img");
  if (matches(element, `${media},image`) || hasBackground(element)) return [element];
  if (!matches(element, frames)) return [];
  return few(element, drawnBy(all(element, "*"), hasBackground));
}

/** The pictures that this text stands under, or is a link with; a link in a caption may have none. */
export function picturesBy({ parentElement }: Text): Element[] {
  for (const around of framesOf(parentElement, "figure,a[href]")) {
    let found = few(around, drawnBy(all(around, "[style*=background]"), drawsInline));
    // Beside a picture, and in most links, what a sheet draws is an icon.
    if (!found.length && matches(around, "figure"))
      found = few(around, drawnBy(all(around, "*"), hasBackground));
    if (found.length) return found;
  }
  return [];
}

/** All that the element stands in, or is, of which a text or a label may speak of a picture in it. */
export function framesOf(element: Element | null, names = frames): Element[] {
  const found: Element[] = [];
  // A link in a figure, and a `picture` in that: more do not stand in each other in earnest.
  for (let at = element; at && found.length < 3; at = at && parentElementOf(at))
    if ((at = closest(at, names))) found.push(at);
  return found;
}

/** Those that do no more than draw a picture; none where they are too many, for each text beside them asks for them. */
const drawnBy = (elements: readonly Element[], draws: (element: Element) => boolean) =>
  elements.length > mostAsked ? [] : elements.filter((each) => isBare(each) && draws(each));

/** The media in an element, and what draws a picture there besides. */
function few(element: Element, drawn: readonly Element[]): Element[] {
  const pictures = [...new Set([...all(element, media), ...drawn])];
  return pictures.length > most ? [] : pictures;
}

export interface PictureParts extends Omit<PanelParts, "finding" | "spare" | "seen"> {
  readonly style: Styler;
  /** What is hidden by covering this element. */
  readonly hidden: (element: Element) => readonly Stretch[];
  readonly reveal: (stretches: readonly Stretch[]) => void;
  readonly spare: (stretches: readonly Stretch[]) => void;
  readonly seen: (stretch: Stretch) => void;
}

/** Returns what makes a covered picture a button (called for each change of its cover), and a plain picture again. */
export function createPictures(parts: PictureParts): (element: Element, covered: boolean) => void {
  /** Of each that is one, what its label speaks of. */
  const lives = new Map<Element, { life: AbortController; finding: Finding }>();
  let root: ShadowRoot | undefined;

  /** Panels cannot stand in a picture: they stand at the end of document or dialog, only while one is open. */
  const home = (element: Element) => {
    const { document } = parts;
    root?.host.remove();
    root = createRoot(document);
    (dialogOf(element) ?? document.documentElement).append(root.host);
    parts.style(root);
    return root;
  };
  const dress = (element: HTMLElement, stretch: Stretch) => {
    const [finding] = stretch.findings;
    const life = new AbortController();
    lives.set(element, { life, finding });
    const all = () => parts.hidden(element);
    const name = isAlone(element) ? parts.words.show : parts.words.showPicture;
    const enter = attachPanel(
      {
        element,
        home: () => home(element),
        reveal: () => parts.reveal(all()),
        name,
        signal: life.signal,
      },
      {
        ...parts,
        finding,
        spare: () => parts.spare(all()),
        seen: () => parts.seen(stretch),
      },
    );
    element.addEventListener(
      "keydown",
      (event) => {
        if (!/^(Enter| )$/.test(event.key) || event.target !== element || !parts.trusted(event)) return;
        event.preventDefault();
        event.stopPropagation();
        parts.reveal(all());
      },
      { signal: life.signal },
    );
    for (const [attribute, value] of attributes(element, name)) {
      if (element.hasAttribute(attribute)) continue;
      element.setAttribute(attribute, value);
      life.signal.addEventListener("abort", () => {
        if (element.getAttribute(attribute) === value) element.removeAttribute(attribute);
      });
    }
    const show = () => {
      element.scrollIntoView({ block: "center" });
      enter();
    };
    doors.set(element, element.tabIndex < 0 ? { focus: show } : element);
  };
  return (element, covered) => {
    const hidden = covered ? parts.hidden(element) : [];
    const worn = lives.get(element);
    // Of several reasons the one that its label speaks of may have gone.
    if (worn && hidden.some(({ findings: [finding] }) => finding === worn.finding)) return;
    worn?.life.abort();
    lives.delete(element);
    if (hidden[0]) dress(element as HTMLElement, hidden[0]);
    // A copy of one of ours has brought these along.
    else if (!worn && attributeOf(element, "aria-label") === parts.words.showPicture)
      for (const [attribute] of attributes(element, "")) setAttribute(element, attribute, null);
    if (!lives.size) root?.host.remove();
  };
}

/** The dialog that it stands in: while that is open nothing outside can be reached, or what is reached closes it. */
function dialogOf(element: Element): Element | null {
  for (let at: Element | undefined = element; at; at = shadowOf(at)?.host) {
    const dialog = closest(at, "dialog[open],[popover]");
    if (dialog) return dialog;
  }
  return null;
}

/** Text that no veil can stand for: it has a label, to which the shortcut leads, but no button. */
const isAlone = (element: Element) => labelLooks.includes(attributeOf(element, coverAttribute) ?? "");

function attributes(element: Element, name: string): [string, string][] {
  // Its letters would be read aloud as the button's content. So that only its label can give it the focus.
  if (isAlone(element)) return [["tabindex", "-1"]];
  // What is a control already stays what it is; its name is a label like any other (labels.ts). What stands on a
  // backdrop would be read as the name of a button.
  if (matches(element, "a[href],button,input,summary") || pictureLook(element) === "backdrop") return [];
  const named: [string, string][] = [
    ["tabindex", "0"],
    ["aria-label", name],
  ];
  return element.localName === "video" ? named : [...named, ["role", "button"]];
}
