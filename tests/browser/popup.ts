/** The popup, opened as a tab: WebDriver cannot press the toolbar's button. It then speaks of the tab used last. */
import type { ElementHandle, Page } from "puppeteer-core";
import type { PopupMessage, PreferencesState, Reply } from "../../lib/messages.ts";
import { control, press } from "./by-name.ts";
import type { Session } from "./launch.ts";

async function openPopup(session: Session): Promise<Page> {
  const popup = await session.openExtensionPage("popup.html");
  try {
    await popup.setViewport({ width: 380, height: 600 });
    await popup.waitForSelector(".shows [role=switch]");
    return popup;
  } catch (error) {
    await popup.close().catch(() => {});
    throw error;
  }
}

/** Runs `work` in the popup and closes it, whatever happens. */
export async function inPopup<T>(session: Session, work: (popup: Page) => Promise<T>): Promise<T> {
  // Once more where it does not come: what opens the tab in Firefox is not always answered.
  const popup = await openPopup(session).catch(() => openPopup(session));
  try {
    return await work(popup);
  } finally {
    await popup.close();
  }
}

/** A show's switch, searched for by its title. */
export async function showSwitch(popup: Page, title: string): Promise<ElementHandle> {
  const box = await popup.waitForSelector("[role=searchbox]");
  await box!.evaluate((e) => (e as HTMLInputElement).select());
  await box!.type(title);
  return control(popup, "switch", title);
}

export const isOn = (toggle: ElementHandle): Promise<boolean> =>
  toggle.evaluate((e) => e.getAttribute("aria-checked") === "true");

/** What the popup says is wrong. */
export const notes = (popup: Page): Promise<string> =>
  popup.$eval(".notes", (e) => e.textContent ?? "") as Promise<string>;

/** The extension API in code that runs in the popup: with promises, in either browser. */
export const api = "(globalThis.browser ?? chrome)";

/** Says to the background what the popup would say; the state after the last of it. */
export async function say(popup: Page, ...messages: PopupMessage[]): Promise<PreferencesState> {
  const replies = (await popup.evaluate(
    `Promise.all(${JSON.stringify(messages)}.map((message) => ${api}.runtime.sendMessage(message)))`,
  )) as Reply<PreferencesState>[];
  const last = replies.at(-1);
  if (!last?.ok) throw new Error(`refused: ${last?.error}`);
  return last.value;
}

/** What "Save a copy" hands over, instead of a file on the disk. */
export async function copy(popup: Page): Promise<Record<string, unknown>> {
  await popup.evaluate(`void (globalThis.copied = new Promise((done) => {
    URL.createObjectURL = (file) => { done(file.text()); return "#"; };
    HTMLAnchorElement.prototype.click = () => {};
  }))`);
  await press(popup, "button", "Save a copy");
  return JSON.parse((await popup.evaluate("copied")) as string);
}

/** The badges of all tabs but the popup's own, empty ones left out. */
export async function badges(popup: Page): Promise<string[]> {
  return (await popup.evaluate(`(async () => {
    const { action, browserAction, tabs } = ${api};
    const own = await tabs.getCurrent();
    const others = (await tabs.query({})).filter((tab) => tab.id !== own.id);
    const texts = await Promise.all(others.map(({ id }) => (action ?? browserAction).getBadgeText({ tabId: id })));
    return texts.filter((text) => text !== "");
  })()`)) as string[];
}
