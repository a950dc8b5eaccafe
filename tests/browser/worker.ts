/** The extension's background in Chromium: a service worker, to which a test can hand what only a hand can do. */
import type { Page, Target, WebWorker } from "puppeteer-core";
import type { Session } from "./launch.ts";

export const isWorker = (target: Target) =>
  target.type() === "service_worker" && target.url().startsWith("chrome-extension:");

/** Waits for it. */
export async function worker({ browser }: Pick<Session, "browser">): Promise<WebWorker> {
  return (await (await browser.waitForTarget(isWorker)).worker())!;
}

/** Stops it, as Chromium does after half a minute in which nothing happens. `own`: any page of the extension. */
export async function sleep(browser: Pick<Session, "browser">, own: Page): Promise<void> {
  // One that somebody still listens to waits for them when it is started again.
  await (await worker(browser)).client.detach();
  const session = await own.createCDPSession();
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}

/** Tells it of such an event on the tab in front, as the browser would. `detail`: what comes with it, as JSON. */
export async function dispatch(
  session: Session,
  event: "commands.onCommand" | "contextMenus.onClicked",
  detail: unknown,
): Promise<void> {
  await (await worker(session)).evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.${event}.dispatch(${JSON.stringify(detail)}, tab);
  })()`);
}
