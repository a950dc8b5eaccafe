/** What the toolbar button says when pointed at. */
import { i18n } from "#i18n";
import type { Pause } from "../preferences/choices.ts";
import { timeOfDay } from "./time-of-day.ts";

/** `ButtonTitle` of lib/background/toolbar.ts. */
export function buttonTitle(veils: number, state: "on" | "paused" | "off", pause: Pause | null): string {
  if (state === "off") return i18n.t("button.off");
  if (state === "paused")
    return typeof pause?.until === "number"
      ? i18n.t("button.pausedUntil", [timeOfDay(pause.until)])
      : i18n.t("button.pausedUntilRestart");
  return veils === 0 ? i18n.t("app.name") : i18n.t("button.hidden", veils);
}
