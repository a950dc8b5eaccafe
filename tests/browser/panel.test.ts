/** What a veil's label says and what can be answered on it, by keyboard and by mouse. */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { article, page, show, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { clear, texts, until, veiled, veils } from "./look.ts";
import { tell } from "./tell.ts";

const ready = async (p: Page, count = 1) => until(async () => expect(await veils(p)).toBe(count), 8000);
/** Presses Tab so often, and then a key. */
const press = async (p: Page, tabs: number, key: "Enter" | "Escape" | "Space") => {
  for (let i = 0; i < tabs; i++) await p.keyboard.press("Tab");
  await p.keyboard.press(key);
};
const inFilm = "The twist is that their phones never worked because she was living three years before him.";
const preferences = (here: Parameters<Parameters<typeof eachBrowser>[0]>[0]) =>
  tell(here.session, { type: "preferences" });

eachBrowser(
  (here) => {
    it("takes 'not a spoiler' by keyboard, goes on where the passage begins, and remembers it", async () => {
      const url = here.site.put(
        "spare",
        page.replace("</article>", '<p><a id="next" href="#">Next</a></p></article>'),
      );
      const p = await here.open(url);
      await veiled(p);
      // The veil, "why is this hidden?", and then the first answer has the focus.
      await press(p, 2, "Enter");
      expect(await veils(p)).toBe(1);
      await p.keyboard.press("Enter");
      await clear(p, "b", spoiler);
      await p.keyboard.press("Tab");
      expect(await p.evaluate("document.activeElement.id")).toBe("next");
      const again = await here.open(here.site.put("spare-again", page));
      await new Promise((r) => setTimeout(r, 800));
      await clear(again, "b", spoiler);
      const { spared } = await preferences(here);
      expect(spared).toHaveLength(1);
      await tell(here.session, { type: "undo" });
      await ready(again);
    });

    it("takes 'I have seen this' as progress up to that episode, on every open page", async () => {
      const later = "In episode 8 Sayaka turns into the witch Oktavia.";
      const other = await here.open(
        here.site.put(
          "other",
          article(`<h1>Madoka Magica</h1><p id="b">${spoiler}</p><p id="c">${later}</p>`),
        ),
      );
      const p = await here.open(here.site.put("seen", page));
      await veiled(p);
      await ready(other, 2);
      await press(p, 2, "Enter");
      await press(p, 1, "Enter");
      await clear(p, "b", spoiler);
      await ready(other, 1);
      expect((await texts(other)).c).not.toContain("Oktavia");
      expect((await preferences(here)).shows).toMatchObject({
        [show.id]: { state: "watching", part: 1, episode: 3 },
      });
      await tell(here.session, { type: "undo" });
      await ready(p);
    });

    it("takes it on a film as having watched that", async () => {
      const html = article(`<h1>Your Name</h1><p id="b">${inFilm}</p>`);
      const p = await here.open(here.site.put("film", html));
      await veiled(p);
      await press(p, 2, "Enter");
      await press(p, 1, "Enter");
      await clear(p, "b", inFilm);
      expect((await preferences(here)).shows).toEqual({ "your-name": { state: "watched" } });
      await tell(here.session, { type: "undo" });
    });

    it("is reached by the mouse, and a click on it follows no link and reveals nothing", async () => {
      const html = article(
        `<h1>Madoka Magica</h1><p style="margin-top:200px"><a id="b" href="#followed">${spoiler}</a></p>`,
      );
      const p = await here.open(here.site.put("mouse", html));
      await veiled(p);
      const box = (await p.evaluate(
        "(({ x, y, height }) => ({ x, y, height }))(document.querySelector('spoiler-veil').getClientRects()[0])",
      )) as { x: number; y: number; height: number };
      const before = (await p.screenshot({ encoding: "base64" })) as string;
      await p.mouse.move(box.x + 40, box.y + box.height / 2);
      await until(async () => expect(await p.screenshot({ encoding: "base64" })).not.toBe(before));
      await new Promise((r) => setTimeout(r, 300));
      // Slowly up to the label, which stands on the line, and beside its button.
      await p.mouse.move(box.x + 40, box.y - 6, { steps: 8 });
      await p.mouse.down();
      await p.mouse.up();
      await new Promise((r) => setTimeout(r, 400));
      expect(await veils(p)).toBe(1);
      expect(await p.evaluate("location.hash")).toBe("");
      await p.mouse.click(box.x + 40, box.y + box.height / 2);
      await until(async () => expect(await veils(p)).toBe(0));
      expect(await p.evaluate("location.hash")).toBe("");
      // Now that it can be read, it is a link as any other.
      await p.mouse.click(box.x + 40, box.y + box.height / 2);
      expect(await p.evaluate("location.hash")).toBe("#followed");
    });

    it("is reached by a finger that stays, with its answers; a tap reveals", async () => {
      const p = await here.open(here.site.put("touch", page));
      await veiled(p);
      const box = (await p.evaluate(
        "(({ x, y, height }) => ({ x, y, height }))(document.querySelector('spoiler-veil').getClientRects()[0])",
      )) as { x: number; y: number; height: number };
      const [x, y] = [box.x + 40, box.y + box.height / 2];
      await p.touchscreen.touchStart(x, y);
      await new Promise((r) => setTimeout(r, 900));
      await p.touchscreen.touchEnd();
      await new Promise((r) => setTimeout(r, 600));
      expect(await veils(p)).toBe(1);
      // It has the focus: "why is this hidden?", and then the first answer.
      await p.keyboard.press("Enter");
      await p.keyboard.press("Enter");
      await clear(p, "b", spoiler);
      expect((await preferences(here)).spared).toHaveLength(1);
      await tell(here.session, { type: "undo" });
      const other = await here.open(here.site.put("tap", page));
      await veiled(other);
      await other.touchscreen.tap(x, y);
      await clear(other, "b", spoiler);
    });
  },
  { seldom: "chromium" },
);
