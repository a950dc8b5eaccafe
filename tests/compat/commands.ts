/** What the toolbar's menu would say to pages: "reveal all", "hide again". */
import type { Page } from "puppeteer-core";
import type { Session } from "../browser/launch.ts";
import { api } from "../browser/popup.ts";

export interface Commands {
  /** To every open tab; resolves when it has been sent. */
  send(type: "reveal-all" | "hide-again"): Promise<void>;
  close(): Promise<void>;
}

/** Keeps a page of the extension open to speak from: a picture, which does nothing itself. */
export async function openCommands(session: Session): Promise<Commands> {
  const page: Page = await session.openExtensionPage("icon/16.png");
  return {
    async send(type) {
      await page.evaluate(`(async () => {
        for (const { id } of await ${api}.tabs.query({}))
          await ${api}.tabs.sendMessage(id, { type: "${type}" }).catch(() => {});
      })()`);
    },
    close: () => page.close(),
  };
}
