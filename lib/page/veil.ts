/** One veil: an element whose closed shadow root holds blurred decoy letters and a native button. */
import { decoyFor } from "./decoy.ts";
import type { Keep } from "./leftovers.ts";
import type { Measured } from "./measure.ts";
import { doors } from "./next-veil.ts";
import { createPart, createRoot } from "./own.ts";
import { attachPanel, type PanelParts } from "./panel.ts";
import type { Styler } from "./sheets.ts";

export interface VeilParts extends PanelParts {
  /** The hidden stretch, letter by letter. */
  readonly hidden: string;
  /** How wide its words have been; undefined: it has never been laid out. */
  readonly measured: Measured | undefined;
  readonly style: Styler;
  /** Only the first veil of a group is announced and reached by Tab. */
  readonly first: boolean;
  /** May a line run under or through the text, as it does in links? */
  readonly lined: boolean;
  /** Keeps `hidden` for whoever comes after us, where the browser ends our script without a word. */
  readonly keep: Keep | undefined;
  /** `byKeyboard`: the button had the focus. */
  readonly reveal: (byKeyboard: boolean) => void;
}

// The page must neither follow a link around the veil nor start anything else of its own.
const kept = [
  "click",
  "auxclick",
  "dblclick",
  "mousedown",
  "mouseup",
  "pointerdown",
  "pointerup",
  "touchstart",
  "touchend",
];

/** What reveals a veil, by its element. */
export const reveals = new WeakMap<Element, () => void>();

export function createVeil(parts: VeilParts): HTMLElement {
  const { document, words, finding, measured } = parts;
  const root = createRoot(document);
  const host = root.host as HTMLElement;
  reveals.set(host, () => parts.reveal(false));
  const line = createPart(document, "span", "line");
  // What has been painted as covered is not faded in: it would be seen to come and go.
  const decoy = createPart(
    document,
    "span",
    `decoy${measured ? "" : " late"}${parts.lined || measured?.hollow ? " lined" : ""}${measured?.hollow ? " hollow" : ""}${measured?.backwards ? " backwards" : ""}`,
  );
  decoy.setAttribute("aria-hidden", "true");
  // The letters run as those did for which they stand, whatever runs around them.
  decoy.dir = /[\u0590-\u08ff\ufb1d-\ufefc]/.test(parts.hidden) ? "rtl" : "ltr";
  // As an attribute shown by CSS the letters can be neither found, nor copied, nor read aloud.
  if (measured) for (const part of measured.words) decoy.append(standIn(part));
  else decoy.dataset["text"] = decoyFor(parts.hidden);
  // The letters wrap with the text around them, which no button can: so it lies at their beginning, and a click on
  // any of them counts.
  if (parts.first) {
    const button = createPart(document, "button", `show${measured && isNarrow(measured) ? " narrow" : ""}`);
    button.setAttribute("aria-label", words.show);
    if (parts.labelled()) button.setAttribute("aria-description", words.describe(finding));
    doors.set(host, button);
    line.append(button);
  }
  line.append(decoy);
  root.append(line);
  parts.keep?.(root, parts.hidden, line);
  parts.style(root);
  // Passive: else the browser asks here before it scrolls, and keeps an account of each word that a finger may touch.
  for (const type of kept) line.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  line.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") event.stopPropagation();
  });
  line.addEventListener("click", (event) => {
    event.preventDefault();
    if (parts.trusted(event)) parts.reveal(root.activeElement !== null);
  });
  attachPanel({ element: line, reveal: () => parts.reveal(true) }, parts);
  return host;

  function standIn({ text, width }: Measured["words"][number]): Node | string {
    if (/^\s/.test(text)) return text;
    const word = createPart(document, width ? "i" : "span", "");
    word.dataset["text"] = decoyFor(text);
    if (width) word.style.inlineSize = `${width}px`;
    return word;
  }
}

/** Is all of it narrower than a button? In CSS its lines cannot be asked: of several the width may be none at all. */
const isNarrow = ({ words }: Measured) => words.reduce((sum, { width }) => sum + (width ?? 0), 0) < 24;
