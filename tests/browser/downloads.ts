/** What is saved by a page, as the file that it becomes on the disk. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inFirefoxWindow } from "./firefox-window.ts";
import type { Session } from "./launch.ts";
import { until } from "./look.ts";

/** The browser puts files into this folder, without asking, until what is returned is called. */
export async function saveInto({ name, browser }: Session, folder: string): Promise<() => unknown> {
  if (name === "firefox") {
    await inFirefoxWindow(
      browser,
      `Services.prefs.setIntPref("browser.download.folderList", 2);
      Services.prefs.setStringPref("browser.download.dir", ${JSON.stringify(folder)});
      ""`,
    );
    return () => inFirefoxWindow(browser, `Services.prefs.clearUserPref("browser.download.folderList"); ""`);
  }
  const client = await browser.target().createCDPSession();
  await client.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  return () => client.detach();
}

/** Waits for the file that `save` leaves in the folder, which then is empty again. */
export async function saved(folder: string, name: string, save: () => Promise<unknown>): Promise<Buffer> {
  const path = join(folder, name);
  // Of a save that has failed: beside what it has left the next one would get another name.
  for (const left of readdirSync(folder)) rmSync(join(folder, left));
  await save();
  await until(async () => {
    // What is still being written has another name beside it.
    if (!existsSync(path) || readdirSync(folder).length > 1) throw new Error(`no ${name}`);
  }, 10_000);
  const content = readFileSync(path);
  rmSync(path);
  return content;
}
