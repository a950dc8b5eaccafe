/** The extension's shortcuts, as the browser hands them over: neither driver's keys reach the browser itself. */
import type { Page } from "puppeteer-core";
import { inFirefoxWindow } from "./firefox-window.ts";
import { geckoId, type Session } from "./launch.ts";
import { until } from "./look.ts";
import { dispatch } from "./worker.ts";

/** Of the manifest's commands; Firefox's window knows them by their keys. */
const keys = { "toggle-site": "S", "reveal-all": "U", "next-veil": "V" };

/** Presses the shortcut on this page. Throws where the extension has none of this name. */
export async function shortcut(session: Session, page: Page, command: keyof typeof keys): Promise<void> {
  await page.bringToFront();
  // Firefox's window shows a tab before that tab's process has heard of it, and the shortcut may overtake the news.
  await until(async () => {
    if (!(await page.evaluate("document.hasFocus()"))) throw new Error("the page has not got the focus");
  });
  if (session.name === "chromium") return dispatch(session, "commands.onCommand", command);
  await inFirefoxWindow(
    session.browser,
    `(() => {
      if (!WebExtensionPolicy.getByID("${geckoId}")) throw new Error("no extension");
      const all = [...document.querySelectorAll("keyset[id^=ext-keyset] > key[modifiers='alt,shift']")];
      const [key, more] = all.filter((each) => each.getAttribute("key") === "${keys[command]}");
      if (!key || more) throw new Error("no such key, or several");
      key.doCommand();
      return "";
    })()`,
  );
}
