/**
 * What has just been changed, with a button that takes it back; or what has been taken back, with one for the change
 * before it. It goes by itself after a while; the key for undoing brings it back.
 */
import { batch } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Change } from "../preferences/choices.ts";
import { describeEdit } from "./describe-edit.ts";
import type { Told } from "./progress/told.ts";
import type { Settings } from "./settings.ts";

interface UndoToastProps {
  readonly settings: Pick<Settings, "state" | "undoable" | "undone" | "undo">;
  readonly show: (id: string) => Told | undefined;
}

/** Milliseconds; they begin anew once the toast is no longer pointed at or focused, and once its tab is in front again. */
const stay = 10_000;

export function UndoToast({ settings, show }: UndoToastProps) {
  const change = settings.undoable.value;
  const undone = settings.undone.value;
  const [held, setHeld] = useState(false);
  const seen = useSeen();
  const place = useRef<HTMLDivElement>(null);
  /** Where the focus came from: there it goes back when the toast goes, and with it the button that has the focus. */
  const back = useRef<EventTarget | null>(null);
  useEffect(() => {
    if (!(change || undone) || held || !seen) return;
    const timer = setTimeout(() => {
      batch(() => {
        if (settings.undoable.peek() === change) settings.undoable.value = undefined;
        settings.undone.value = undefined;
      });
    }, stay);
    return () => clearTimeout(timer);
  }, [change, undone, held, seen, settings]);
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
  useEffect(() => {
    // From wherever one is: by Tab the toast is behind hundreds of rows.
    const onKey = (event: KeyboardEvent) => {
      const last = settings.undoable.peek() ?? settings.state.peek()?.lastChange;
      if (!last || !isUndo(event)) return;
      event.preventDefault();
      // Whose toast has gone is seen again before it is taken back: it may have been made long ago, or elsewhere.
      if (settings.undoable.peek()) void settings.undo();
      else settings.undoable.value = last;
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [settings]);
  const words = (each: Change) => describeEdit(each.edit, show, each.inverse);
  // The region stands there from the start: assistive technology announces what is added to it.
  return (
    <div
      ref={place}
      class="toast-place"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={(event) => {
        back.current = event.relatedTarget;
        setHeld(true);
      }}
      onFocusOut={() => setHeld(false)}
    >
      <div class="toast-region" role="status">
        {(change || undone) && (
          <div class="toast">
            {/* With keys, so that the same words are said anew. One and the same change may be in either line. */}
            <div class="toast-words">
              {undone && <p key={-undone.id}>{i18n.t("change.undone", [words(undone)])}</p>}
              {change && (
                <p key={change.id}>{undone ? i18n.t("change.before", [words(change)]) : words(change)}</p>
              )}
            </div>
            {change && (
              <button
                type="button"
                class="button"
                aria-keyshortcuts="Control+Z Meta+Z"
                onClick={() => settings.undo()}
                onKeyDown={(event) => {
                  // Held down, the key would click again and again, and nothing brings back what has been taken back.
                  if (event.repeat && event.key === "Enter") event.preventDefault();
                }}
              >
                {i18n.t("change.undo")}
              </button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

/** Is the page in front? Who imports a list goes to look at another tab, and may come back to take it back. */
function useSeen(): boolean {
  const [seen, setSeen] = useState(!document.hidden);
  useEffect(() => {
    const look = () => setSeen(!document.hidden);
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return seen;
}

/** The key that everybody knows for it; where text is written it belongs to that. */
function isUndo({ key, ctrlKey, metaKey, shiftKey, altKey, repeat, target }: KeyboardEvent): boolean {
  const written =
    target instanceof Element && target.closest("textarea, input:not([type=checkbox], [type=radio])");
  return key.toLowerCase() === "z" && (ctrlKey || metaKey) && !shiftKey && !altKey && !repeat && !written;
}
