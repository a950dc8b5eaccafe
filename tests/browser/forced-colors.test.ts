/** Popup and options in the colours of a system that forces them: nothing is told by a colour of ours. */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { eachBrowser } from "./each-browser.ts";
import { withForcedColors } from "./forced-colors.ts";
import { until } from "./look.ts";
import { inOptions } from "./options.ts";
import { inPopup, say } from "./popup.ts";

/** Of the first shows: of hundreds a style is not asked in a moment. */
const track = ".shows li:nth-child(-n + 20) .switch-track";

const looks = (page: Page, selector: string, ...names: string[]) =>
  page.$$eval(
    selector,
    (all, wanted) => all.map((e) => wanted.map((name) => getComputedStyle(e).getPropertyValue(name)).join()),
    names,
  );

/** One of them looks like no other; the focus changes something else about it. */
async function expectChosen(page: Page, selector: string, focus: string): Promise<void> {
  const colours = await looks(page, selector, "background-color");
  expect(new Set(colours).size).toBe(2);
  expect(new Set(await looks(page, selector, "outline-style")).size).toBe(1);
  await page.focus(focus);
  await page.keyboard.press("Shift");
  expect(await looks(page, selector, "background-color")).toEqual(colours);
  expect(new Set(await looks(page, selector, "outline-style")).size).toBe(2);
}

eachBrowser((here) => {
  it("tells in the popup what is on, what is chosen, what can be pressed, and where the focus is", async () => {
    await inPopup(here.session, async (popup) => {
      await say(popup, { type: "edit", edit: { shows: { "a-silent-voice": { state: "watched" } } } });
      await popup.waitForSelector(".shows [aria-checked=true]");
      // With all of these in view: of others Firefox works out no style and moves no colour.
      await popup.setViewport({ width: 380, height: 2000 });
      await withForcedColors(here.session, popup, async () => {
        // It slides there.
        await until(async () => expect(new Set(await looks(popup, track, "background-color")).size).toBe(2));
        await expectChosen(popup, ".level span", ".level input:checked");
        // What is told by colour elsewhere; and no edge moves the thumb out of the middle.
        expect(await looks(popup, ".link", "text-decoration-line")).toEqual(["underline"]);
        const edges = await looks(popup, track, "padding-top", "border-top-width");
        expect(new Set(edges)).toEqual(new Set(["2px,1px"]));
      });
      await say(popup, { type: "erase" });
    });
  });

  it("tells in the options which section is shown, and where the focus is; all boxes have the same edge", async () => {
    await inOptions(here.session, "look", (options) =>
      withForcedColors(here.session, options, async () => {
        await expectChosen(options, "nav a", "nav [aria-current]");
        expect(await options.$$eval(".card", (all) => all.map((e) => e.localName))).toContain("fieldset");
        expect(new Set(await looks(options, ".card", "border-top-color")).size).toBe(1);
      }),
    );
  });
});
