/** Progress in words. */
import { i18n } from "#i18n";
import type { Progress } from "../../catalog/progress.ts";
import type { Parts } from "./steps.ts";

/** "Watched", "Season 2, up to episode 4", "Not on my list" for `null`. */
export function progressWords(parts: Parts, progress: Progress | null): string {
  if (progress?.state !== "watching") return i18n.t(`progress.${progress?.state ?? "none"}`);
  const part = parts[progress.part - 1]?.title ?? String(progress.part);
  return i18n.t("progress.upTo", [part, String(progress.episode)]);
}
