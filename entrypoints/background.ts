/** Wires the browser to lib/background. */
import { brief } from "virtual:catalog/brief";
import { sequels } from "virtual:catalog/sequels";
import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { i18n } from "#i18n";
import { createBackground } from "../lib/background/background.ts";
import { createGestures } from "../lib/background/gestures.ts";
import { menuWords } from "../lib/background/menu-words.ts";
import { createMenus } from "../lib/background/menus.ts";
import { createPointed } from "../lib/background/pointed.ts";
import { createRevealed } from "../lib/background/revealed.ts";
import { createTabs } from "../lib/background/tabs.ts";
import { type Action, createToolbar } from "../lib/background/toolbar.ts";
import type { PageCommand } from "../lib/messages.ts";
import { localTitle } from "../lib/page/words.ts";
import { createMarks } from "../lib/preferences/marks.ts";
import { createPreferences } from "../lib/preferences/preferences.ts";
import { plainStore, storeInFirefox } from "../lib/preferences/store-here.ts";
import { buttonTitle } from "../lib/ui/button-title.ts";
import { say } from "../lib/ui/page.ts";

/** Where it is to remember no history every window is a private one, and the background is in one. */
const inFirefox = () =>
  storeInFirefox(
    browser.storage.local,
    Date.now,
    browser.extension.inIncognitoContext
      ? async () => (await import("../lib/preferences/memory-database.ts")).useMemory()
      : undefined,
  );

export default defineBackground({
  persistent: false,
  main() {
    const preferences = createPreferences({
      ...(import.meta.env.FIREFOX ? inFirefox() : plainStore(Date.now)),
      area: browser.storage.local,
      session: browser.storage.session,
      marks: createMarks(() => navigator.storage.getDirectory()),
      catalog: sequels,
    });
    const action = (browser.action ?? browser.browserAction) as Action;
    const tabs = createTabs(browser.storage.session, Date.now);
    const send = (tabId: number, command: PageCommand, frameId?: number) =>
      browser.tabs.sendMessage(tabId, command, frameId === undefined ? {} : { frameId });
    const titleOf = (show: string) => {
      const title = brief[show]?.[0];
      return title && localTitle(say, show, title);
    };
    // Firefox for Android has neither menus nor shortcuts.
    const menus = browser.contextMenus && createMenus(browser.contextMenus, menuWords(), titleOf);
    const showMenu = async () => {
      if (!menus) return;
      const [[active]] = await Promise.all([
        browser.tabs.query({ active: true, lastFocusedWindow: true }),
        tabs.ready,
      ]);
      if (active?.id !== undefined) await menus.show(tabs.report(active.id));
    };
    const pointed = createPointed({
      offer: (items) => menus?.point(items),
      later(run, ms) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
    const background = createBackground({
      self: { id: browser.runtime.id, origin: browser.runtime.getURL("/") },
      preferences,
      tabs,
      revealed: createRevealed(browser.storage.session),
      toolbar: createToolbar(action, buttonTitle, i18n.t("button.badge")),
      endOf(show) {
        const told = brief[show];
        return told && { part: told[1], episode: told[2] };
      },
      onReport: () => void showMenu(),
      onPoint: pointed.tell,
      send,
      now: Date.now,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });

    const gestures = createGestures({
      ...background,
      send,
      now: Date.now,
      newId: () => crypto.randomUUID(),
      showRules: () => browser.tabs.create({ url: browser.runtime.getURL("/options.html#rules") }),
    });
    browser.contextMenus?.onClicked.addListener(({ menuItemId, selectionText: selection, frameId }, tab) => {
      if (tab?.id !== undefined) void gestures.menu(menuItemId, { tabId: tab.id, frameId, selection });
    });
    browser.commands?.onCommand.addListener((name, tab) => {
      if (tab?.id !== undefined) void gestures.shortcut(name, tab.id);
    });
    const turn = () => {
      void showMenu();
      void background.look();
    };
    browser.tabs.onActivated.addListener(() => {
      pointed.leave();
      turn();
    });
    // Firefox for Android has one window.
    browser.windows?.onFocusChanged.addListener(turn);

    browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
      const answer = background.receive(message, sender);
      answer?.then(sendResponse, () => sendResponse(undefined));
      return answer !== undefined;
    });
    browser.tabs.onUpdated.addListener((tabId, { status }) => {
      if (status === "loading") pointed.leave(tabId);
      if (status) void background.loading(tabId, status === "loading");
      void background.look();
    });
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === "install") void browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") });
    });
    browser.tabs.onRemoved.addListener((tabId) => {
      pointed.leave(tabId);
      void background.closed(tabId);
    });
    void showMenu();
    void preferences.heal().then(background.start);
  },
});
