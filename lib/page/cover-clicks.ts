/** A click on a cover that stays (a picture, a place the page keeps rewriting) reveals what it covers. */
import type { Covers } from "./cover.ts";
import type { Label } from "./labels.ts";
import type { Run } from "./reader.ts";

/** Calls `reveal` with what the clicked cover hides; the page does not learn of the click. */
export function clickCovers(
  view: Window,
  covers: Covers,
  trusted: (event: Event) => boolean,
  signal: AbortSignal,
  reveal: (keys: readonly number[]) => void,
): void {
  const onClick = (event: Event) => {
    if (!covers.size || !trusted(event)) return;
    for (const target of event.composedPath()) {
      const keys = [...(covers.reasons(target as Element) ?? [])].flatMap((reason) =>
        "hidden" in reason ? (reason as Run | Label).hidden.map((stretch) => stretch.key) : [],
      );
      if (!keys.length) continue;
      event.preventDefault();
      event.stopImmediatePropagation();
      reveal(keys);
      return;
    }
  };
  view.addEventListener("click", onClick, { capture: true, signal });
}
