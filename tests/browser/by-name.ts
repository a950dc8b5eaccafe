/** Controls of our own pages, as people would call them. */
import type { ElementHandle, Page } from "puppeteer-core";
import { byClock, until } from "./look.ts";

/** Where an element with a role may be found. */
const candidates = {
  button: "button:not([role])",
  combobox: "select",
  link: "a[href]",
  switch: "[role=switch]",
  textbox: "input, textarea",
};

/**
 * The element with this role and accessible name, once there is one. Firefox looks for a name through the whole page,
 * which takes five seconds where every show is listed: there it is the name as it is written.
 */
export async function named(
  page: Page,
  role: keyof typeof candidates,
  name: string,
): Promise<ElementHandle<HTMLElement>> {
  const found = page.url().startsWith("chrome-extension:")
    ? await page.waitForSelector(`::-p-aria([name='${name}'][role='${role}'])`)
    : await page.waitForFunction(written, byClock, candidates[role], name);
  return found as ElementHandle<HTMLElement>;
}

/** The same where it can be used, too: what is being saved is disabled for a moment. */
export async function control(
  page: Page,
  role: "button" | "switch",
  name: string,
): Promise<ElementHandle<HTMLElement>> {
  const found = await named(page, role, name);
  await page.waitForFunction(
    (e) => !(e as HTMLButtonElement).disabled && (e as HTMLButtonElement).ariaDisabled !== "true",
    byClock,
    found,
  );
  return found;
}

/**
 * Clicks it; once more where it was drawn anew, or what is above it came or went, between being found and being
 * clicked. In front, where people press buttons: it scrolls there first, and waits for frames to see where it is.
 */
export async function press(page: Page, role: "button" | "switch", name: string): Promise<void> {
  await page.bringToFront();
  await until(async () => {
    const found = await control(page, role, name);
    const pressed = await found.evaluateHandle((e) => ({
      once: new Promise<void>((done) =>
        e.addEventListener("click", () => done(), { capture: true, once: true }),
      ),
    }));
    await found.click();
    const inTime = ({ once }: { once: Promise<void> }) =>
      Promise.race([once.then(() => true), new Promise((late) => setTimeout(late, 1000, false))]);
    // With the popup goes what it could say.
    if (!(await pressed.evaluate(inTime).catch(() => true))) throw new Error(`"${name}" was clicked beside`);
  });
}

/** Runs in the page: the first of these that is called so by its `aria-label`, its label or its own words. */
function written(of: string, wanted: string): Element | undefined {
  const words = (element: Element): Node =>
    (element as Partial<HTMLInputElement>).labels?.[0]?.firstChild ?? element;
  return [...document.querySelectorAll(of)].find(
    (each) => (each.getAttribute("aria-label") ?? words(each).textContent?.trim()) === wanted,
  );
}
