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
  /**
   * Never rejects: what cannot be put on the button (the tab is gone, an icon cannot be decoded) costs none of the rest,
   * and is tried again the next time. `pause`: the one that it shows where it is paused.
   */
  paint(tabId: number, report: PageReport, state: ShieldState, pause: Pause | null): Promise<void>;
  /** What tabs show that have said nothing: this pause, or that the shield is on. */
  rest(pause: Pause | null): Promise<void>;
  /** The tab begins to load something, or has: when that comes, browsers take off what was put on its button. */
  loading(tabId: number, begins: boolean): void;
  /** The tab is gone. */
  forget(tabId: number): void;
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
  const painter = createPainter();
  void painter.put("everywhere", "ground", ground, () => action.setBadgeBackgroundColor?.({ color: ground }));
  void painter.put("everywhere", "letters", "#ffffff", () =>
    action.setBadgeTextColor?.({ color: "#ffffff" }),
  );
  /** Tabs of which nothing that is on the button now may be there in a moment. */
  const loading = new Set<number>();

  const rest = async (pause: Pause | null) => {
    const state = pause ? "paused" : "on";
    const words = title(0, state, pause);
    await Promise.all([
      painter.put("everywhere", "title", words, () => action.setTitle({ title: words })),
      // Firefox for Android has a menu instead of a button, and no icon to set.
      painter.put("everywhere", "icon", state, () => action.setIcon?.({ path: iconPaths(state) })),
    ]);
  };

  return {
    async paint(tabId, report, state, pause) {
      const text = badgeText(report, state, off);
      const words = title(report.veils, state, pause);
      await Promise.all([
        painter.put(tabId, "text", text, () => action.setBadgeText?.({ tabId, text })),
        painter.put(tabId, "title", words, () => action.setTitle({ tabId, title: words })),
        painter.put(tabId, "icon", state, () => action.setIcon?.({ tabId, path: iconPaths(state) })),
      ]);
      // An icon that is that of all other tabs stays, whatever is taken off.
      if (loading.has(tabId)) painter.doubt(tabId, state === "off" ? undefined : "icon");
      await rest(state === "paused" ? pause : null);
    },
    rest,
    loading(tabId, begins) {
      if (begins) loading.add(tabId);
      else loading.delete(tabId);
      painter.doubt(tabId);
    },
    forget(tabId) {
      loading.delete(tabId);
      painter.forget(tabId);
    },
  };
}

type Place = number | "everywhere";

interface Painted {
  /** Undefined where it is not known. */
  value: string | undefined;
  done: Promise<void>;
}

/**
 * Paints what is not there yet: an icon is fetched and decoded each time. One after the other, or the slower of two
 * icons would stay. The button keeps its looks while the background sleeps: what they are then is not known.
 */
function createPainter() {
  const places = new Map<Place, Map<string, Painted>>();
  return {
    /** `paint` puts the value of `what` there. Never rejects. */
    put(place: Place, what: string, value: string, paint: () => unknown): Promise<void> {
      const there = places.get(place) ?? new Map<string, Painted>();
      places.set(place, there);
      const last = there.get(what);
      if (last?.value === value) return last.done;
      const next: Painted = { value, done: Promise.resolve() };
      const run = async () => {
        await last?.done;
        try {
          await paint();
        } catch {
          next.value = undefined;
        }
      };
      there.set(what, next);
      next.done = run();
      return next.done;
    },
    /** What is there may be no more. */
    doubt(place: Place, except?: string): void {
      for (const [what, painted] of places.get(place) ?? []) if (what !== except) painted.value = undefined;
    },
    forget: (place: Place) => void places.delete(place),
  };
}
