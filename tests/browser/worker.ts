/** The extension's background in Chromium: a service worker, to which a test can hand what only a hand can do. */
import type { Target, WebWorker } from "puppeteer-core";
import type { Session } from "./launch.ts";

export const isWorker = (target: Target) =>
  target.type() === "service_worker" && target.url().startsWith("chrome-extension:");

/** Waits for it. */
export async function worker({ browser }: Pick<Session, "browser">): Promise<WebWorker> {
  return (await (await browser.waitForTarget(isWorker)).worker())!;
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
