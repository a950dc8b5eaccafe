/**
 * The label over what is hidden: show, kind and place, "why is this hidden?", and what the reader can do about it. Made
 * when it is needed, in a closed root, and shown in the browser's top layer, where no box of the page cuts it off.
 */
import type { Finding } from "../detect/types.ts";
import { onLongPress } from "./long-press.ts";
import type { Menu, Offers } from "./menu.ts";
import { createPart } from "./own.ts";
import type { Schedule } from "./schedule.ts";
import { seenItem, type Words } from "./words.ts";

/** Milliseconds: a pointer that only passes opens nothing, and one on its way to the label does not close it. */
const [opening, closing] = [150, 250];
/** Pixels that stay free at the window's edge. */
const edge = 8;

export interface PanelParts {
  readonly document: Document;
  readonly schedule: Schedule;
  readonly words: Words;
  readonly menu: Menu;
  readonly finding: Finding;
  /** Does the reader want to see show, kind and place without asking? */
  readonly labelled: () => boolean;
  readonly trusted: (event: Event) => boolean;
  /** The reader says that this is none. */
  readonly spare: () => void;
  /** The reader has seen what this gives away. */
  readonly seen: () => void;
}

/** Where the panel belongs to what it speaks of. */
export interface Anchor {
  /** Opens it while it is pointed at or has the focus. */
  readonly element: HTMLElement;
  /** Where the panel is put; by default into `element` itself. */
  readonly home?: () => ParentNode;
  readonly reveal: () => void;
  /** A button with this name, which reveals, comes first: the anchor is none of ours, and nothing else says so. */
  readonly name?: string;
  readonly signal?: AbortSignal;
}

/**
 * Shows the panel while its anchor, or the panel itself, is pointed at or has the focus, or once a finger has stayed on
 * the anchor, until it touches something else. Escape closes it. Returns what opens it and gives it the focus.
 */
export function attachPanel(anchor: Anchor, parts: PanelParts): () => void {
  const { element, home, signal } = anchor;
  const { document, schedule } = parts;
  const view = document.defaultView as Window;
  const until = signal ? { signal } : {};
  let panel: HTMLElement | undefined;
  let cancel = () => {};
  let height = 0;

  const place = () => {
    // Revealed, or taken away by the page: nothing has told.
    if (!element.isConnected) close();
    if (!panel) return;
    // Of a passage over several lines the one that was pointed at.
    const boxes = [...element.getClientRects()];
    const box = boxes.find(({ top, bottom }) => height >= top && height <= bottom) ?? boxes[0];
    if (!box) return;
    const { offsetWidth, offsetHeight } = panel;
    const within = (at: number, most: number) => Math.max(edge, Math.min(at, most - edge));
    const above = box.top - offsetHeight;
    panel.style.left = `${within(box.left, view.innerWidth - offsetWidth)}px`;
    panel.style.top = `${within(above < edge ? box.bottom : above, view.innerHeight - offsetHeight)}px`;
  };
  const close = () => {
    cancel();
    view.removeEventListener("scroll", place, true);
    // What was only there to hold it goes as well: between the page's own it would take its place.
    (home && panel ? (panel.getRootNode() as ShadowRoot).host : panel)?.remove();
    panel = undefined;
  };
  const open = () => {
    cancel();
    if (panel || !element.isConnected) return;
    panel = createPanel(parts, anchor, place);
    if (home) listen(panel);
    (home?.() ?? element).append(panel);
    panel.showPopover?.();
    place();
    view.addEventListener("scroll", place, { capture: true, passive: true });
  };
  const wait = (then: () => void, ms: number) => {
    cancel();
    cancel = schedule.later(then, ms);
  };
  const hasFocus = (at: HTMLElement | undefined) =>
    !!at?.contains((at.getRootNode() as ShadowRoot).activeElement ?? null);
  const leave = (ms: number) => wait(() => hasFocus(element) || hasFocus(panel) || close(), ms);
  const steps = (event: KeyboardEvent) => {
    if (!panel || event.altKey || event.ctrlKey || event.metaKey) return;
    const inside = [...panel.querySelectorAll("button")];
    const [start, end] = event.shiftKey ? [inside[0], element] : [element, inside[0]];
    const at = event.target;
    if (event.key === "Escape") {
      event.stopPropagation();
      // Nor does it close the dialog that all of this stands in.
      event.preventDefault();
      if (hasFocus(panel)) (home ? element : element.querySelector("button"))?.focus();
      close();
    } else if (home && event.key === "Tab" && at === start) {
      // What stands elsewhere in the document comes next all the same.
      end?.focus();
      // Where it cannot have it (something of the page's lies before all) Tab goes its own way.
      if (hasFocus(end)) event.preventDefault();
    } else if (home && event.key === "Tab" && at === inside.at(-1) && !event.shiftKey) element.focus();
  };
  const listen = (on: HTMLElement) => {
    on.addEventListener(
      "pointerenter",
      (event) => {
        if (event.pointerType === "touch" || !parts.trusted(event)) return;
        if (on === element) height = event.clientY;
        wait(open, opening);
      },
      until,
    );
    on.addEventListener("pointerleave", () => leave(closing), until);
    on.addEventListener(
      "focusin",
      (event) => {
        if ((event.target as Element).matches(":focus-visible")) open();
      },
      until,
    );
    on.addEventListener("focusout", () => leave(0), until);
    on.addEventListener("keydown", steps, until);
  };
  listen(element);
  parts.menu.attach(element, offersOf(anchor, parts), !home, signal);
  const enter = () => {
    open();
    // As long as it has the focus it stays, wherever the finger goes.
    panel?.querySelector("button")?.focus({ preventScroll: true });
  };
  onLongPress(element, schedule, parts.trusted, until, (y) => {
    height = y;
    enter();
  });
  signal?.addEventListener("abort", close);
  return enter;
}

/** What can be done about it in the browser's menu as well. */
function offersOf({ reveal, name }: Anchor, { words, finding, spare, seen }: PanelParts): Offers {
  return {
    [name === words.showPicture ? "showPicture" : "show"]: reveal,
    spare,
    // A rule that is about no show of the catalog cannot have been seen.
    ...(finding.show && { [seenItem(finding)]: seen }),
  };
}

function createPanel(parts: PanelParts, { name, reveal }: Anchor, resized: () => void): HTMLElement {
  const { document, words, finding } = parts;
  const button = (text: string, then: () => void) => {
    const made = createPart(document, "button", "act", text);
    made.addEventListener("click", (event) => parts.trusted(event) && then());
    return made;
  };
  const panel = createPart(document, "span", "panel");
  panel.setAttribute("popover", "manual");
  panel.dir = "auto";
  // The words beneath it are revealed by a click on them, not by one on this.
  panel.addEventListener("click", (event) => {
    event.preventDefault();
    event.stopPropagation();
  });
  const ask = button(words.ask, () => {
    const actions = [button(words.spare, parts.spare)];
    if (finding.show) actions.push(button(words.seen(finding), parts.seen));
    const why = createPart(document, "span", "why", words.why(finding));
    // Heard with the button that gets the focus: what comes into being as a live region mostly is not.
    why.id = "why";
    actions[0]?.setAttribute("aria-describedby", why.id);
    if (!parts.labelled()) why.prepend(`${words.describe(finding)}. `);
    ask.after(why, ...actions);
    // First: when what has the focus is taken away, the panel closes.
    actions[0]?.focus();
    ask.remove();
    resized();
  });
  if (parts.labelled()) panel.append(createPart(document, "span", "what", words.describe(finding)));
  if (name) panel.append(button(name, reveal));
  panel.append(ask);
  return panel;
}
