/** An update of the extension while the browser runs. */
import { built, type Session } from "./launch.ts";

/**
 * Installs the extension once more over itself, as an update does. `runtime.reload()` would not do: Chromium does not
 * start an extension that lies unpacked again where its developer mode is off.
 */
export async function update({ name, browser }: Session): Promise<void> {
  await browser.installExtension(built[name]);
}
