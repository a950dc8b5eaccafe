/** What follows from the user's choices, and the snapshot made of both. */
import type { Progress } from "../catalog/progress.ts";
import type { Choices } from "./choices.ts";
import { type Snapshot, snapshotVersion } from "./snapshot.ts";

/** As much of a catalog's show as is needed here. */
export interface Sequel {
  readonly id: string;
  readonly continues?: string | undefined;
}

/**
 * Whoever has started a show has watched those that it continues, back to the first. "Never shield this one" and "on my
 * list" say nothing about other shows.
 */
export function expandShows(
  chosen: Readonly<Record<string, Progress>>,
  catalog: readonly Sequel[],
): Record<string, Progress> {
  const before = new Map(catalog.map((show) => [show.id, show.continues]));
  const shows = new Map(Object.entries(chosen));
  for (const [id, progress] of Object.entries(chosen)) {
    if (progress.state === "open" || progress.state === "planned") continue;
    for (const older of chain(id, before))
      if (shows.get(older)?.state !== "open") shows.set(older, { state: "watched" });
  }
  return sorted(shows);
}

/**
 * With the scope "only shows on my list": a show on the list brings those that it continues and those that continue
 * it, for whoever is afraid to be told how a story ends means its sequels too.
 */
export function expandList(
  shows: Readonly<Record<string, Progress>>,
  catalog: readonly Sequel[],
): Record<string, Progress> {
  const before = new Map(catalog.map((show) => [show.id, show.continues]));
  const listed = new Map(Object.entries(shows));
  const isListed = (id: string) => id in shows && shows[id]?.state !== "open";
  const put = (id: string) => {
    if (!listed.has(id)) listed.set(id, { state: "planned" });
  };
  for (const { id } of catalog) {
    const older = chain(id, before);
    if (older.some(isListed)) put(id);
    if (isListed(id)) for (const each of older) put(each);
  }
  return sorted(listed);
}

/** The shows before this one, the nearest first. */
function chain(id: string, before: ReadonlyMap<string, string | undefined>): string[] {
  const seen = new Set([id]); // A catalog in error could go round in a circle.
  for (let older = before.get(id); older !== undefined && !seen.has(older); older = before.get(older))
    seen.add(older);
  return [...seen].slice(1);
}

function sorted(shows: ReadonlyMap<string, Progress>): Record<string, Progress> {
  return Object.fromEntries([...shows].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The snapshot that pages read. */
export function buildSnapshot(choices: Choices, revision: number, catalog: readonly Sequel[]): Snapshot {
  const shows = expandShows(choices.shows, catalog);
  return {
    version: snapshotVersion,
    revision,
    shows: choices.scope === "list" ? expandList(shows, catalog) : shows,
    sitesOff: [...choices.sitesOff].sort(),
    level: choices.level,
    scope: choices.scope,
    sections: choices.sections,
    look: choices.look,
    pause: choices.pause,
    rules: choices.rules,
    spared: choices.spared,
  };
}
