/** What has just been changed, with a button that takes it back; it goes by itself after a while. */
import { useEffect, useState } from "preact/hooks";
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
  useEffect(() => {
    if (!change || held) return;
    const timer = setTimeout(() => {
      if (settings.undoable.peek() === change) settings.undoable.value = undefined;
    }, stay);
    return () => clearTimeout(timer);
  }, [change, held, settings]);
  // The region stands there from the start: assistive technology announces what is added to it.
  return (
    <div
      class="toast-place"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      {change && (
        <div class="toast">
          <span>{describeEdit(change.edit, show)}</span>
          <button type="button" class="button" onClick={() => settings.undo()}>
            {i18n.t("change.undo")}
          </button>
        </div>
      )}
    </div>
  );
}
