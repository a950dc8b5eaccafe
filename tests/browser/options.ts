/** The options page, opened as a tab at one of its sections. */
import type { ElementHandle, Page } from "puppeteer-core";
import type { Session } from "./launch.ts";

/** Runs `work` in the options page and closes it, whatever happens. */
export async function inOptions<T>(
  session: Session,
  section: string,
  work: (options: Page) => Promise<T>,
): Promise<T> {
  const options = await session.openExtensionPage(`options.html#${section}`);
  try {
    await options.setViewport({ width: 1000, height: 800 });
    await options.waitForSelector("h2");
    return await work(options);
  } finally {
    await options.close();
  }
}

/** Chooses in a native menu as somebody does who has opened it. */
export async function choose(menu: ElementHandle, value: string): Promise<void> {
  await menu.evaluate((e, v) => {
    (e as HTMLSelectElement).value = v;
    e.dispatchEvent(new Event("change", { bubbles: true }));
  }, value);
}

/** What an expression is in the document of the page's own frame, with the shield in it: "body.textContent". */
export const inFrame = (page: Page, expression: string): Promise<unknown> =>
  page.evaluate(`document.querySelector("iframe").contentDocument.${expression}`);

/** The text of the page's main part. */
export const mainText = (page: Page): Promise<string> =>
  page.$eval("main", (e) => (e as HTMLElement).innerText) as Promise<string>;
