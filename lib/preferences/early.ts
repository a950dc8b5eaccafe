/**
 * What the extension's own pages begin with, before the background has answered: the reader's choices in
 * storage.session, written after every change. No content script is told of that area, nothing of it is written to
 * disk, and it is empty after the browser's start until the background has looked at the store: pages then wait for
 * its answer. The answer always comes later and counts.
 */
import type { Choices } from "./choices.ts";
import { snapshotVersion } from "./snapshot.ts";

export const earlyKey = "choices";

/** Rules and spared stretches stay out: thousands of them take longer to read than the rest of a page's start. */
export type EarlyChoices = Omit<Choices, "rules" | "spared">;

export interface Early {
  /** That of the snapshot: a page that was open during an update has another. */
  readonly version: typeof snapshotVersion;
  readonly revision: number;
  readonly choices: EarlyChoices;
}

/** As `earlyKey` holds it. */
export function earlyOf({ revision, ...all }: Choices & { readonly revision: number }): Early {
  const { shows, sitesOff, level, scope, sections, look, pause } = all;
  return {
    version: snapshotVersion,
    revision,
    choices: { shows, sitesOff, level, scope, sections, look, pause },
  };
}

/** Undefined where there is none, or one of another version; else of a form that is known: only this file makes it. */
export function readEarly(stored: unknown): Early | undefined {
  const early = stored as Early | undefined;
  return early?.version === snapshotVersion ? early : undefined;
}
