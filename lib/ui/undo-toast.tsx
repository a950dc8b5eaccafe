/**
 * What has just been changed, with a button that takes it back and then offers the change before it; it goes by itself
 * after a while.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { describeEdit } from "./describe-edit.ts";
import type { Parts } from "./progress/steps.ts";
import type { Settings } from "./settings.ts";

interface UndoToastProps {
  readonly settings: Pick<Settings, "undoable" | "undo">;
  readonly show: (id: string) => { readonly title: string; readonly parts: Parts } | undefined;
}

/** Milliseconds; the time stands still while the toast is pointed at or has the focus. */
const stay = 10_000;

export function UndoToast({ settings, show }: UndoToastProps) {
  const change = settings.undoable.value;
  const [held, setHeld] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  /** Where the focus came from: there it goes back when the toast goes, and with it the button that has the focus. */
  const back = useRef<EventTarget | null>(null);
  useEffect(() => {
    if (!change || held) return;
    const timer = setTimeout(() => {
      if (settings.undoable.peek() === change) settings.undoable.value = undefined;
    }, stay);
    return () => clearTimeout(timer);
  }, [change, held, settings]);
  useEffect(
    () =>
      // Called at once, before anything is drawn: the button still stands there.
      settings.undoable.subscribe((next) => {
        if (next) return;
        const focused = place.current?.contains(document.activeElement);
        if (focused && back.current instanceof HTMLElement) back.current.focus({ preventScroll: true });
        // What goes with the focus on it does not say so in every browser.
        setHeld(false);
      }),
    [settings],
  );
  // The region stands there from the start: assistive technology announces what is added to it.
  return (
    <div
      ref={place}
      class="toast-place"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={(event) => {
        back.current = event.relatedTarget;
        setHeld(true);
      }}
      onFocusOut={() => setHeld(false)}
    >
      {change && (
        <div class="toast">
          <span>{describeEdit(change.edit, show)}</span>
          <button
            type="button"
            class="button"
            onClick={() => settings.undo()}
            onKeyDown={(event) => {
              // Held down, the key would click again and again, and nothing brings back what has been taken back.
              if (event.repeat && event.key === "Enter") event.preventDefault();
            }}
          >
            {i18n.t("change.undo")}
          </button>
        </div>
      )}
    </div>
  );
}
