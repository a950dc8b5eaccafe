/**
 * A click on what is covered (a picture, a place the page keeps rewriting, a page that still loads) reveals it; one on a
 * veil does only where the page has laid a link over that: its own ear does not hear it then.
 */
import type { Stretch } from "./choose.ts";
import type { Covers } from "./cover.ts";
import { lies, type TextCovers } from "./cover-text.ts";
import type { Label } from "./labels.ts";
import type { Listeners } from "./listeners.ts";
import { swallow } from "./long-press.ts";
import { coverAttribute, stillLook, veilTag } from "./names.ts";
import { all, attributeOf, contains, matches, parentElementOf, rootOf } from "./nodes.ts";
import type { Run } from "./reader.ts";
import { reveals } from "./veil.ts";

/** What is hidden by the cover over this element. */
export const coveredBy = (covers: Covers, element: Element): Stretch[] =>
  [...(covers.reasons(element) ?? [])].flatMap((reason) =>
    "hidden" in reason ? (reason as Run | Label).hidden : [],
  );

/** What comes before a click of the same pointer, and with it. */
const early = ["pointerdown", "mousedown", "pointerup", "mouseup"];

/** Calls `reveal` with what the clicked cover hides; the page does not learn of the click. */
export function clickCovers(
  view: Window,
  listeners: Listeners,
  covers: Covers,
  texts: TextCovers,
  trusted: (event: Event) => boolean,
  signal: AbortSignal,
  reveal: (keys: readonly number[]) => void,
): void {
  let held = false;
  const onClick = (event: MouseEvent) => {
    if (!trusted(event)) return;
    const below = beneath(event);
    for (const veil of below) {
      const show = reveals.get(veil);
      if (show) return take(event, show);
    }
    if (!covers.size) return;
    const path = [...below, ...event.composedPath()];
    const key = texts.clicked(event, path);
    if (key !== undefined) return take(event, () => reveal([key]));
    for (const target of path) {
      const keys = coveredBy(covers, target as Element).map((stretch) => stretch.key);
      // Where it is still, only the letters themselves are covered.
      if (keys.length && !attributeOf(target as Element, coverAttribute)?.startsWith(stillLook))
        return take(event, () => reveal(keys));
    }
  };
  const take = (event: Event, show: () => void) => {
    swallow(event);
    show();
  };
  // Nor of what comes with it, on letters: what has a label hears of a finger that stays (long-press.ts). The browser
  // scrolls and selects all the same.
  const onEarly = (event: MouseEvent) => {
    if (event.type === "pointerdown")
      held =
        covers.size > 0 && trusted(event) && texts.clicked(event, event.composedPath(), true) !== undefined;
    if (held) event.stopImmediatePropagation();
  };
  for (const type of early) listeners.add(view, type, onEarly, signal);
  listeners.add(view, "click", onClick, signal);
}

const ours = `${veilTag},[${coverAttribute}]`;

/**
 * What stands, in one card with it, under a clicked link: a page may have laid it over all of that, and lets none be
 * clicked, or has the pointer go through that to the link.
 */
function beneath(event: MouseEvent): Element[] {
  const [link] = event.composedPath() as [HTMLElement];
  const card = matches(link, "a,button") && link.offsetParent;
  if (!card) return [];
  const { clientX, clientY } = event;
  const found = (rootOf(link) as Document).elementsFromPoint(clientX, clientY);
  const shown = { opacityProperty: true, visibilityProperty: true };
  const through = all(card, ours).filter(
    (one) =>
      lies(event, one) && one.checkVisibility?.(shown) && !found.includes(one) && !isCutOff(one, card, event),
  );
  return [...found.filter((element) => contains(card, element)), ...through];
}

/** Is it not shown here, for what it stands in ends before, as a long comment does above its "Read more"? */
function isCutOff(one: Element, card: Element, event: MouseEvent): boolean {
  for (let at = parentElementOf(one); at && at !== card; at = parentElementOf(at))
    if (!lies(event, at) && getComputedStyle(at).overflow !== "visible") return true;
  return false;
}
