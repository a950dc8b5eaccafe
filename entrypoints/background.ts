/** Wires the browser to lib/background. */
import { sequels } from "virtual:catalog/sequels";
import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { createBackground } from "../lib/background/background.ts";
import { type Action, createBadge } from "../lib/background/badge.ts";
import { createRevealed } from "../lib/background/revealed.ts";
import { createTabs } from "../lib/background/tabs.ts";
import { createOpener } from "../lib/preferences/database.ts";
import { createPreferences } from "../lib/preferences/preferences.ts";
import { createStore } from "../lib/preferences/store.ts";
import { buttonTitle } from "../lib/ui/button-title.ts";

export default defineBackground({
  persistent: false,
  main() {
    const preferences = createPreferences({
      store: createStore(createOpener(), Date.now),
      area: browser.storage.local,
      session: browser.storage.session,
      catalog: sequels,
    });
    const action = (browser.action ?? browser.browserAction) as Action;
    const background = createBackground({
      self: { id: browser.runtime.id, origin: browser.runtime.getURL("/") },
      preferences,
      tabs: createTabs(browser.storage.session, Date.now),
      revealed: createRevealed(browser.storage.session),
      paint: createBadge(action, buttonTitle),
      send: (tabId, command, frameId) =>
        browser.tabs.sendMessage(tabId, command, frameId === undefined ? {} : { frameId }),
      now: Date.now,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    });

    browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
      const answer = background.receive(message, sender);
      answer?.then(sendResponse, () => sendResponse(undefined));
      return answer !== undefined;
    });
    browser.tabs.onUpdated.addListener((tabId, { status }) => {
      if (status) void background.loading(tabId);
    });
    browser.tabs.onRemoved.addListener((tabId) => void background.closed(tabId));
    void preferences.heal();
  },
});
