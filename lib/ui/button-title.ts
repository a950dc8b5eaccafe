/** What the toolbar button says when pointed at. */
import { i18n } from "#i18n";
import type { PageReport } from "../messages.ts";

export function buttonTitle(report: PageReport, state: "on" | "paused" | "off"): string {
  if (state !== "on") return i18n.t(`button.${state}`);
  return report.veils === 0 ? i18n.t("app.name") : i18n.t("button.hidden", report.veils);
}
