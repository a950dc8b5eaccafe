/** Wires the browser to the popup of lib/ui. */

import { shows } from "virtual:catalog/shows";
import { render } from "preact";
import { browser } from "wxt/browser";
import { lastReport } from "../../lib/background/tabs.ts";
import type { PageCommand, SiteAnswer } from "../../lib/messages.ts";
import { earlyKey } from "../../lib/preferences/early.ts";
import { createAsk, follow } from "../../lib/ui/client.ts";
import { keepFocus } from "../../lib/ui/keep-focus.ts";
import { localize } from "../../lib/ui/page.ts";
import { findPageTab } from "../../lib/ui/page-tab.ts";
import { createModel } from "../../lib/ui/popup/model.ts";
import { Popup } from "../../lib/ui/popup/popup.tsx";
import { prepareSearch } from "../../lib/ui/show-search.ts";
import { listed } from "../../lib/ui/show-title.ts";

const send = (tabId: number, command: PageCommand, frameId?: number) =>
  browser.tabs.sendMessage(tabId, command, frameId === undefined ? {} : { frameId });

const hasShield = async (tabId: number) => {
  const answer = await send(tabId, { type: "where" }, 0).catch(() => undefined);
  return Boolean((answer as SiteAnswer | undefined)?.host);
};

const model = createModel({
  catalog: listed(shows),
  ask: createAsk((message) => browser.runtime.sendMessage(message)),
  findTab: () => findPageTab(browser.tabs, hasShield),
  lastReport: (tabId) => lastReport(browser.storage.session, tabId),
  command: (tabId, type, frameId) => send(tabId, { type }, frameId),
  openOptions: () => {
    void browser.runtime.openOptionsPage();
    // Firefox leaves the popup standing over the page that it has opened.
    window.close();
  },
  now: Date.now,
  newId: () => crypto.randomUUID(),
});

localize(document);
keepFocus(document);
// The background is asked once there is something to be seen: where it has much to read, it takes the time that the
// first frame needs.
void browser.storage.session
  .get(earlyKey)
  .catch(() => ({}) as Record<string, unknown>)
  .then(async ({ [earlyKey]: early }) => {
    model.settings.begin(early);
    const root = document.getElementById("popup");
    if (root) render(<Popup model={model} />, root);
    await Promise.allSettled([model.refresh(), model.refreshPage()]);
    void prepareSearch();
    // Frames answer the background's question one by one: what is late stands there with the next look.
    setTimeout(() => void model.refreshPage(), 150);
    setInterval(() => {
      if (!document.hidden) void model.refreshPage();
    }, 1_000);
  });
follow(browser.storage.local, model.refresh);
browser.storage.session.onChanged.addListener(() => void model.hear());
