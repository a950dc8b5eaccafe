/** One episode on, one episode back: over the ends of parts, to "watched" and to "on my list". */
import type { Progress } from "../../catalog/progress.ts";

/** In broadcast order; a film is one part of one episode. */
export type Parts = readonly { readonly title: string; readonly episodes: number }[];

/** After the last episode of the last part everything is watched. */
export function nextEpisode(parts: Parts, progress: Progress | undefined): Progress {
  if (progress?.state === "watched") return progress;
  const at = progress?.state === "watching" ? placeIn(parts, progress) : { part: 1, episode: 0 };
  if (at.episode < episodesOf(parts, at.part))
    return reached(parts, { state: "watching", part: at.part, episode: at.episode + 1 });
  if (at.part < parts.length) return reached(parts, { state: "watching", part: at.part + 1, episode: 1 });
  return { state: "watched" };
}

/**
 * Before the first episode nothing is seen yet, and before that it is on the list, not started; a film is so at once.
 */
export function previousEpisode(parts: Parts, progress: Progress | undefined): Progress {
  if (!progress || progress.state === "planned" || progress.state === "open") return { state: "planned" };
  const { part, episode } = progress.state === "watching" ? placeIn(parts, progress) : endOf(parts);
  if (episode > 1) return { state: "watching", part, episode: episode - 1 };
  if (part > 1) return { state: "watching", part: part - 1, episode: episodesOf(parts, part - 1) };
  return episode > 0 ? unseen(parts, part) : { state: "planned" };
}

/**
 * Up to this episode of this part, kept within what there is; 0: nothing of that part yet. All of the show is
 * "watched".
 */
export function upToEpisode(parts: Parts, part: number, episode: number): Progress {
  const known = Math.min(Math.max(1, part), parts.length);
  const seen = Math.min(Math.max(0, Math.trunc(episode) || 0), episodesOf(parts, known));
  return seen > 0 ? reached(parts, { state: "watching", part: known, episode: seen }) : unseen(parts, known);
}

interface Point {
  readonly part: number;
  readonly episode: number;
}

/**
 * Where the reader is among the parts that there are. Who is done with the last part that there was when they said so
 * on a veil is before the first episode of one that is still to come: after the last episode that there is.
 */
export function placeIn(parts: Parts, at: Point): Point {
  return at.part > parts.length && parts.length > 0 ? endOf(parts) : at;
}

/** After the last episode that there is. */
export function endOf(parts: Parts): Point {
  return { part: parts.length, episode: episodesOf(parts, parts.length) };
}

/** Episodes of a part; parts count from 1. */
export function episodesOf(parts: Parts, part: number): number {
  return parts[part - 1]?.episodes ?? 1;
}

function unseen(parts: Parts, part: number): Progress {
  const film = parts.length === 1 && episodesOf(parts, 1) === 1;
  return film ? { state: "planned" } : { state: "watching", part, episode: 0 };
}

function reached(parts: Parts, progress: Progress & { state: "watching" }): Progress {
  const last = progress.part === parts.length && progress.episode >= episodesOf(parts, progress.part);
  return last ? { state: "watched" } : progress;
}
