/**
 * The label over a veil: show, kind and place, "why is this hidden?", and what the reader can do about it. Made when it
 * is needed, in the veil's own closed root, and shown in the browser's top layer, where no box of the page cuts it off.
 */
import type { Finding } from "../detect/types.ts";
import type { Schedule } from "./schedule.ts";
import type { Words } from "./words.ts";

/** Milliseconds: a pointer that only passes opens nothing, and one on its way to the label does not close it. */
const [opening, closing] = [150, 250];
/** Pixels that stay free at the window's edge. */
const edge = 8;

export interface PanelParts {
  readonly document: Document;
  readonly schedule: Schedule;
  readonly words: Words;
  readonly finding: Finding;
  /** Does the reader want to see show, kind and place without asking? */
  readonly labelled: () => boolean;
  readonly trusted: (event: Event) => boolean;
  /** The reader says that this is none. */
  readonly spare: () => void;
  /** The reader has seen what this gives away. */
  readonly seen: () => void;
}

/** Shows the panel while `anchor`, or the panel itself, is pointed at or has the focus. Escape closes it. */
export function attachPanel(anchor: HTMLElement, parts: PanelParts): void {
  const { document, schedule, words, finding } = parts;
  const view = document.defaultView as Window;
  let panel: HTMLElement | undefined;
  let cancel = () => {};
  let height = 0;

  const place = () => {
    if (!panel) return;
    // Of a passage over several lines the one that was pointed at.
    const boxes = [...anchor.getClientRects()];
    const box = boxes.find(({ top, bottom }) => height >= top && height <= bottom) ?? boxes[0];
    if (!box) return;
    const { offsetWidth, offsetHeight } = panel;
    const left = Math.max(edge, Math.min(box.left, view.innerWidth - offsetWidth - edge));
    const top = box.top - offsetHeight < edge ? box.bottom : box.top - offsetHeight;
    panel.style.left = `${left}px`;
    panel.style.top = `${top}px`;
  };
  const close = () => {
    cancel();
    view.removeEventListener("scroll", place, true);
    panel?.remove();
    panel = undefined;
  };
  const open = () => {
    cancel();
    if (panel || !anchor.isConnected) return;
    panel = createPanel(parts, place);
    anchor.append(panel);
    panel.showPopover?.();
    place();
    view.addEventListener("scroll", place, { capture: true, passive: true });
  };
  const wait = (then: () => void, ms: number) => {
    cancel();
    cancel = schedule.later(then, ms);
  };
  const hasFocus = () => !!(anchor.getRootNode() as ShadowRoot).activeElement;

  anchor.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "touch" || !parts.trusted(event)) return;
    height = event.clientY;
    wait(open, opening);
  });
  anchor.addEventListener("pointerleave", () => wait(() => hasFocus() || close(), closing));
  anchor.addEventListener("focusin", (event) => {
    if ((event.target as Element).matches(":focus-visible")) open();
  });
  anchor.addEventListener("focusout", ({ relatedTarget }) => {
    if (!anchor.contains(relatedTarget as Node | null)) close();
  });
  anchor.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel) return;
    event.stopPropagation();
    anchor.querySelector("button")?.focus();
    close();
  });

  function createPanel({ labelled }: PanelParts, resized: () => void): HTMLElement {
    const make = (name: string, className: string, text: string) => {
      const element = document.createElement(name);
      element.className = className;
      element.textContent = text;
      return element;
    };
    const button = (text: string, then: () => void) => {
      const made = make("button", "act", text);
      made.setAttribute("type", "button");
      made.addEventListener("click", (event) => parts.trusted(event) && then());
      return made;
    };
    const made = make("span", "panel", "");
    made.setAttribute("popover", "manual");
    made.setAttribute("dir", "auto");
    // The words beneath it are revealed by a click on them, not by one on this.
    made.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
    });
    const ask = button(words.ask, () => {
      const actions = [button(words.spare, parts.spare)];
      // A rule that is about no show of the catalog cannot have been seen.
      if (finding.show !== "") actions.push(button(words.seen(finding), parts.seen));
      const why = make("span", "why", words.why(finding));
      why.setAttribute("role", "status");
      if (!labelled()) why.prepend(`${words.describe(finding)}. `);
      ask.after(why, ...actions);
      // First: when what has the focus is taken away, the panel closes.
      actions[0]?.focus();
      ask.remove();
      resized();
    });
    if (labelled()) made.append(make("span", "what", words.describe(finding)));
    made.append(ask);
    return made;
  }
}
