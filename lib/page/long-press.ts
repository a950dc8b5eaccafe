/** A finger that stays does what a pointer does by resting there; a short tap remains a click. */
import type { Schedule } from "./schedule.ts";

/** Milliseconds, as browsers have it. */
const long = 500;
/** Within which a click still comes of the same touch. */
const after = 350;
/** CSS pixels that a finger may slip. */
const slip = 12;

/** Nobody else gets it, the browser included. */
export const swallow = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

/**
 * Calls `then` with the height when a finger has stayed on the element; neither a click nor a menu of the browser's
 * comes of it.
 */
export function onLongPress(
  element: HTMLElement,
  schedule: Schedule,
  trusted: (event: Event) => boolean,
  until: AddEventListenerOptions,
  then: (y: number) => void,
): void {
  let cancel = () => {};
  let touched = false;
  let held = false;
  let [x, y] = [0, 0];
  const on = <K extends keyof HTMLElementEventMap>(type: K, run: (event: HTMLElementEventMap[K]) => void) =>
    element.addEventListener(type, run, { ...until, capture: true });
  const hold = () => {
    cancel();
    held = true;
    then(y);
  };
  on("pointerdown", (event) => {
    cancel();
    held = false;
    touched = event.pointerType === "touch" && trusted(event);
    [x, y] = [event.clientX, event.clientY];
    if (touched) cancel = schedule.later(hold, long);
  });
  on("pointermove", (event) => {
    if (Math.hypot(event.clientX - x, event.clientY - y) > slip) cancel();
  });
  for (const end of ["pointerup", "pointercancel"] as const)
    on(end, () => {
      cancel();
      if (held) cancel = schedule.later(() => (held = false), after);
    });
  on("contextmenu", (event) => {
    if (!touched) return;
    swallow(event);
    if (!held) hold();
  });
  // The mouse that browsers make of a touch would take the focus along.
  for (const made of ["mousedown", "mouseup", "click"] as const) on(made, (event) => held && swallow(event));
}
