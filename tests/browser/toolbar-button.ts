/** What the toolbar's button shows for the tab with the test's page, and on tabs that have said nothing. */
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { prepend } from "./clock.ts";
import { inFirefoxWindow } from "./firefox-window.ts";
import { geckoId, type Session } from "./launch.ts";
import { api } from "./popup.ts";
import { worker } from "./worker.ts";

export interface Button {
  readonly badge: string;
  readonly title: string;
  /** The file that it is drawn from, of a tab and of all others. */
  readonly icon: string;
  readonly elsewhere: string;
}

/** Chromium tells nobody which icon a button has: a copy of the extension keeps book of what it has been told. */
const bookkeeping = `if (globalThis.chrome?.action) {
  const { action } = chrome;
  const { setIcon } = action;
  globalThis.icons = {};
  action.setIcon = (icon, ...more) => {
    icons[icon.tabId ?? "elsewhere"] = icon.path["16"];
    return setIcon.call(action, icon, ...more);
  };
}
`;

/** Puts the book into a copy of the extension (each-browser.ts, `change`). */
export const withIcons = (folder: string) => prepend(join(folder, "background.js"), bookkeeping);

const file = (path: string) => path.split("/").at(-1)!;

/** The button as it is for the page on 127.0.0.1; asked in the popup. */
export async function button(session: Session, popup: Page): Promise<Button> {
  const { id, ...words } = (await popup.evaluate(`(async () => {
    const { action, browserAction, tabs } = ${api};
    for (const { id } of await tabs.query({})) {
      const answer = await tabs.sendMessage(id, { type: "where" }, { frameId: 0 }).catch(() => undefined);
      if (answer?.host !== "127.0.0.1") continue;
      const of = action ?? browserAction;
      return { id, badge: await of.getBadgeText({ tabId: id }), title: await of.getTitle({ tabId: id }) };
    }
    throw new Error("no page of the test is open");
  })()`)) as { id: number; badge: string; title: string };
  const [icon, elsewhere] = await icons(session, id);
  return { ...words, icon: file(icon), elsewhere: file(elsewhere) };
}

/** What it says on tabs that have said nothing. */
export const titleElsewhere = (popup: Page): Promise<string> =>
  popup.evaluate(`(${api}.action ?? ${api}.browserAction).getTitle({})`) as Promise<string>;

async function icons(session: Session, tab: number): Promise<[string, string]> {
  if (session.name === "chromium")
    return (await (await worker(session)).evaluate(`[icons[${tab}], icons.elsewhere]`)) as [string, string];
  const found = await inFirefoxWindow(
    session.browser,
    `(() => {
      const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
      const { browserActionFor, tabTracker } = ExtensionParent.apiManager.global;
      const { action } = browserActionFor(WebExtensionPolicy.getByID("${geckoId}").extension);
      const of = (tab) => action.getContextData(tab).icon["16"];
      return JSON.stringify([of(tabTracker.getTab(${tab})), of(null)]);
    })()`,
  );
  return JSON.parse(found) as [string, string];
}
