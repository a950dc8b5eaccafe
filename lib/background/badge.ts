/** The number on the toolbar button. */
import type { PageReport } from "../messages.ts";

/** The part of `browser.action` (`browserAction` in Firefox) that is used. */
export interface Action {
  setBadgeText(details: { tabId: number; text: string }): unknown;
  setBadgeBackgroundColor(details: { color: string }): unknown;
  setBadgeTextColor?(details: { color: string }): unknown;
  setTitle(details: { tabId: number; title: string }): unknown;
}

/** A quiet grey-violet: the number is a fact, not an alarm. */
const ground = "#5b5870";

/** The badge for one tab: the number of veils, "off" where the site is switched off, else nothing. */
export function badgeText(report: PageReport, off: boolean): string {
  if (off) return "off";
  if (report.veils === 0) return "";
  return report.veils > 999 ? "999+" : String(report.veils);
}

export function createBadge(action: Action, title: (report: PageReport, off: boolean) => string) {
  action.setBadgeBackgroundColor({ color: ground });
  action.setBadgeTextColor?.({ color: "#ffffff" });
  return async (tabId: number, report: PageReport, off: boolean): Promise<void> => {
    try {
      await action.setBadgeText({ tabId, text: badgeText(report, off) });
      await action.setTitle({ tabId, title: title(report, off) });
    } catch {
      // The tab has closed meanwhile.
    }
  };
}
