/** Without a mouse: the popup and the veils. */
import type { Page } from "puppeteer-core";
import { expect, it, onTestFinished } from "vitest";
import { page, show, spoiler } from "./articles.ts";
import { named } from "./by-name.ts";
import { eachBrowser } from "./each-browser.ts";
import { clear, until, veiled, veils } from "./look.ts";
import { inPopup, say } from "./popup.ts";
import { tell } from "./tell.ts";

const focused = (popup: Page) =>
  popup.evaluate(
    "({ name: document.activeElement.getAttribute('aria-label'), on: document.activeElement.getAttribute('aria-checked') })",
  );

eachBrowser((here) => {
  const erase = () => tell(here.session, { type: "erase" });

  for (const key of ["Enter", " "] as const) {
    it(`shows a passage with ${key === " " ? "Space" : key} on its veil, behind which Tab goes on`, async () => {
      const link = '<p><a id="next" href="#next">Next</a></p>';
      const open = await here.open(here.site.put("veil", page.replace("</article>", `${link}</article>`)));
      await veiled(open);
      await open.keyboard.press("Tab");
      expect(await open.evaluate("document.activeElement.localName")).toBe("spoiler-veil");
      await open.keyboard.press(key);
      await clear(open, "b", spoiler);
      expect(await open.evaluate("scrollY"), "Space must not scroll the page").toBe(0);
      await open.keyboard.press("Tab");
      expect(await open.evaluate("document.activeElement.id")).toBe("next");
    });
  }

  it("finds and ticks a show with typing, an arrow and Space", async () => {
    const open = await here.open(here.site.put("tick", page));
    await veiled(open);
    // What the test has left half-way must not be its own when it is run again.
    onTestFinished(async () => void (await erase()));
    await inPopup(here.session, async (popup) => {
      // The search has the focus from the start.
      await popup.keyboard.type("madoka magica");
      await popup.keyboard.press("ArrowDown");
      expect(await focused(popup)).toEqual({ name: show.title, on: "false" });
      await popup.keyboard.press(" ");
      await until(async () => expect(await focused(popup)).toEqual({ name: show.title, on: "true" }));
      await clear(open, "b", spoiler);
      await popup.keyboard.press(" ");
      await until(async () => expect(await veils(open)).toBe(1));
      expect(await focused(popup)).toEqual({ name: show.title, on: "false" });
      // The last episode: the button that says so has nothing more to say, and the focus that it had goes on.
      const shows = { [show.id]: { state: "watching", part: 2, episode: 0 } } as const;
      await say(popup, { type: "edit", edit: { shows } });
      await (await popup.waitForSelector(".next"))?.focus();
      await popup.keyboard.press("Enter");
      await until(async () => expect(await focused(popup)).toEqual({ name: show.title, on: "true" }));
    });
  });

  it("reaches everything by Tab and the list by arrows", async () => {
    await here.open(here.site.put("walk", page));
    await inPopup(here.session, async (popup) => {
      await named(popup, "switch", "Shield this site");
      const names = (await popup.evaluate(
        "[...document.querySelectorAll('.shows [role=switch]')].map((e) => e.getAttribute('aria-label'))",
      )) as string[];
      await popup.keyboard.press("Tab");
      // What opens the row, then its switch.
      expect(await popup.evaluate("document.activeElement.textContent")).toContain(names[0]);
      await popup.keyboard.press("Tab");
      expect(await focused(popup)).toMatchObject({ name: names[0] });
      await popup.keyboard.press("ArrowDown");
      expect(await focused(popup)).toMatchObject({ name: names[1] });
      await popup.keyboard.press("ArrowUp");
      await popup.keyboard.press("ArrowUp");
      expect(await focused(popup)).toMatchObject({ name: "Search shows" });
      const before: unknown[] = [];
      for (let i = 0; i < 4; i++) {
        await popup.keyboard.down("Shift");
        await popup.keyboard.press("Tab");
        await popup.keyboard.up("Shift");
        before.push(
          await popup.evaluate(
            "document.activeElement.getAttribute('aria-label') ?? (document.activeElement.value || document.activeElement.textContent)",
          ),
        );
      }
      // Of radio buttons one is reached by Tab, the others from it by arrows.
      expect(before).toEqual(["balanced", "Hide again", "Reveal all on this page", "Shield this site"]);
    });
  });
});
