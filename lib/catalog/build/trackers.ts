/** The shows' entries on the trackers: checked, and listed for imports. */
import type { Show } from "../schema.ts";
import { trackerSites } from "../types.ts";

/** Entries stand in order, each inside the show, none reaching into the next, and with an id. */
export function checkTrackers(show: Show, fail: (field: string, reason: string) => void): void {
  const all = show.parts.reduce((n, p) => n + p.episodes, 0);
  let free = 0;
  for (const [i, t] of show.trackers.entries()) {
    const field = `trackers.${i}`;
    const part = show.parts[t.part - 1];
    if (trackerSites.every((site) => t[site] === undefined))
      fail(field, `none of ${trackerSites.join(", ")}`);
    if (!part) fail(field, `there is no part ${t.part}`);
    else if (t.episode > part.episodes) fail(field, `part ${t.part} has only ${part.episodes} episodes`);
    else {
      const start = offset(show, t);
      if (start < free) fail(field, "starts inside the entry before it");
      free = start + (t.episodes ?? 1);
      if (free > all) fail(field, "reaches beyond the last part");
    }
  }
}

/** Errors: one entry in two shows, so that an import would not know which of them is meant. */
export function sharedTrackers(shows: readonly Show[]): string[] {
  const errors: string[] = [];
  for (const site of trackerSites) {
    const bearers = new Map<number, string>();
    for (const { id, trackers } of shows) {
      trackers.forEach((t, i) => {
        const value = t[site];
        if (value === undefined) return;
        const other = bearers.get(value);
        if (other) errors.push(`${id}.json: trackers.${i}.${site}: ${value} is also in ${other}.json`);
        bearers.set(value, id);
      });
    }
  }
  return errors;
}

/** The entries of all shows that have any, in the order of their places, each with the episodes that it covers. */
export function listTrackers(shows: readonly Show[]) {
  return shows.flatMap((show) => {
    const all = show.parts.reduce((n, p) => n + p.episodes, 0);
    const entries = show.trackers.map(({ part, episode, episodes, ...ids }, i) => {
      const next = show.trackers[i + 1];
      const end = next ? offset(show, next) : all;
      return { part, episode, episodes: episodes ?? end - offset(show, { part, episode }), ...ids };
    });
    return entries.length ? [{ id: show.id, entries }] : [];
  });
}

/** How many of the show's episodes come before a place. */
function offset(show: Show, { part, episode }: { part: number; episode: number }): number {
  return show.parts.slice(0, part - 1).reduce((n, p) => n + p.episodes, 0) + episode - 1;
}
