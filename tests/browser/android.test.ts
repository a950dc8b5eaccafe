/**
 * What can be known of Firefox for Android without a phone: in a Firefox without the parts of the extension API that
 * are missing there, narrow and with a finger to point with, the way from the first page to a readable article.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { page as article, show, spoiler } from "./articles.ts";
import { press } from "./by-name.ts";
import { browsers } from "./each-browser.ts";
import { narrow, withFinger } from "./finger.ts";
import { launch, type Session, welcomePage } from "./launch.ts";
import { clear, veiled } from "./look.ts";
import { inOptions } from "./options.ts";
import { inPopup, showSwitch } from "./popup.ts";
import { type Site, serve } from "./server.ts";
import { tell } from "./tell.ts";

/** By MDN's compatibility data. */
const missing = ["contextMenus", "menus", "commands", "windows"];

/** They are gone before anything of ours runs, in the background and in each page. */
function strip(folder: string): void {
  const file = (name: string) => join(folder, name);
  writeFileSync(
    file("android.js"),
    `for (const name of ${JSON.stringify(missing)})
      for (const api of new Set([browser, chrome])) Object.defineProperty(api, name, { value: undefined });`,
  );
  const manifest = JSON.parse(readFileSync(file("manifest.json"), "utf8"));
  manifest.background.scripts.unshift("android.js");
  writeFileSync(file("manifest.json"), JSON.stringify(manifest));
  for (const page of ["popup.html", "options.html", "welcome.html"]) {
    const html = readFileSync(file(page), "utf8");
    writeFileSync(
      file(page),
      html.replace("<script", () => '<script src="/android.js"></script><script'),
    );
  }
}

describe.skipIf(!browsers.includes("firefox"))("Firefox", () => {
  const folder = mkdtempSync(join(tmpdir(), "spoiler-shield-android-"));
  let session: Session;
  let site: Site;
  beforeAll(async () => {
    site = await serve();
    // From the start: the first page asks once.
    const prefs = { "ui.primaryPointerCapabilities": 1, "ui.allPointerCapabilities": 1 };
    session = await launch("firefox", { change: strip, keepWelcome: true, prefs });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    site?.close();
    await session?.close();
  });

  // Whatever became of the test, the next begins with nothing watched.
  afterEach(() => tell(session, { type: "erase" }));

  const lacks = async (page: Page) =>
    expect(await page.evaluate(`${JSON.stringify(missing)}.filter((name) => browser[name])`)).toEqual([]);

  it("greets with words for a phone, takes a list, and clears what it says", async () => {
    const tab = await session.newPage();
    await tab.goto(site.put("android", article));
    await veiled(tab);
    const welcome = (await welcomePage(session.browser, 0))!;
    await lacks(welcome);
    await withFinger(session, async () => {
      await narrow(session, welcome, 360);
      const words = await welcome.$eval("body", (e) => (e as HTMLElement).innerText);
      expect(words).toContain("Tap the blurred sentence");
      expect(words).toContain("in the browser’s menu, under Extensions");
      expect(words).not.toMatch(/toolbar|Click|Drop/);
      const input = (await welcome.$("input[type=file]")) as ElementHandle<HTMLInputElement>;
      expect(await input.evaluate((e) => e.accept)).toBe("");
      // Whatever the phone calls it.
      const path = join(folder, "download");
      writeFileSync(path, `${show.title} - ep 3\n`);
      await input.uploadFile(path);
      await press(welcome, "button", "Import 1 show");
      await clear(tab, "b", spoiler);
      await press(welcome, "button", "Undo");
      await veiled(tab);
    });
    await tab.close();
  });

  it("has a popup that speaks of the page, and options without shortcuts", async () => {
    const tab = await session.newPage();
    await tab.goto(site.put("android", article));
    await veiled(tab);
    await withFinger(session, async () => {
      await inPopup(session, async (popup) => {
        await lacks(popup);
        await narrow(session, popup, 360);
        const toggle = await showSwitch(popup, show.title);
        await toggle.click();
        await clear(tab, "b", spoiler);
        await toggle.click();
        await veiled(tab);
        await press(popup, "switch", "Shield this site");
        await clear(tab, "b", spoiler);
      });
      await inOptions(session, "shortcuts", async (options) => {
        await lacks(options);
        const sections = await options.$$eval("nav a", (all) => all.map((e) => e.getAttribute("href")));
        expect(sections).toContain("#lists");
        expect(sections).not.toContain("#shortcuts");
      });
    });
    await tell(session, { type: "erase" });
    await veiled(tab);
    await tab.close();
  });
});
