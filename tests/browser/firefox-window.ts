/** Firefox's own window, and through it all that WebDriver keeps from tests: its tabs, settings and services. */
import type { Browser } from "puppeteer-core";

/** What puppeteer does not offer: commands in the browser's own window. */
interface Bidi {
  connection: { send(method: string, params: object): Promise<{ result: Record<string, unknown> }> };
}

/**
 * Runs a JavaScript expression in the window that holds the tabs, with the browser's own rights, and waits for its
 * promise, which has to give a string. Needs `--remote-allow-system-access`; throws what the expression throws.
 */
export async function inFirefoxWindow(browser: Browser, expression: string): Promise<string> {
  const { connection } = browser as unknown as Bidi;
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const [window] = tree.result["contexts"] as { context: string }[];
  const { result } = await connection.send("script.evaluate", {
    expression,
    target: { context: window!.context },
    awaitPromise: true,
  });
  if (result["type"] === "exception") throw new Error(JSON.stringify(result["exceptionDetails"]));
  return (result["result"] as { value: string }).value;
}
