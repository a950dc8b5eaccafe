/** The popup and the page in front of it: badge, reveal all, hide again, the switch for this site. */
import { expect, it } from "vitest";
import { article, page, spoiler } from "./articles.ts";
import { control, press } from "./by-name.ts";
import { eachBrowser, seldomInFirefox } from "./each-browser.ts";
import { clear, texts, until, veiled, veils } from "./look.ts";
import { badges, inPopup, isOn } from "./popup.ts";

eachBrowser((here) => {
  it("counts the veils on the toolbar button", async () => {
    const three = article(
      `<h1>Madoka Magica</h1>${Array.from({ length: 3 }, (_, i) => `<p>Evening ${i}. ${spoiler}</p>`).join("")}`,
    );
    const open = await here.open(here.site.put("three", three));
    await veiled(open, 3);
    await inPopup(here.session, (popup) => until(async () => expect(await badges(popup)).toEqual(["3"])));
  });

  it("has no badge on a page without spoilers", async () => {
    await here.open(
      here.site.put("bread", article("<h1>Bread</h1><p>Let it rest for an hour.</p>", "Bread")),
    );
    await inPopup(here.session, async (popup) => expect(await badges(popup)).toEqual([]));
  });

  it("reveals all and hides again on the open tab", async () => {
    const open = await here.open(here.site.put("all", page));
    await veiled(open);
    await inPopup(here.session, async (popup) => {
      await press(popup, "button", "Reveal all on this page");
      await clear(open, "b", spoiler);
      expect(await veils(open)).toBe(0);
      await until(async () => expect(await badges(popup)).toEqual([]));
      await press(popup, "button", "Hide again");
      await until(async () => expect((await texts(open)).b).not.toContain("Charlotte"));
      expect(await veils(open)).toBe(1);
      await until(async () => expect(await badges(popup)).toEqual(["1"]));
    });
  });

  it("leaves a site alone where it is switched off, and comes back when it is switched on", async () => {
    const open = await here.open(here.site.put("site", page));
    await veiled(open);
    await inPopup(here.session, async (popup) => {
      const site = await control(popup, "switch", "Shield this site");
      expect(await isOn(site)).toBe(true);
      await site.click();
      await clear(open, "b", spoiler);
      expect(await veils(open)).toBe(0);
      await until(async () => expect(await badges(popup)).toEqual(["off"]));
      await site.click();
      await until(async () => expect(await veils(open)).toBe(1));
      await until(async () => expect(await badges(popup)).toEqual(["1"]));
    });
  });

  it("has its toast in sight where the window is less high than it is, and the focus not beneath it", async () => {
    await inPopup(here.session, async (popup) => {
      await popup.setViewport({ width: 380, height: 440 });
      await (await popup.waitForSelector(".shows [role=switch]"))!.click();
      await popup.waitForSelector(".toast");
      const end = () =>
        popup.$eval(".toast", (e) => Math.round(window.innerHeight - e.getBoundingClientRect().bottom));
      await until(async () => expect(await end()).toBeGreaterThanOrEqual(0));
      for (let i = 0; i < 12; i++) {
        await popup.keyboard.press("Tab");
        expect(
          await popup.evaluate(() => {
            const { left, top, width, height } = document.activeElement!.getBoundingClientRect();
            const over = document.elementFromPoint(left + width / 2, top + height / 2);
            return document.activeElement!.contains(over) || over?.className;
          }),
        ).toBe(true);
      }
      await press(popup, "button", "Undo");
    });
  });

  it("says at once what a choice has done to the page", async () => {
    const open = await here.open(here.site.put("at-once", page));
    await veiled(open);
    await inPopup(here.session, async (popup) => {
      const note = () => popup.$eval("#site-note", (e) => e.textContent);
      await until(async () => expect(await note()).toBe("1 passage hidden"));
      await press(popup, "switch", "Shield this site");
      await until(async () => expect(await note()).toContain("off here"));
      await until(async () => expect(await veils(open)).toBe(0));
      // Long enough for a look at the page, and that was the last one.
      await new Promise((next) => setTimeout(next, 1500));
      await popup.evaluate("for (let timer = 1; timer < 10_000; timer++) clearInterval(timer)");
      await press(popup, "switch", "Shield this site");
      await until(async () => expect(await note()).toBe("1 passage hidden"));
      await press(popup, "button", "Reveal all on this page");
      await until(async () => expect(await note()).toBe("All on this page is revealed"));
    });
  });

  it("finds a show by romaji, native title or short form, and through a slip of the pen", async () => {
    await inPopup(here.session, async (popup) => {
      const box = (await popup.waitForSelector("[role=searchbox]"))!;
      const type = async (words: string) => {
        await box.evaluate((e) => (e as HTMLInputElement).select());
        await box.type(words);
      };
      const first = () => popup.$eval(".shows .show-title", (e) => e.textContent);
      for (const [words, title] of [
        // What is like the words is known to a library that the popup fetches.
        ["attak on titan", "Attack on Titan"],
        ["sen to chihiro", "Spirited Away"],
        ["jjk", "Jujutsu Kaisen"],
        ["葬送のフリーレン", "Frieren: Beyond Journey's End"],
      ] as const) {
        await type(words);
        await until(async () => expect(await first()).toBe(title));
      }
      await type("zzzzqq");
      await until(async () =>
        expect(await popup.$eval(".shows", (e) => e.textContent)).toContain("No show by that name yet"),
      );
    });
  });
}, seldomInFirefox);
