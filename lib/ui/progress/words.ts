/** Progress in words. */
import { i18n } from "#i18n";
import type { Progress } from "../../catalog/progress.ts";
import { type Parts, placeIn } from "./steps.ts";

/** "Watched", "Season 2, up to episode 4", "Not on my list" for `null`. */
export function progressWords(parts: Parts, progress: Progress | null): string {
  if (progress?.state !== "watching") return i18n.t(`progress.${progress?.state ?? "none"}`);
  const { part, episode } = placeIn(parts, progress);
  return i18n.t("progress.upTo", [parts[part - 1]?.title ?? String(part), String(episode)]);
}
