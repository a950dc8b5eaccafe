/** What the reader does beside the popup: shortcuts and the context menu. */
import type { PageCommand } from "../messages.ts";
import type { Edit } from "../preferences/choices.ts";
import { pauseLeft } from "../preferences/pause.ts";
import { phraseRule } from "../preferences/phrase.ts";
import type { Preferences } from "../preferences/preferences.ts";
import { isSiteOff, siteEdit, siteOf } from "../preferences/site.ts";
import { menuChoice } from "./menus.ts";

/** As they are named in the manifest. */
export const shortcuts = ["toggle-site", "reveal-all", "next-veil"] as const;

export interface GestureParts {
  readonly preferences: Preferences;
  /** Writes the edit and shows it on the toolbar. */
  readonly edit: (edit: Edit) => Promise<unknown>;
  /** The site in a tab's address bar. */
  readonly hostOf: (tabId: number) => Promise<string | undefined>;
  readonly send: (tabId: number, command: PageCommand, frameId?: number) => Promise<unknown>;
  readonly now: () => number;
  readonly newId: () => string;
}

/** Where the context menu was opened. */
export interface MenuPlace {
  readonly tabId: number;
  readonly frameId?: number | undefined;
  readonly selection?: string | undefined;
}

export function createGestures({ preferences, edit, hostOf, send, now, newId }: GestureParts) {
  /** Nobody waits for it here: why a choice cannot be saved is said in the popup. */
  const save = (change: Edit) => edit(change).catch(() => {});
  /** Off where it is on; on where it is off or paused, by whatever it is off. */
  const toggleSite = async (tabId: number) => {
    const { sitesOff, pause } = await preferences.state();
    if (pauseLeft(pause, now()) > 0) return save({ pause: null });
    const host = siteOf(await hostOf(tabId));
    if (host === undefined) return undefined;
    return save({ sites: siteEdit(sitesOff, host, isSiteOff(sitesOff, host)) });
  };
  return {
    async shortcut(name: string, tabId: number): Promise<void> {
      if (name === "toggle-site") await toggleSite(tabId);
      if (name === "reveal-all" || name === "next-veil") await send(tabId, { type: name }).catch(() => {});
    },
    async menu(item: string | number, { tabId, frameId, selection }: MenuPlace): Promise<void> {
      const choice = menuChoice(item);
      if (choice?.type === "reveal-all") await send(tabId, choice).catch(() => {});
      if (choice?.type === "choose") await send(tabId, choice, frameId).catch(() => {});
      if (choice?.type !== "hide") return;
      // The frame knows the whole of words that are selected by half.
      const whole = await send(tabId, { type: "selection" }, frameId).catch(() => undefined);
      const words = typeof whole === "string" ? whole : (selection ?? "");
      const rule = phraseRule(words, newId(), choice.show);
      if (rule) await save({ rules: { [rule.id]: rule } });
    },
  };
}
