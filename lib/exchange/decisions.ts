/**
 * What only the reader can say about a list. Apart from the plan, so that a page has it before anything else is loaded.
 */
import type { Entry } from "./types.ts";

/** What the reader has decided so far. */
export interface Decisions {
  /** Take the list's word also where the reader is further already. */
  readonly replace: boolean;
  /** What a line means that says nothing but a title. */
  readonly plain: "completed" | "planned";
  /** Entries that were not recognised: the show, and its part by index where it has several. */
  readonly chosen: ReadonlyMap<Entry, { readonly show: string; readonly part?: number | undefined }>;
  /** Shows that are to be taken as far as the latest of their entries, though earlier ones are missing. */
  readonly beyond: ReadonlySet<string>;
  /** Shows that are to stay as they are. */
  readonly skipped: ReadonlySet<string>;
}

export const undecided: Decisions = {
  replace: false,
  plain: "completed",
  chosen: new Map(),
  beyond: new Set(),
  skipped: new Set(),
};
