/** A click on what is covered (a picture, a place the page keeps rewriting, a page that still loads) reveals it. */
import type { Stretch } from "./choose.ts";
import type { Covers } from "./cover.ts";
import type { TextCovers } from "./cover-text.ts";
import type { Label } from "./labels.ts";
import type { Listeners } from "./listeners.ts";
import { coverAttribute, stillLook } from "./names.ts";
import { attributeOf } from "./nodes.ts";
import type { Run } from "./reader.ts";

/** What is hidden by the cover over this element. */
export const coveredBy = (covers: Covers, element: Element): Stretch[] =>
  [...(covers.reasons(element) ?? [])].flatMap((reason) =>
    "hidden" in reason ? (reason as Run | Label).hidden : [],
  );

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
  const onClick = (event: MouseEvent) => {
    if (!covers.size || !trusted(event)) return;
    const key = texts.clicked(event);
    if (key !== undefined) return take(event, [key]);
    for (const target of event.composedPath()) {
      const keys = coveredBy(covers, target as Element).map((stretch) => stretch.key);
      // Where it is still, only the letters themselves are covered.
      if (keys.length && attributeOf(target as Element, coverAttribute) !== stillLook)
        return take(event, keys);
    }
  };
  const take = (event: Event, keys: readonly number[]) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    reveal(keys);
  };
  listeners.add(view, "click", onClick, signal);
}
