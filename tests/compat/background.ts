/** Puts the extension's background to sleep, as the browser does when it has had nothing to do for a while. */
import { inFirefoxWindow } from "../browser/firefox-window.ts";
import { geckoId, type Session } from "../browser/launch.ts";
import { isWorker } from "../browser/worker.ts";

/** Throws when it does not stop. */
export async function stopBackground({ name, browser }: Session): Promise<void> {
  if (name === "firefox") {
    const state = await inFirefoxWindow(
      browser,
      `(async () => {
        const { extension } = WebExtensionPolicy.getByID("${geckoId}");
        await extension.terminateBackground({ ignoreDevToolsAttached: true });
        return extension.backgroundState;
      })()`,
    );
    if (state !== "stopped") throw new Error(`the background is ${state}`);
    return;
  }
  const end = performance.now() + 10_000;
  // What a page says meanwhile wakes it again.
  for (let worker = browser.targets().find(isWorker); worker; worker = browser.targets().find(isWorker)) {
    if (performance.now() > end) throw new Error("the worker does not stop");
    await (await worker.worker())?.close().catch(() => {});
    await new Promise((done) => setTimeout(done, 200));
  }
}
