/**
 * The background's part: it owns the preferences and knows what each tab veils.
 *
 *   frames ── summary ──► tabs ──► toolbar button, context menu
 *   frames ── pointed ──► what the context menu offers on a veil
 *   frames ── spare, seen ──► preferences; revealed, recall ──► what is revealed in the tab
 *   popup ── page ──► asks the frames to report ──► PageReport
 *   popup, shortcuts, context menu ── edit, undo, erase, repair ──► preferences ──► snapshot ──► every page
 *   (storage.onChanged)
 */
import type { Place } from "../catalog/types.ts";
import { backupFile, writeBackup } from "../exchange/backup.ts";
import type {
  CopyAnswer,
  PageCommand,
  PageReport,
  PopupMessage,
  Reply,
  SiteAnswer,
  VeilItem,
} from "../messages.ts";
import { type EditFor, type Pause, sparing } from "../preferences/choices.ts";
import { onward } from "../preferences/onward.ts";
import { pauseLeft } from "../preferences/pause.ts";
import type { Preferences } from "../preferences/preferences.ts";
import { seen } from "../preferences/seen.ts";
import { siteOf } from "../preferences/site.ts";
import { type Accepted, accept, type Frame, type Self, type Sender } from "./accept.ts";
import type { Revealed } from "./revealed.ts";
import type { Tabs } from "./tabs.ts";
import { shieldState, type Toolbar } from "./toolbar.ts";

export interface BackgroundOptions {
  readonly self: Self;
  readonly preferences: Preferences;
  readonly tabs: Tabs;
  readonly revealed: Revealed;
  readonly toolbar: Toolbar;
  /** The last episode of a show of the catalog. */
  readonly endOf: (show: string) => Place | undefined;
  /** A tab's numbers are others now. */
  readonly onReport?: () => void;
  /** What can be done to what is pointed at in this frame; nothing: it points at nothing hidden any more. */
  readonly onPoint?: (frame: Frame, items: readonly VeilItem[]) => void;
  /** Sends to all frames of a tab, or to one; rejects where no content script listens. */
  readonly send: (tabId: number, command: PageCommand, frameId?: number) => Promise<unknown>;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** Time for frames to answer `report`; whoever is silent longer is gone. */
const silence = 400; // ms

export function createBackground(options: BackgroundOptions) {
  const { self, preferences, tabs, revealed, toolbar, send, now, wait } = options;

  const repaint = async (tabId: number) => {
    const report = tabs.report(tabId);
    options.onReport?.();
    const off = await preferences.whereOff();
    await toolbar.paint(tabId, report, shieldState(off, report.host, now()), off.pause);
  };

  /** The pause that buttons show. */
  let shown: Pause | null = null;

  const repaintAll = async () => {
    await tabs.ready;
    const { pause } = await preferences.whereOff();
    shown = pauseLeft(pause, now()) > 0 ? pause : null;
    await Promise.all([toolbar.rest(shown), ...tabs.ids().map(repaint)]);
  };

  const look = async () => {
    if (!shown || pauseLeft(shown, now()) > 0) return;
    // Once: it is called more often than there is something to paint.
    shown = null;
    await repaintAll();
  };

  /** Counts a tab anew, by asking its frames. */
  const recount = async (tabId: number) => {
    tabs.meet(tabId);
    const asked = now();
    await send(tabId, { type: "report" }).catch(() => {});
    await wait(silence);
    tabs.dropBefore(tabId, asked);
    await repaint(tabId);
  };

  const site = async (tabId: number): Promise<SiteAnswer> => {
    const answer = await send(tabId, { type: "where" }, 0).catch(() => undefined);
    const host = (answer as SiteAnswer | undefined)?.host;
    return { host: siteOf(typeof host === "string" ? host : undefined) ?? tabs.report(tabId).host };
  };

  const page = async (tabId: number): Promise<PageReport> => {
    const [{ host }] = await Promise.all([site(tabId), tabs.ready]);
    void recount(tabId);
    return { ...tabs.report(tabId), host };
  };

  const write = (message: Exclude<PopupMessage, { type: "page" | "preferences" | "copy" }>) => {
    if (message.type === "edit") {
      const { edit } = message;
      return preferences.edit(message.onward ? ({ shows }) => onward(shows, edit) : edit);
    }
    return message.type === "undo" ? preferences.undo(message.change) : preferences[message.type]();
  };

  const copy = async (): Promise<CopyAnswer> => {
    const { choices, aside } = await preferences.copy();
    return { name: backupFile, text: writeBackup(choices, now(), aside) };
  };

  const change = async (message: Parameters<typeof write>[0]) => {
    const state = await write(message);
    // Any change also ends a pause of the last session that could not be ended at the start.
    const ended = shown && !state.pause;
    if (ended || message.type !== "edit" || message.edit.sites || message.edit.pause !== undefined)
      void repaintAll();
    return state;
  };

  const answerPopup = async (message: PopupMessage): Promise<unknown> => {
    if (message.type === "page") return page(message.tabId);
    if (message.type === "preferences") return preferences.state();
    if (message.type === "copy") return copy();
    return change(message);
  };

  const answerContent = async (accepted: Accepted & { from: "content" }): Promise<unknown> => {
    const { message, frame } = accepted;
    // Before anything is waited for: a menu may be opened at any moment.
    if (message.type === "pointed") return options.onPoint?.(frame, message.items);
    await tabs.ready;
    if (message.type === "site") return site(frame.tabId);
    if (message.type === "paused") return preferences.pausedUntilRestart();
    if (message.type === "recall") return { keys: await revealed.of(frame.tabId) };
    if (message.type === "summary") {
      tabs.note(frame, message.summary);
      await repaint(frame.tabId);
    } else if (message.type === "revealed") {
      if (message.keys.length) await revealed.add(frame.tabId, message.keys);
      else await revealed.forget(frame.tabId);
    } else if (message.type === "spare") await preferences.edit(sparing(message.keys));
    else {
      const { show, where } = message;
      await preferences.edit(({ shows }) => seen(shows, show, where, options.endOf(show)));
    }
    return undefined;
  };

  return {
    /** The answer to a message, or undefined where there is none to give. */
    receive(message: unknown, sender: Sender): Promise<unknown> | undefined {
      const accepted = accept(message, sender, self);
      if (!accepted) return undefined;
      void look();
      if (accepted.from === "content") return answerContent(accepted);
      return toReply(answerPopup(accepted.message));
    },
    /** At every start, when the preferences are healed: a pause may have ended while the background slept. */
    async start(): Promise<void> {
      shown = (await preferences.whereOff()).pause;
      await look();
    },
    /** Whatever has woken the background: if a pause has ended by the clock, every button says so. */
    look,
    /** For changes that come neither from a page of the extension nor from a frame. */
    async edit(edit: EditFor): Promise<void> {
      await preferences.edit(edit);
      void repaintAll();
    },
    hostOf: async (tabId: number) => (await site(tabId)).host,
    /**
     * A tab begins to load something, or has loaded it: its frames may be others now, or the same after a change of
     * address by script.
     */
    async loading(tabId: number, begins: boolean): Promise<void> {
      toolbar.loading(tabId, begins);
      await tabs.ready;
      if (tabs.has(tabId)) await recount(tabId);
    },
    async closed(tabId: number): Promise<void> {
      await tabs.ready;
      tabs.forget(tabId);
      toolbar.forget(tabId);
      await revealed.forget(tabId);
    },
  };
}

async function toReply(work: Promise<unknown>): Promise<Reply<unknown>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    return { ok: false, error: String(error) };
  }
}
