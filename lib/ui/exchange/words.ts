/** Progress in words. */
import { i18n } from "#i18n";
import type { Progress } from "../../catalog/progress.ts";
import type { MatchShow } from "../../exchange/catalog-index.ts";

/** "Watched", "Season 2, up to episode 4"; `null`: off the list. */
export function progressWords(show: MatchShow, progress: Progress | null): string {
  if (progress?.state === "watched") return i18n.t("progress.watched");
  if (progress?.state === "open") return i18n.t("progress.open");
  if (progress?.state === "planned") return i18n.t("exchange.planned");
  if (!progress) return i18n.t("exchange.off");
  const part = show.parts[progress.part - 1]?.title ?? String(progress.part);
  return i18n.t("progress.upTo", [part, String(progress.episode)]);
}
