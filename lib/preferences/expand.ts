/** What follows from the user's choices, and the snapshot made of both. */
import type { Progress } from "../catalog/progress.ts";
import { type Snapshot, snapshotVersion } from "./snapshot.ts";
import type { Choices } from "./store.ts";

/** As much of a catalog's show as is needed here. */
export interface Sequel {
  readonly id: string;
  readonly continues?: string | undefined;
}

/**
 * Whoever has started a show has watched those that it continues, back to the first. "Never shield this one" says
 * nothing about other shows.
 */
export function expandShows(
  chosen: Readonly<Record<string, Progress>>,
  catalog: readonly Sequel[],
): Record<string, Progress> {
  const before = new Map(catalog.map((show) => [show.id, show.continues]));
  const shows = new Map(Object.entries(chosen));
  for (const [id, progress] of Object.entries(chosen)) {
    if (progress.state === "open") continue;
    const seen = new Set([id]); // A catalog in error could go round in a circle.
    for (let older = before.get(id); older !== undefined && !seen.has(older); older = before.get(older)) {
      seen.add(older);
      if (shows.get(older)?.state !== "open") shows.set(older, { state: "watched" });
    }
  }
  return Object.fromEntries([...shows].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The snapshot that pages read. */
export function buildSnapshot(choices: Choices, revision: number, catalog: readonly Sequel[]): Snapshot {
  return {
    version: snapshotVersion,
    revision,
    shows: expandShows(choices.shows, catalog),
    sitesOff: [...choices.sitesOff].sort(),
    level: choices.level,
  };
}
