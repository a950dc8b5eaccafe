/** The page that greets whoever has just installed the extension. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle } from "puppeteer-core";
import { afterAll, expect, it } from "vitest";
import { malFile } from "../unit/exchange/fixtures.ts";
import { page as article, spoiler as secret } from "./articles.ts";
import { named, press } from "./by-name.ts";
import { eachBrowser } from "./each-browser.ts";
import { welcomePage } from "./launch.ts";
import { clear, until, veils } from "./look.ts";
import { inFrame } from "./options.ts";
import { say } from "./popup.ts";

const folder = mkdtempSync(join(tmpdir(), "spoiler-shield-welcome-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const spoiler = "turns out to be her brother";

eachBrowser(
  (here) => {
    it("opens by itself, has a veil to try that shows itself and hides again, and leads to the list", async () => {
      const page = (await welcomePage(here.session.browser, 0))!;
      await page.bringToFront();
      const veiled = async () => {
        expect(await inFrame(page, "querySelectorAll('spoiler-veil').length")).toBe(1);
        expect(await inFrame(page, "body.textContent")).not.toContain(spoiler);
      };
      await until(veiled);
      const again = await named(page, "button", "Hide again");
      const rests = async (resting: boolean) =>
        expect(await again.evaluate((e) => (e as unknown as Element).ariaDisabled)).toBe(String(resting));
      // There is nothing to hide again yet.
      await rests(true);
      // By keyboard: the veil comes next.
      await again.focus();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await until(async () => expect(await inFrame(page, "body.textContent")).toContain(spoiler));
      await until(() => rests(false));
      await again.focus();
      await page.keyboard.press("Enter");
      await until(veiled);
      await rests(true);
      expect(await again.evaluate((e) => (e as unknown as Element).matches(":focus"))).toBe(true);

      const link = await named(page, "link", "Mark shows one by one");
      expect(await link.evaluate((e) => (e as unknown as HTMLAnchorElement).href)).toMatch(
        /\/options\.html$/,
      );
    });

    it("takes a long list, shows how far it has read, and frees what the list says", async () => {
      const tab = await here.open(here.site.put("first", article));
      await until(async () => expect(await veils(tab)).toBe(1));
      const page = (await welcomePage(here.session.browser, 0))!;
      await page.bringToFront();
      // Elsewhere, while this page stands open: here the list is behind.
      await say(page, { type: "edit", edit: { shows: { monster: { state: "watched" } } } });
      // So long that a fast machine, too, is seen on its way.
      const unknown = Array.from({ length: 20_000 }, (_, i) => ({
        title: `Nobody has heard of number ${i}`,
      }));
      const seen = { episodes: 12, watched: 3, status: "Watching" };
      const known = [
        { ...seen, title: "Monster", episodes: 74 },
        { ...seen, id: 9756, title: "Mahou Shoujo Madoka★Magica" },
      ];
      writeFileSync(join(folder, "list.xml"), malFile([...known, ...unknown]));
      await page.evaluate(`{
        globalThis.read = [];
        new MutationObserver(() => {
          const bar = document.querySelector("progress");
          if (bar) read.push(bar.position);
        }).observe(document.querySelector(".importer"), { subtree: true, childList: true, attributes: true });
      }`);
      const input = await page.waitForSelector("input[type=file]");
      await (input as ElementHandle<HTMLInputElement>).uploadFile(join(folder, "list.xml"));
      await page.waitForSelector(".preview", { timeout: 20_000 });
      const read = (await page.evaluate("read")) as number[];
      // Without a number at first (-1), then from step to step, and never back.
      const steps = read.filter((position) => position > 0 && position < 1);
      expect(new Set(steps).size).toBeGreaterThan(3);
      expect(read).toEqual([...read].sort((a, b) => a - b));
      expect(
        await page.$$eval(".change-title", (all) => all.map((e) => e.textContent)).then((all) => all[0]),
      ).toBe("Puella Magi Madoka Magica");
      expect(await page.$eval(".kept", (e) => e.textContent)).toContain("Monster");
      await press(page, "button", "Import 1 show");
      await clear(tab, "b", secret);
      await press(page, "button", "Undo");
      await until(async () => expect(await veils(tab)).toBe(1));
    });
  },
  { keepWelcome: true },
);
