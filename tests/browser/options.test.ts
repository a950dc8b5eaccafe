/** What the options page does to open tabs, and what it shows. */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { article, page, show, spoiler } from "./articles.ts";
import { named, press } from "./by-name.ts";
import { eachBrowser, seldomInChromium } from "./each-browser.ts";
import { clear, until, veiled, veils } from "./look.ts";
import { choose, inFrame, inOptions, mainText } from "./options.ts";
import { say } from "./popup.ts";

const search = async (options: Page, words: string) => {
  const box = await options.waitForSelector("input[type=search]");
  await box!.evaluate((e) => (e as HTMLInputElement).select());
  await box!.type(words);
};

/** Marks all shows that are listed, some dozens of them; how many there are. */
async function markAll(options: Page): Promise<number> {
  await until(async () => expect(await mainText(options)).toMatch(/Mark all \d\d shows as/));
  const count = Number(/Mark all (\d+) shows/.exec(await mainText(options))?.[1]);
  await press(options, "button", "Apply");
  return count;
}

eachBrowser((here) => {
  it("frees what an episode gives away, and nothing before it; undo hides it again", async () => {
    const tab = await here.open(here.site.put("progress", page));
    await veiled(tab);
    await inOptions(here.session, "shows", async (options) => {
      await search(options, show.title);
      await choose(await named(options, "combobox", `Progress: ${show.title}`), "watching");
      await press(options, "button", `One episode more: ${show.title}`);
      await press(options, "button", `One episode more: ${show.title}`);
      // Two episodes: the third still gives away what happens in it.
      await until(async () =>
        expect(await options.$eval(".step-input", (e) => (e as HTMLInputElement).value)).toBe("2"),
      );
      expect(await veils(tab)).toBe(1);
      await press(options, "button", `One episode more: ${show.title}`);
      await clear(tab, "b", spoiler);
      await until(async () =>
        expect(await options.$eval(".toast", (e) => e.textContent)).toContain("Up to episode 3"),
      );
      await press(options, "button", "Undo");
      await until(async () => expect(await veils(tab)).toBe(1));
      await say(options, { type: "edit", edit: { shows: { [show.id]: null } } });
    });
  });

  it("says what was changed beside the column, or beneath it where there is no room: on nothing to be pressed", async () => {
    await inOptions(here.session, "hiding", async (options) => {
      await options.click("input[name=level][value=careful]");
      await options.waitForSelector(".toast");
      // It stays as long as it is pointed at.
      await options.$eval(".toast-place", (e) => e.dispatchEvent(new PointerEvent("pointerenter")));
      await options.evaluate(`location.hash = "lists"`);
      await options.waitForSelector(".paste textarea");
      await options.type(
        ".paste textarea",
        Array.from({ length: 9 }, (_, i) => `no such show ${i}`).join("\n"),
      );
      await options.click(".paste button");
      await options.waitForSelector(".preview-buttons", { timeout: 20_000 });
      const under = () =>
        options.evaluate(() => {
          const { left, right, top, bottom } = document.querySelector(".toast")!.getBoundingClientRect();
          return [...document.querySelectorAll<HTMLElement>("a, button, input, select, summary")]
            .filter((e) => {
              const box = e.getBoundingClientRect();
              const apart = box.right <= left || box.left >= right || box.bottom <= top || box.top >= bottom;
              return !apart && !e.closest(".toast, .sr-only") && e.checkVisibility();
            })
            .map((e) => e.textContent || e.outerHTML);
        });
      expect(await under()).toEqual([]);
      for (const width of [1280, 400]) {
        await options.setViewport({ width, height: 700 });
        await options.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
        expect(await under(), `${width} pixels wide`).toEqual([]);
      }
      await say(options, { type: "erase" });
    });
  });

  it("marks everything up to a year at once, and takes it back as one", async () => {
    await inOptions(here.session, "shows", async (options) => {
      await (await named(options, "textbox", "To year")).type("1999");
      const count = await markAll(options);
      await until(async () => {
        const { shows } = await say(options, { type: "preferences" });
        expect(Object.keys(shows)).toHaveLength(count);
      });
      await press(options, "button", "Undo");
      await until(async () => {
        const { shows } = await say(options, { type: "preferences" });
        expect(Object.keys(shows)).toHaveLength(0);
      });
    });
  });

  it("marks all of a studio at once, and lists what is on the list", async () => {
    await inOptions(here.session, "shows", async (options) => {
      const filter = async (name: string, value: string) =>
        choose(await named(options, "combobox", name), value);
      await filter("Studio", "Studio Ghibli");
      const count = await markAll(options);
      await until(async () => {
        const { shows } = await say(options, { type: "preferences" });
        expect(Object.keys(shows)).toHaveLength(count);
        expect(shows).toMatchObject({ "spirited-away": { state: "watched" } });
        expect(shows).not.toHaveProperty("your-name");
      });
      await press(options, "button", "Clear filter");
      await filter("Progress", "mine");
      await until(async () => expect(await mainText(options)).toContain(`${count} shows found`));
      await filter("Format", "tv");
      await until(async () => expect(await mainText(options)).toContain("No show matches"));
      await say(options, { type: "undo" });
      await until(async () => expect(await mainText(options)).toContain("Nothing is on your list yet"));
    });
  });

  it("keeps only the rows in sight in the document, whatever is scrolled to", async () => {
    await inOptions(here.session, "shows", async (options) => {
      await options.waitForSelector(".virtual li");
      const first = await options.$eval(".virtual li", (e) => e.textContent);
      expect(await options.$$eval(".virtual li", (all) => all.length)).toBeLessThan(60);
      await options.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
      await until(async () => {
        const all = await options.$$eval(".virtual li", (rows) =>
          rows.map((row) => row.getAttribute("aria-posinset")),
        );
        expect(all.length).toBeLessThan(60);
        const size = await options.$eval(".virtual li", (e) => e.getAttribute("aria-setsize"));
        expect(all.at(-1)).toBe(size);
      });
      expect(await options.$eval(".virtual li", (e) => e.textContent)).not.toBe(first);
    });
  });

  it("switches the shield off on a site and everything below it, and on again", async () => {
    const tab = await here.open(here.site.put("sites", page));
    await veiled(tab);
    await inOptions(here.session, "sites", async (options) => {
      const field = await named(options, "textbox", "Site or pattern");
      for (const words of ["no site at all", "*example.org", "a.example b.example"]) {
        await field.type(words);
        await press(options, "button", "Turn off");
        expect(await mainText(options), words).toContain("That is not the name of a site");
        await field.evaluate((e) => (e as unknown as HTMLInputElement).select());
      }
      await field.type("http://127.0.0.1/some/page");
      await press(options, "button", "Turn off");
      await clear(tab, "b", spoiler);
      await press(options, "button", "Turn on again: 127.0.0.1");
      await until(async () => expect(await veils(tab)).toBe(1));
      // Off everywhere, but not here.
      await field.type("*");
      await press(options, "button", "Turn off");
      await clear(tab, "b", spoiler);
      await field.type("127.0.0.1");
      await press(options, "button", "Keep on");
      await until(async () => expect(await veils(tab)).toBe(1));
      await press(options, "button", "Remove: 127.0.0.1");
      await clear(tab, "b", spoiler);
      await press(options, "button", "Turn on again: *");
      await until(async () => expect(await veils(tab)).toBe(1));
    });
  });

  it("hides by a rule of one's own, says why in the tester, and stops when it is deleted", async () => {
    const own = "The lighthouse keeper is her brother.";
    const tab = await here.open(here.site.put("rule", article(`<p id="b">It is calm. ${own}</p>`, "Notes")));
    await inOptions(here.session, "rules", async (options) => {
      await choose(await named(options, "combobox", "Kind"), "phrase");
      await (await named(options, "textbox", "Words")).type("lighthouse keeper");
      await press(options, "button", "Add");
      await until(async () => expect(await veils(tab)).toBe(1));

      await options.click(".tester summary");
      await (await named(options, "textbox", "Text")).type(`A quiet show. ${own}`);
      await until(
        async () => expect(await mainText(options)).toContain("1 passage would be hidden."),
        20_000,
      );
      expect(await mainText(options)).toContain("your rule (Phrase): “lighthouse keeper”");
      await until(async () =>
        expect(await inFrame(options, "querySelectorAll('spoiler-veil').length")).toBe(1),
      );

      await press(options, "button", "Delete the rule: lighthouse keeper");
      await clear(tab, "b", own);
      await until(async () => expect(await mainText(options)).toContain("0 passages would be hidden."));
    });
  });

  it("erases everything, but not before it has been asked twice", async () => {
    await inOptions(here.session, "data", async (options) => {
      await say(options, {
        type: "edit",
        edit: { shows: { [show.id]: { state: "watched" } }, level: "careful" },
      });
      await until(async () => expect(await mainText(options)).toContain("1 show with its progress"));
      await press(options, "button", "Erase everything…");
      await press(options, "button", "Keep it");
      await press(options, "button", "Erase everything…");
      await press(options, "button", "Erase for good");
      await until(async () => expect(await mainText(options)).toContain("0 shows with their progress"));
      expect(await say(options, { type: "preferences" })).toMatchObject({ shows: {}, level: "balanced" });
    });
  });
}, seldomInChromium);
