/** An update of the extension while the browser runs. */
import { built, type Session } from "./launch.ts";

/** Starts the extension anew, as an update does. */
export async function update(session: Session): Promise<void> {
  if (session.name === "firefox") {
    await session.browser.installExtension(built.firefox);
    return;
  }
  const own = await session.openExtensionPage("popup.html");
  await own.evaluate("void setTimeout(() => chrome.runtime.reload(), 50)");
  await new Promise((done) => setTimeout(done, 1500));
}
