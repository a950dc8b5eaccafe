/** Progress in words. */
import { i18n } from "#i18n";
import type { Progress } from "../../catalog/progress.ts";
import { partName } from "./part-name.ts";
import { type Parts, placeIn } from "./steps.ts";

/** "Watched", "Season 2, up to episode 4", "Up to episode 4" of an only part, "Not on my list" for `null`. */
export function progressWords(parts: Parts, progress: Progress | null): string {
  if (progress?.state !== "watching") return i18n.t(`progress.${progress?.state ?? "none"}`);
  const { part, episode } = placeIn(parts, progress);
  if (parts.length === 1) return i18n.t("progress.upToEpisode", [String(episode)]);
  const title = parts[part - 1]?.title;
  return i18n.t("progress.upTo", [title === undefined ? String(part) : partName(title), String(episode)]);
}
