/**
 * What has been revealed in each tab, so that it is still revealed when the reader comes back to the page in the same
 * tab. Hashes only, and only as long as tab and browser are open: nothing of it is written to disk.
 */
import type { SessionArea } from "./tabs.ts";

export interface Revealed {
  add(tabId: number, keys: readonly number[]): Promise<void>;
  of(tabId: number): Promise<readonly number[]>;
  forget(tabId: number): Promise<void>;
}

/** The oldest go. */
const most = 500;
const prefix = "revealed:";

export function createRevealed(area: SessionArea): Revealed {
  // One after the other: two frames may reveal at once.
  let last: Promise<unknown> = Promise.resolve();
  const serial = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
  // Written by this very file, and gone with the browser session.
  const read = async (tabId: number) => ((await area.get(null))[prefix + tabId] ?? []) as readonly number[];
  return {
    add: (tabId, keys) =>
      serial(async () => {
        const all = [...new Set([...(await read(tabId)), ...keys])].slice(-most);
        await area.set({ [prefix + tabId]: all });
      }),
    of: (tabId) => serial(() => read(tabId)),
    forget: (tabId) => serial(() => area.remove(prefix + tabId)),
  };
}
