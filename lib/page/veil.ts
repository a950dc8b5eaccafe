/** One veil: an element whose closed shadow root holds blurred decoy letters and a native button. */
import { decoyFor } from "./decoy.ts";
import { buttonName, veilTag } from "./names.ts";
import type { Styler } from "./sheets.ts";

export interface VeilParts {
  /** How the hidden stretch looks: only its word lengths are used. */
  readonly hidden: string;
  /** Show, kind, place: shown on hover and focus. */
  readonly label: string;
  /** Only the first veil of a group is announced and reached by Tab. */
  readonly first: boolean;
  readonly trusted: (event: Event) => boolean;
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

export function createVeil(document: Document, style: Styler, parts: VeilParts): HTMLElement {
  const host = document.createElement(veilTag);
  const root = host.attachShadow({ mode: "closed" });
  const make = (name: string, className: string) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    return element;
  };
  const line = make("span", "line");
  const decoy = make("span", "decoy");
  decoy.setAttribute("aria-hidden", "true");
  // As an attribute shown by CSS the letters can be neither found, nor copied, nor read aloud.
  decoy.setAttribute("data-text", decoyFor(parts.hidden));
  // The letters wrap with the text around them, which no button can: so it lies at their beginning, and a click on
  // any of them counts.
  if (parts.first) {
    const button = make("button", "");
    button.setAttribute("type", "button");
    button.setAttribute("aria-label", buttonName);
    line.append(button);
    if (parts.label) {
      const label = make("span", "label");
      label.id = "label";
      label.textContent = parts.label;
      button.setAttribute("aria-describedby", "label");
      line.append(label);
    }
  }
  line.append(decoy);
  root.append(line);
  style(root);
  for (const type of kept) line.addEventListener(type, (event) => event.stopPropagation());
  line.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") event.stopPropagation();
  });
  line.addEventListener("click", (event) => {
    event.preventDefault();
    if (parts.trusted(event)) parts.reveal(root.activeElement !== null);
  });
  return host;
}
