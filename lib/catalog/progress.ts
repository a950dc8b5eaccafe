/** Has the viewer passed this point? */
import type { Place } from "./types.ts";

/** How far a viewer is in one show; absent means not started. Parts and episodes count from 1. */
export type Progress =
  | { readonly state: "watched" }
  /** Everything up to and including this episode of this part. */
  | { readonly state: "watching"; readonly part: number; readonly episode: number }
  /** On the reader's list, not started. */
  | { readonly state: "planned" }
  /** Never shield this show. */
  | { readonly state: "open" };

/**
 * True if who is this far knows what is told there. "Watched" means that the viewer knows the whole show, the source
 * too. Fails closed: a place that is unknown, in the source only, or not given to the episode within the part being
 * watched is passed only then.
 */
export function passed(progress: Progress | undefined, where: Place | undefined): boolean {
  if (!progress || progress.state === "planned") return false;
  if (progress.state !== "watching") return true;
  if (!where || "source" in where) return false;
  if (where.part !== progress.part) return where.part < progress.part;
  return where.episode !== undefined && where.episode <= progress.episode;
}
