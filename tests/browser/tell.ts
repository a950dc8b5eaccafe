/** What the popup would say to the background, without the popup: drawing its hundreds of shows takes most of its time. */
import type { Page } from "puppeteer-core";
import type { PopupMessage, PreferencesState } from "../../lib/messages.ts";
import type { Session } from "./launch.ts";
import { say } from "./popup.ts";

/** Runs `work` in a page of the extension that has nothing but its rights, and closes it, whatever happens. */
export async function inExtension<T>(session: Session, work: (own: Page) => Promise<T>): Promise<T> {
  const open = () => session.openExtensionPage("icon/16.png");
  // Once more where it does not come: what opens the tab in Firefox is not always answered.
  const own = await open().catch(open);
  try {
    return await work(own);
  } finally {
    await own.close();
  }
}

/** Says it to the background; the state after the last of it. */
export const tell = (session: Session, ...messages: PopupMessage[]): Promise<PreferencesState> =>
  inExtension(session, (own) => say(own, ...messages));
