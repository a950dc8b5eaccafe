/** The extension is updated, or removed, while pages are open. */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { article, harmless, page, spoiler } from "./articles.ts";
import { eachBrowser, type Here, ownBrowser } from "./each-browser.ts";
import { heard } from "./heard.ts";
import { launch } from "./launch.ts";
import { clear, clickVeil, errorsOf, texts, until, veiled, veils } from "./look.ts";
import { update } from "./updating.ts";

/** An open page, and what goes wrong in it from then on. */
async function opened(here: Here, path: string, html: string): Promise<{ tab: Page; errors: string[] }> {
  const tab = await here.open(here.site.put(path, html));
  const errors = errorsOf(tab);
  tab.on("console", (message) => {
    if (/context|extension/i.test(message.text())) errors.push(message.text());
  });
  return { tab, errors };
}

/** The same with one veil. */
async function shielded(here: Here, path: string): Promise<{ tab: Page; errors: string[] }> {
  const { tab, errors } = await opened(here, path, page);
  await veiled(tab);
  expect((await texts(tab)).b).not.toContain("Charlotte");
  return { tab, errors };
}

const late = "Sayaka turns into a witch, and Kyoko dies with her in the end.";
const write = (tab: Page) =>
  tab.evaluate(
    `(() => {
      const added = document.createElement("p");
      added.id = "late";
      added.textContent = ${JSON.stringify(late)};
      document.querySelector("article").append(added);
    })()`,
  );

/** Opens every veil as a reader would. */
async function openAll(tab: Page): Promise<void> {
  for (let left = await veils(tab); left > 0; left = await veils(tab)) {
    await clickVeil(tab);
    await until(async () => expect(await veils(tab)).toBeLessThan(left));
  }
}

const button = "button: Spoiler hidden. Show it.: ";
/** What each of the veils among all that is heard is called: it says the show and what is hidden. */
function expectNames(all: readonly string[], count: number): void {
  const names = all.filter((line) => line.startsWith("button: Spoiler"));
  expect(names).toHaveLength(count);
  for (const name of names) expect(name).toMatch(/: Puella Magi Madoka Magica · \p{Ll}+ · episode \d$/u);
}

/** Rests the pointer on this one of the veils until its label is there, and gives all that is heard then. */
async function pointed(here: Here, tab: Page, index: number): Promise<string[]> {
  const { x, y } = (await tab.evaluate(
    `(({ x, y, height }) => ({ x: x + 40, y: y + height / 2 }))(
      document.querySelectorAll("spoiler-veil")[${index}].getClientRects()[0])`,
  )) as { x: number; y: number };
  await tab.mouse.move(x, y);
  let all: string[] = [];
  await until(async () => {
    all = await heard(here.session, tab, "Why");
    const what = all.filter((line) => line.startsWith(button))[index]?.slice(button.length);
    expect(all).toContain(`StaticText: ${what}`);
  });
  return all;
}

/** Presses one of the answers on the label of the first veil, the page's only things that Tab goes to. */
async function answer(tab: Page, tabs: number): Promise<void> {
  for (const key of ["Tab", "Tab", "Enter", ...Array<"Tab">(tabs).fill("Tab"), "Enter"] as const)
    await tab.keyboard.press(key);
}

/**
 * Does the article look as it does on a page that was never shielded? To be asked when no shield is left to hide it.
 */
async function looksUntouched(tab: Page): Promise<boolean> {
  const other = await tab.browser().newPage();
  try {
    await other.goto(tab.url());
    const [now, then] = await Promise.all([tab, other].map((each) => each.$("article")));
    if (!now || !then) throw new Error("no article");
    return Buffer.from(await now.screenshot()).equals(Buffer.from(await then.screenshot()));
  } finally {
    await other.close();
  }
}

eachBrowser((here) => {
  it("goes on shielding open pages after an update: no dead veil, no second shield, no error", async () => {
    const { tab, errors } = await shielded(here, "updated");
    await update(here.session);
    await write(tab);
    await until(async () => expect(await veils(tab)).toBe(2), 20_000);
    expect((await texts(tab)).late).not.toContain("Sayaka");
    expect(await tab.evaluate("document.querySelectorAll('spoiler-shield spoiler-shield').length")).toBe(0);
    await openAll(tab);
    expect((await texts(tab)).b).toContain(spoiler);
    expect((await texts(tab)).late).toBe(late);
    expect(errors).toEqual([]);
    await veiled(await here.open(here.site.put("after-update", page)));
  });

  it("says what is hidden after an update in a page about a show where no veil was before", async () => {
    const { tab, errors } = await opened(here, "quiet", article("<h1>Ten years on</h1>", "A diary"));
    await tab.evaluate(
      `document.querySelector("article").append(${JSON.stringify(`Madoka Magica: ${harmless}`)})`,
    );
    expect(await veils(tab)).toBe(0);
    await update(here.session);
    await write(tab);
    await until(async () => expect(await veils(tab)).toBe(1), 20_000);
    const all = await pointed(here, tab, 0);
    expect(all).toContain("button: Why is this hidden?");
    expectNames(all, 1);
    expect(errors).toEqual([]);
  });

  it("goes on saying what is hidden in open pages after an update, and takes answers", async () => {
    const { tab, errors } = await shielded(here, "answered");
    await update(here.session);
    await write(tab);
    await until(async () => expect(await veils(tab)).toBe(2), 20_000);
    for (const index of [0, 1]) {
      const all = await pointed(here, tab, index);
      expect(all).toContain("button: Why is this hidden?");
      expectNames(all, 2);
    }
    await tab.mouse.move(0, 0);
    // "I have seen this" comes after "Not a spoiler".
    await answer(tab, 1);
    await until(async () => expect((await texts(tab)).b).toContain(spoiler));
    expect(await veils(tab)).toBe(1);
    await answer(tab, 0);
    await clear(tab, "late", late);
    expect(errors).toEqual([]);
  });

  it("leaves open pages readable when it is removed", async () => {
    // Chromium does not take an extension that has been updated under test back from an old profile.
    await here.session.close();
    here.session = await launch(here.session.name);
    const { tab, errors } = await shielded(here, "removed");
    const [extension] = here.session.name === "chromium" ? await here.session.browser.extensions() : [];
    await here.session.browser.uninstallExtension(extension?.[0] ?? "spoiler-shield@spoiler-shield.app");
    await new Promise((done) => setTimeout(done, 1000));
    // Chromium lets the script of the page live on. Firefox has ended it, and what is hidden comes out by itself.
    if (here.session.name === "chromium") await openAll(tab);
    else await until(async () => expect(await looksUntouched(tab)).toBe(true), 15_000);
    expect(errors).toEqual([]);
    if (here.session.name === "firefox") await tab.reload();
    await until(async () => expect((await texts(tab)).b).toContain(spoiler));
    expect(await veils(tab)).toBe(0);
  });
}, ownBrowser);
