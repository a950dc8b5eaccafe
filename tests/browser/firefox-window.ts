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

/**
 * The same where the tab in front has its page, which is `content` there. What is put on that stays for the next call,
 * and the page does not see it.
 */
export function inFirefoxPage(browser: Browser, expression: string): Promise<string> {
  const script = `(async () => (${expression}))().then(
    (value) => sendAsyncMessage("answer", { value }),
    (error) => sendAsyncMessage("answer", { error: String(error) }),
  )`;
  return inFirefoxWindow(
    browser,
    `new Promise((done, fail) => {
      const { messageManager } = gBrowser.selectedBrowser;
      const answered = ({ data }) => {
        messageManager.removeMessageListener("answer", answered);
        if ("error" in data) fail(data.error);
        else done(data.value);
      };
      messageManager.addMessageListener("answer", answered);
      messageManager.loadFrameScript("data:," + encodeURIComponent(${JSON.stringify(script)}), false);
    })`,
  );
}
