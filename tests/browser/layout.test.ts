/** How the pages read: the list of shows by Tab alone, and where lines of Japanese end. */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { eachBrowser } from "./each-browser.ts";
import { inOptions } from "./options.ts";

eachBrowser(
  (here) => {
    const chromium = () => here.session.name === "chromium";

    it("walks through the list of shows by Tab, row after row, and back, and always sees where it is", async () => {
      await inOptions(here.session, "shows", async (options) => {
        await options.waitForSelector(".virtual select");
        const at = () =>
          options.evaluate(`(() => {
          const e = document.activeElement;
          const { top, height } = e.getBoundingClientRect();
          const middle = top + height / 2;
          return { row: Number(e.closest("li")?.ariaPosInSet ?? 0), seen: middle >= 0 && middle <= innerHeight };
        })()`) as Promise<{ row: number; seen: boolean }>;
        await options.evaluate(`document.querySelector(".bulk button").focus()`);
        const rows = 40;
        for (let i = 1; i <= rows; i++) {
          await options.keyboard.press("Tab");
          expect(await at()).toEqual({ row: i, seen: true });
        }
        await options.keyboard.down("Shift");
        for (let i = rows - 1; i >= 1; i--) {
          await options.keyboard.press("Tab");
          expect(await at()).toEqual({ row: i, seen: true });
        }
        await options.keyboard.up("Shift");
      });
    });

    it("has the next row there before the next frame is drawn, however fast Tab is pressed", async () => {
      await inOptions(here.session, "shows", async (options) => {
        await options.waitForSelector(".virtual select");
        const last = await options.evaluate(async () => {
          for (let row = 1; row <= 40; row++) {
            const select = document.querySelector<HTMLElement>(`[aria-posinset="${row}"] select`);
            if (!select) return row - 1;
            select.focus();
            for (let i = 0; i < 20; i++) await null;
          }
          return 40;
        });
        expect(last).toBe(40);
      });
    });

    it("ends lines of Japanese between phrases", async () => {
      // Firefox knows of no phrases.
      if (!chromium()) return;
      const lines = async (page: Page, width: number) => {
        await page.setViewport({ width, height: 600 });
        return page.evaluate(() => {
          const letters = document.querySelector(".lead")!.firstChild as Text;
          const at = (i: number) => {
            const range = document.createRange();
            range.setStart(letters, i);
            range.setEnd(letters, i + 1);
            return range.getBoundingClientRect().top;
          };
          return [...letters.data].reduce(
            (all, letter, i) => all + (i && at(i) > at(i - 1) ? "/" : "") + letter,
            "",
          );
        });
      };
      const welcome = await here.session.openExtensionPage("welcome.html");
      await welcome.waitForSelector(".lead");
      const text =
        "まだ見終えていない作品の死亡や急展開を明かす文は、目に入る前に隠します。ほかの文はそのままです。";
      await welcome.evaluate((words) => {
        document.documentElement.lang = "ja";
        document.querySelector(".lead")!.textContent = words;
      }, text);
      for (const width of [320, 360, 400, 480, 600, 640, 1000]) {
        const broken = await lines(welcome, width);
        expect(broken.replaceAll("/", "")).toBe(text);
        for (const phrase of ["見終えて", "作品の", "急展開を", "明かす", "隠します", "そのまま"])
          expect(broken, `${width} px`).toContain(phrase);
      }
      await welcome.close();
    });
  },
  { seldom: "firefox" },
);
