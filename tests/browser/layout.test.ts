/** Popup and options in the hands of others: from right to left, with a finger, in a system's own colours, by Tab alone. */
import type { CDPSession, Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { sections } from "../../lib/ui/options/sections.ts";
import { page as article, show } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { until, veiled } from "./look.ts";
import { inOptions } from "./options.ts";
import { inPopup, say } from "./popup.ts";

/** What stands beyond the window's edges, or is cut by the box that it stands in: described, for the failure's sake. */
const cut = `(() => {
  const width = document.documentElement.clientWidth;
  const said = (e) => e.localName + "." + e.className + " " + e.textContent.slice(0, 40);
  return [...document.querySelectorAll("body *")].filter((e) => {
    if (!e.checkVisibility({ visibilityProperty: true }) || e.closest(".sr-only, svg, option")) return false;
    const { left, right, width: own } = e.getBoundingClientRect();
    if (own === 0) return false;
    const { overflowX, textOverflow } = getComputedStyle(e);
    const clipped = overflowX !== "visible" && textOverflow === "clip" && e.scrollWidth > e.clientWidth + 1;
    return left < -1 || right > width + 1 || (clipped && e.localName !== "input");
  }).map(said);
})()`;

const overhang = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/** What can be pressed and is smaller than this many pixels either way; links within text are as high as their line. */
const small = (least: number) => `(() =>
  [...document.querySelectorAll("button, select, summary, input:not([type=file]), nav a, label:has(input)")].filter((e) => {
    if (!e.checkVisibility() || e.matches("label > input")) return false;
    const { width, height } = e.getBoundingClientRect();
    return Math.min(width, height) < ${least};
  }).map((e) => e.localName + "." + e.className + " " + Math.round(e.getBoundingClientRect().height) + " " +
    (e.getAttribute("aria-label") ?? e.textContent).slice(0, 30)))()`;

/** A show that is being watched, one by its parts, a rule and a site: every kind of row. */
const fill = (page: Page) =>
  say(page, {
    type: "edit",
    edit: {
      shows: {
        [show.id]: { state: "watching", part: 1, episode: 2 },
        "attack-on-titan": { state: "watching", part: 2, episode: 3 },
      },
      rules: {
        r: { id: "r", kind: "phrase", text: "the keeper of the lighthouse was her brother all along" },
      },
      sites: { "*.a-rather-long-name.of-a-site.example.org": false },
    },
  });

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

    describe.each(["ltr", "rtl"])("%s, on 320 pixels", (dir) => {
      it("the popup has room for all it says", async () => {
        const open = await here.open(here.site.put("layout", article));
        await veiled(open);
        await inPopup(here.session, async (popup) => {
          await fill(popup);
          await popup.evaluate(`document.documentElement.dir = "${dir}"`);
          await popup.setViewport({ width: 320, height: 640 });
          await (await popup.waitForSelector(".show-text"))!.click();
          await popup.waitForSelector(".stepper");
          expect(await popup.evaluate(cut)).toEqual([]);
          expect(await popup.evaluate(overhang)).toBe(0);
          await say(popup, { type: "erase" });
        });
      });

      it.each(sections)("so has the options page: %s", async (section) => {
        await inOptions(here.session, section, async (options) => {
          await fill(options);
          await options.evaluate(`document.documentElement.dir = "${dir}"`);
          await options.setViewport({ width: 320, height: 640 });
          await options.waitForSelector("main > :nth-child(3)");
          await options.$eval("main", (main) => main.querySelector("details")?.setAttribute("open", ""));
          await until(async () => expect(await options.evaluate(cut)).toEqual([]));
          expect(await options.evaluate(overhang)).toBe(0);
          await say(options, { type: "erase" });
        });
      });
    });

    it("walks through the list of shows by Tab, row after row, and back, and always sees where it is", async () => {
      await inOptions(here.session, "shows", async (options) => {
        await options.waitForSelector(".virtual select");
        const at = () =>
          options.evaluate(`(() => {
          const e = document.activeElement;
          const { top, bottom } = e.getBoundingClientRect();
          return { row: Number(e.closest("li")?.ariaPosInSet ?? 0), seen: top >= 0 && bottom <= innerHeight };
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

    it.each([320, 360, 412])("is a page to use with a finger on %i pixels", async (width) => {
      if (!chromium()) return;
      await inPopup(here.session, async (popup) => {
        await fill(popup);
        await popup.setViewport({ width, height: 700, hasTouch: true, isMobile: true });
        expect(await popup.evaluate(`matchMedia("(pointer: coarse)").matches`)).toBe(true);
        expect(await popup.evaluate("document.body.getBoundingClientRect().width")).toBe(width);
        await (await popup.waitForSelector(".show-text"))!.click();
        await popup.waitForSelector(".progress");
        expect(await popup.evaluate(small(40))).toEqual([]);
        expect(await popup.evaluate(cut)).toEqual([]);
        await say(popup, { type: "erase" });
      });
      await inOptions(here.session, "shows", async (options) => {
        await fill(options);
        await options.setViewport({ width, height: 700, hasTouch: true, isMobile: true });
        await options.waitForSelector(".virtual select");
        expect(await options.evaluate(small(40))).toEqual([]);
        await say(options, { type: "erase" });
      });
    });

    it("tells on from off in a system's own colours", async () => {
      if (!chromium()) return;
      await inPopup(here.session, async (popup) => {
        await fill(popup);
        await say(popup, { type: "edit", edit: { shows: { "a-silent-voice": { state: "watched" } } } });
        await popup.waitForSelector(".shows [aria-checked=true]");
        const session = await emulate(popup, [{ name: "forced-colors", value: "active" }]);
        expect(await popup.evaluate(`matchMedia("(forced-colors: active)").matches`)).toBe(true);
        const looks = (await popup.evaluate(`[true, false].map((on) => {
        const track = document.querySelector(".shows [aria-checked=" + on + "] .switch-track");
        return getComputedStyle(track).backgroundColor;
      })`)) as string[];
        expect(new Set(looks).size).toBe(2);
        const outlines = (await popup.evaluate(
          `[...document.querySelectorAll(".level span")].map((e) => getComputedStyle(e).outlineStyle)`,
        )) as string[];
        expect(outlines.filter((style) => style === "solid")).toHaveLength(1);
        await session.detach();
        await say(popup, { type: "erase" });
      });
    });
  },
  { seldom: "firefox" },
);
