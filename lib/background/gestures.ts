/** What the reader does beside the popup: shortcuts and the context menu. */
import { mostRules } from "../catalog/rule.ts";
import type { PageCommand } from "../messages.ts";
import type { EditFor } from "../preferences/choices.ts";
import { pauseLeft } from "../preferences/pause.ts";
import { hasRule, phraseRule } from "../preferences/phrase.ts";
import { isSiteOff, siteEdit, siteOf } from "../preferences/site.ts";
import { menuChoice } from "./menus.ts";

/** As they are named in the manifest. */
export const shortcuts = ["toggle-site", "reveal-all", "next-veil"] as const;

export interface GestureParts {
  /** Writes the edit and shows it on the toolbar. */
  readonly edit: (edit: EditFor) => Promise<unknown>;
  /** The site in a tab's address bar. */
  readonly hostOf: (tabId: number) => Promise<string | undefined>;
  readonly send: (tabId: number, command: PageCommand, frameId?: number) => Promise<unknown>;
  readonly now: () => number;
  readonly newId: () => string;
  /** Shows the reader's own rules, and that there is no room for another. */
  readonly showRules: () => unknown;
}

/** Where the context menu was opened. */
export interface MenuPlace {
  readonly tabId: number;
  readonly frameId?: number | undefined;
  readonly selection?: string | undefined;
}

export function createGestures({ edit, hostOf, send, now, newId, showRules }: GestureParts) {
  /** Nobody waits for it here: why a choice cannot be saved is said in the popup. */
  const save = (change: EditFor) => edit(change).catch(() => {});
  /**
   * Off where it is on; on where it is off or paused, by whatever it is off. What it is, is looked up when the change
   * is written: pressed twice in a row, it is off and on again.
   */
  const toggleSite = async (tabId: number) => {
    const host = siteOf(await hostOf(tabId));
    await save(({ sitesOff, pause }) => {
      if (pauseLeft(pause, now()) > 0) return { pause: null };
      return host === undefined ? undefined : { sites: siteEdit(sitesOff, host, isSiteOff(sitesOff, host)) };
    });
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
      if (!rule) return;
      let full = false;
      await save(({ rules }) => {
        if (hasRule(rules, rule)) return undefined;
        full = rules.length >= mostRules;
        return full ? undefined : { rules: { [rule.id]: rule } };
      });
      // The menu has no room for words.
      if (full) showRules();
    },
  };
}
