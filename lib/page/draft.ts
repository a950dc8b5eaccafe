/** In a document that is an editor as a whole (`designMode`) everything is the reader's own. */
import type { Listeners } from "./listeners.ts";

export interface DraftParts {
  readonly document: Document;
  readonly listeners: Listeners;
  readonly signal: AbortSignal;
  /** Runs work that changes the page. */
  readonly act: (work: () => void) => void;
  /** It has become one, or is one no longer. */
  readonly changed: () => void;
}

export interface Draft {
  readonly on: boolean;
  /** To be asked now and then: nothing tells of it. At the latest it is seen when the caret is put there. */
  check(): void;
}

export function createDraft({ document, listeners, signal, act, changed }: DraftParts): Draft {
  const isDraft = () => document.designMode === "on";
  let on = isDraft();
  const check = () => {
    if (on === isDraft()) return;
    on = !on;
    changed();
  };
  listeners.add(document, "selectionchange", () => on !== isDraft() && act(check), signal);
  return {
    get on() {
      return on;
    },
    check,
  };
}
