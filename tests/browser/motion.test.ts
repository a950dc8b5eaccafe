/**
 * For readers who want less motion nothing of ours moves: neither our pages, nor covers, veils and labels in a page.
 */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { page, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { empty, fill, throughSections, unfold } from "./full.ts";
import { clear, clickVeil, until, veiled, veils } from "./look.ts";
import { motion } from "./motion.ts";
import { inOptions } from "./options.ts";
import { inPopup } from "./popup.ts";

async function expectStill(p: Page, what: string): Promise<void> {
  expect(await p.evaluate(`matchMedia("(prefers-reduced-motion: reduce)").matches`)).toBe(true);
  expect((await motion(p)).long, what).toEqual([]);
}

eachBrowser(
  (here) => {
    it("keeps our own pages still, with all that they can hold and everything open", async () => {
      await veiled(await here.open(here.site.put("still-pages", page)));
      await inPopup(here.session, async (popup) => {
        await fill(popup);
        await popup.click(".show-text");
        await popup.waitForSelector(".stepper");
        await popup.click(".menu summary");
        await popup.click(".shows [role=switch]");
        await popup.waitForSelector(".toast");
        await expectStill(popup, "popup");
      });
      await inOptions(here.session, "shows", (options) =>
        throughSections(options, (section) => expectStill(options, section)),
      );
      const welcome = await here.session.openExtensionPage("welcome.html");
      await unfold(welcome, "lists");
      await expectStill(welcome, "welcome");
      await empty(welcome);
      await welcome.close();
    });

    it("has covers come at once", async () => {
      const at = page.indexOf("who bites off");
      const url = here.site.put("still-covers", page, { pieces: at, pause: 8_000 });
      const p = await here.session.newPage();
      try {
        p.goto(url).catch(() => {});
        await until(async () => {
          const { animated, long } = await motion(p);
          expect(animated).toBeGreaterThan(0);
          expect(long).toEqual([]);
        });
      } finally {
        await p.close();
      }
    });

    it("has veils and their labels come at once, and what is revealed", async () => {
      const p = await here.open(here.site.put("still-veils", page));
      await veiled(p);
      await p.evaluate(`for (let i = 0; i < 3; i++) {
        const late = document.createElement("p");
        late.textContent = ${JSON.stringify(spoiler)};
        document.querySelector("article").append(late);
      }`);
      await until(async () => expect(await veils(p)).toBe(4));
      await p.keyboard.press("Tab");
      if (here.session.name === "chromium") expect((await motion(p)).animated).toBeGreaterThan(0);
      await expectStill(p, "veils");
      await p.evaluate(`globalThis.soft = 0; (function look() {
        globalThis.soft += CSS.highlights.size;
        requestAnimationFrame(look);
      })()`);
      // The same words, so all of them.
      await clickVeil(p);
      await clear(p, "b", spoiler);
      expect(await p.evaluate("globalThis.soft")).toBe(0);
    });
  },
  {
    args: ["--force-prefers-reduced-motion"],
    prefs: { "ui.prefersReducedMotion": 1 },
    seldom: "firefox",
  },
);
