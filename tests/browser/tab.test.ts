/** By keyboard alone through all that the extension's pages can hold: nothing is left out, hidden, or lost. */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { sections } from "../../lib/ui/options/sections.ts";
import { named } from "./by-name.ts";
import { eachBrowser } from "./each-browser.ts";
import { empty, fill, unfold } from "./full.ts";
import { byClock, until } from "./look.ts";
import { inOptions } from "./options.ts";
import { inPopup } from "./popup.ts";

/** As many as anybody walks through in one section. */
const most = 70;

const controls = `[...document.querySelectorAll("a[href], button, input, select, textarea, summary, iframe")]`;

/**
 * What has the focus: its number among the controls, whether it has had it before, and what is wrong with how it shows
 * that. The whole of a label counts where the field in it is not drawn.
 */
const stop = `(() => {
  const been = (globalThis.been ??= new Set());
  const e = document.activeElement;
  const at = e.matches(".sr-only, .level input") ? e.parentElement : e;
  const { left, top, width, height } = at.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight) / 2);
  const wrong = [];
  if (!over || !at.contains(over)) wrong.push("beneath " + (over?.className ?? "nothing"));
  const drawn = [at, ...at.children].some((each) => getComputedStyle(each).outlineStyle !== "none");
  if (!drawn && e.localName !== "iframe") wrong.push("without a ring");
  const known = been.has(e);
  been.add(e);
  return { at: ${controls}.indexOf(e), known, wrong: wrong.map((what) => e.localName + "." + e.className + " is " + what) };
})()`;

/** Presses Tab until the page begins anew; where it has been, in order. */
async function walk(page: Page): Promise<number[]> {
  const stops: number[] = [];
  while (stops.length < most) {
    await page.keyboard.press("Tab");
    const { at, known, wrong } = (await page.evaluate(stop)) as {
      at: number;
      known: boolean;
      wrong: string[];
    };
    // Of a frame there are several.
    if (at === stops.at(-1)) continue;
    if (at < 0 || known) break;
    expect(wrong).toEqual([]);
    stops.push(at);
  }
  return stops;
}

/** All that can be reached, but for radio buttons: of a group Tab reaches the one that is chosen. */
const reachable = `${controls}.map((e, i) => e.matches(":disabled, [type=radio]:not(:checked)") || !e.checkVisibility() ? -1 : i).filter((i) => i >= 0)`;

eachBrowser(
  (here) => {
    it.each(
      sections,
    )("walks through the options page in the order in which it is read: %s", async (section) => {
      await inOptions(here.session, section, async (options) => {
        await options.setViewport({ width: 1000, height: 500 });
        await fill(options);
        await unfold(options, section);
        // Rows of a long list come and go while one walks through it.
        const whole = section !== "shows" && section !== "rules";
        const all = (await options.evaluate(reachable)) as number[];
        // From the top, and from outside.
        await options.evaluate("scrollTo(0, 0)");
        await options.mouse.click(2, 2);
        const stops = await walk(options);
        if (whole) expect(stops).toEqual(all.slice(0, most));
        else expect(stops.length).toBeGreaterThan(40);
        await empty(options);
      });
    });

    it("never loses the focus with what goes: a rule, a question, a preview, a filter, a show, the popup's menu", async () => {
      const focused = (page: Page) =>
        page.evaluate(
          "(({ ariaLabel, title, textContent }) => ariaLabel ?? (title || textContent))(document.activeElement)",
        ) as Promise<string>;
      await inOptions(here.session, "rules", async (options) => {
        await fill(options);
        await options.evaluate("scrollTo(0, 0)");
        const rule = (n: number) => `the keeper of the lighthouse was her brother all along ${n}`;
        await (await named(options, "button", `Delete the rule: ${rule(1)}`)).focus();
        await options.keyboard.press("Enter");
        await until(async () => expect(await focused(options)).toBe(`Edit the rule: ${rule(2)}`));
        await options.keyboard.press("Enter");
        await options.waitForSelector(".virtual .rule-form select:focus");
        await options.keyboard.press("Escape");
        await until(async () => expect(await focused(options)).toBe(`Edit the rule: ${rule(2)}`));

        await options.evaluate(`location.hash = "data"`);
        await (await named(options, "button", "Erase everything…")).focus();
        await options.keyboard.press("Enter");
        await until(async () => expect(await focused(options)).toBe("Keep it"));
        await options.keyboard.press("Escape");
        await until(async () => expect(await focused(options)).toBe("Erase everything…"));

        await options.evaluate(`location.hash = "lists"`);
        await options.waitForSelector(".paste");
        await unfold(options, "lists");
        expect(await focused(options)).toBe("List of titles");
        await (await named(options, "button", "Cancel")).focus();
        await options.keyboard.press("Enter");
        await options.waitForSelector("input[type=file]:focus");

        await options.evaluate(`location.hash = "shows"`);
        await options.waitForSelector(".virtual select");
        // Of what is watched one is no more: it stays for as long as the list is looked at.
        await options.select(".filters select", "watched");
        await options.waitForFunction("document.querySelectorAll('.virtual li').length === 2", byClock);
        const select = (await options.$(".virtual select"))!;
        await select.focus();
        await select.select("none");
        await options.waitForFunction(
          "document.querySelector('.toast')?.textContent.includes('Not on my list')",
          byClock,
        );
        expect(
          await options.evaluate("document.activeElement === document.querySelector('.virtual select')"),
        ).toBe(true);
        await options.keyboard.down("Control");
        await options.keyboard.press("z");
        await options.keyboard.up("Control");
        await until(async () =>
          expect(await select.evaluate((e) => (e as unknown as HTMLSelectElement).value)).toBe("watched"),
        );
        await (await named(options, "button", "Clear filter")).focus();
        await options.keyboard.press("Enter");
        await options.waitForSelector(".bulk select:focus");
      });
      await inPopup(here.session, async (popup) => {
        await popup.focus(".menu summary");
        await popup.keyboard.press("Enter");
        await popup.waitForSelector(".menu[open]");
        await popup.keyboard.press("Tab");
        await popup.keyboard.press("Escape");
        await popup.waitForSelector(".menu:not([open]) summary:focus");
        // What it lies over gets the focus: it goes.
        await popup.keyboard.press("Enter");
        for (let i = 0; i < 3; i++) await popup.keyboard.press("Tab");
        await popup.waitForSelector(".menu:not([open])");
        expect(await focused(popup)).toBe("Options");
        await empty(popup);
      });
    });
  },
  { seldom: "firefox" },
);
