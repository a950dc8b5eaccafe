/** The toolbar button: its number, its icon and what it says when pointed at, for each tab. */
import type { PageReport } from "../messages.ts";
import type { Pause, WhereOff } from "../preferences/choices.ts";
import { pauseLeft } from "../preferences/pause.ts";
import { isSiteOff } from "../preferences/site.ts";

/** Does the shield work here? */
export type ShieldState = "on" | "paused" | "off";

/** Paused is paused everywhere, also where it would be off. `host` and `now` as for `isSiteOff` and `pauseLeft`. */
export function shieldState(
  { pause, sitesOff }: WhereOff,
  host: string | undefined,
  now: number,
): ShieldState {
  if (pauseLeft(pause, now) > 0) return "paused";
  return isSiteOff(sitesOff, host) ? "off" : "on";
}

/** The part of `browser.action` (`browserAction` in Firefox) that is used. Not every browser has more than a title. */
export interface Action {
  setBadgeText?(details: { tabId: number; text: string }): unknown;
  setBadgeBackgroundColor?(details: { color: string }): unknown;
  setBadgeTextColor?(details: { color: string }): unknown;
  setTitle(details: { tabId?: number; title: string }): unknown;
  setIcon?(details: { tabId?: number; path: Record<string, string> }): unknown;
}

export interface Toolbar {
  /** Where the tab is gone meanwhile nothing happens. `pause`: the one that it shows where it is paused. */
  paint(tabId: number, report: PageReport, state: ShieldState, pause: Pause | null): Promise<void>;
  /** What tabs show that have said nothing: this pause, or that the shield is on. */
  rest(pause: Pause | null): Promise<void>;
}

/** `pause`: the one that is on, to be said with its end. The words stay when nobody looks at the clock any more. */
export type ButtonTitle = (veils: number, state: ShieldState, pause: Pause | null) => string;

/** A quiet grey-violet: the number is a fact, not an alarm. */
const ground = "#5b5870";

/** The badge for one tab: the number of veils, `off` where the site is switched off, else nothing. */
export function badgeText(report: PageReport, state: ShieldState, off: string): string {
  if (state === "off") return off;
  if (state === "paused" || report.veils === 0) return "";
  return report.veils > 999 ? "999+" : String(report.veils);
}

/** The icon's files (public/icon/), by size in pixels. */
export function iconPaths(state: ShieldState): Record<string, string> {
  const suffix = state === "on" ? "" : `-${state}`;
  return Object.fromEntries(["16", "32", "48"].map((size) => [size, `/icon/${size}${suffix}.png`]));
}

/** `off`: "off" in the reader's language, in as many letters as a badge has room for. */
export function createToolbar(action: Action, title: ButtonTitle, off: string): Toolbar {
  action.setBadgeBackgroundColor?.({ color: ground });
  action.setBadgeTextColor?.({ color: "#ffffff" });
  // The button keeps its looks while the background sleeps: what they are then is not known.
  let elsewhere: string | undefined;
  const rest = async (pause: Pause | null) => {
    const state = pause ? "paused" : "on";
    const words = title(0, state, pause);
    if (words === elsewhere) return;
    elsewhere = words;
    await action.setTitle({ title: words });
    // Firefox for Android has a menu instead of a button, and no icon to set.
    await action.setIcon?.({ path: iconPaths(state) });
  };
  return {
    async paint(tabId, report, state, pause) {
      try {
        await action.setBadgeText?.({ tabId, text: badgeText(report, state, off) });
        await action.setTitle({ tabId, title: title(report.veils, state, pause) });
        await action.setIcon?.({ tabId, path: iconPaths(state) });
      } catch {
        // The tab has closed meanwhile.
      }
      await rest(state === "paused" ? pause : null);
    },
    rest,
  };
}
