/** Progress in words; what is read is not called watched. */
import { i18n } from "#i18n";
import type { Progress } from "../../catalog/progress.ts";
import { partOf } from "./part-name.ts";
import type { ProgressState } from "./picker.tsx";
import { placeIn } from "./steps.ts";
import { type Told, unitOf } from "./told.ts";

/**
 * "Watched", "Season 2, up to episode 4", "Watching, nothing seen yet", "Not on my list" for `null`; "Up to episode 4"
 * of an only part and of one that is called like the show, whose title stands beside it.
 */
export function progressWords(show: Told, progress: Progress | null): string {
  if (progress?.state !== "watching") return stateWords(show, progress?.state ?? "none");
  const { parts } = show;
  const { part, episode } = placeIn(parts, progress);
  const title = parts[part - 1]?.title;
  const unit = unitOf(show);
  const read = unit === "chapters";
  if (episode === 0 && part === 1) return i18n.t(read ? "progress.chapters.nothing" : "progress.nothing");
  if (episode === 0 && title !== undefined)
    return i18n.t(read ? "progress.chapters.nothingOf" : "progress.nothingOf", [partOf(show, title)]);
  if (parts.length === 1 || title === show.title) return i18n.t(`progress.${unit}.only`, [String(episode)]);
  return i18n.t(`progress.${unit}.upTo`, [
    title === undefined ? String(part) : partOf(show, title),
    String(episode),
  ]);
}

/** "Watched", or "Read" of a manga. */
export function stateWords(show: Pick<Told, "format">, state: ProgressState): string {
  if (unitOf(show) === "episodes" || state === "none" || state === "open") return i18n.t(`progress.${state}`);
  return i18n.t(`progress.chapters.${state}`);
}
