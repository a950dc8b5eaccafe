/** Where something hidden is pointed at: there is one pointer, and so one frame at most. */
import type { VeilItem } from "../messages.ts";
import type { Frame } from "./accept.ts";

/**
 * Milliseconds for which a frame's word counts. A frame that is taken away with the pointer on it may say nothing more;
 * one that is still there says it again before that (lib/page/menu.ts).
 */
const lease = 10_000;

export interface PointedParts {
  /** What can be done where the pointer is; nothing: it is on nothing hidden. */
  readonly offer: (items: readonly VeilItem[]) => unknown;
  /** Returns what cancels it. */
  readonly later: (run: () => void, ms: number) => () => void;
}

export function createPointed({ offer, later }: PointedParts) {
  let at: Pick<Frame, "tabId" | "frameId"> | undefined;
  let cancel = () => {};
  const leave = () => {
    cancel();
    if (!at) return;
    at = undefined;
    offer([]);
  };
  return {
    /** A frame says what can be done there; nothing: the pointer has left it, and may be in another already. */
    tell({ tabId, frameId }: Frame, items: readonly VeilItem[]): void {
      if (!items.length) {
        if (at?.tabId === tabId && at.frameId === frameId) leave();
        return;
      }
      cancel();
      at = { tabId, frameId };
      cancel = later(leave, lease);
      offer(items);
    },
    /** Another tab is shown, or this tab shows something else, or is gone. */
    leave(tabId?: number): void {
      if (tabId === undefined || at?.tabId === tabId) leave();
    },
  };
}
