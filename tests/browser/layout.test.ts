/** Popup and options in the hands of others: by Tab alone, and in a system's own colours. */
import type { CDPSession, Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { eachBrowser } from "./each-browser.ts";
import { until } from "./look.ts";
import { inOptions } from "./options.ts";
import { inPopup, say } from "./popup.ts";

async function emulate(
  page: Page,
  features: readonly { name: string; value: string }[],
): Promise<CDPSession> {
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: [...features] });
  return session;
}

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

    it("tells in a system's own colours what is on or chosen, and by something else where the focus is", async () => {
      if (!chromium()) return;
      const looks = (page: Page, selector: string, ...names: string[]) =>
        page.$$eval(
          selector,
          (all, wanted) =>
            all.map((e) => wanted.map((name) => getComputedStyle(e).getPropertyValue(name)).join()),
          names,
        );
      /** One of them looks like no other; the focus changes something else about it. */
      const expectChosen = async (page: Page, selector: string, focus: () => Promise<unknown>) => {
        const colours = await looks(page, selector, "background-color");
        expect(new Set(colours).size).toBe(2);
        expect(new Set(await looks(page, selector, "outline-style")).size).toBe(1);
        await focus();
        expect(await looks(page, selector, "background-color")).toEqual(colours);
        expect(new Set(await looks(page, selector, "outline-style")).size).toBe(2);
      };
      const forced = [{ name: "forced-colors", value: "active" }];
      await inPopup(here.session, async (popup) => {
        await say(popup, { type: "edit", edit: { shows: { "a-silent-voice": { state: "watched" } } } });
        await popup.waitForSelector(".shows [aria-checked=true]");
        await emulate(popup, forced);
        expect(await popup.evaluate(`matchMedia("(forced-colors: active)").matches`)).toBe(true);
        // It slides there.
        await until(async () =>
          expect(new Set(await looks(popup, ".shows .switch-track", "background-color")).size).toBe(2),
        );
        await expectChosen(popup, ".level span", async () => {
          await popup.focus(".level input:checked");
          await popup.keyboard.press("Shift");
        });
        // What is told by colour elsewhere; and no edge moves the thumb out of the middle.
        expect(await looks(popup, ".link", "text-decoration-line")).toEqual(["underline"]);
        const edges = await looks(popup, ".shows .switch-track", "padding-top", "border-top-width");
        expect(new Set(edges)).toEqual(new Set(["2px,1px"]));
        await say(popup, { type: "erase" });
      });
      await inOptions(here.session, "look", async (options) => {
        await emulate(options, forced);
        await expectChosen(options, "nav a", async () => {
          await options.focus("nav [aria-current]");
          await options.keyboard.press("Shift");
        });
      });
    });
  },
  { seldom: "firefox" },
);
