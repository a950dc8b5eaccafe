/** The context menu: on a veil what its label offers, there and nowhere else; on a selection the shows of the page. */
import type { Page } from "puppeteer-core";
import { afterEach, expect, it } from "vitest";
import { mostRules } from "../../lib/catalog/rule.ts";
import type { PopupMessage } from "../../lib/messages.ts";
import { stopBackground } from "../compat/background.ts";
import { article, harmless, page, spoiler } from "./articles.ts";
import { choose, chooseFor, closeMenu, menuItems, openMenu, withMenu } from "./context-menu.ts";
import { eachBrowser } from "./each-browser.ts";
import { texts, until, veiled, veils } from "./look.ts";
import { tell } from "./tell.ts";

const ready = (p: Page, count = 1) => until(async () => expect(await veils(p)).toBe(count), 8000);
const center = (p: Page, selector: string, shift = 40) =>
  p.evaluate(`(() => {
    const { x, y, height } = document.querySelector(${JSON.stringify(selector)}).getClientRects()[0];
    return { x: x + ${shift}, y: y + height / 2 };
  })()`) as Promise<{ x: number; y: number }>;
const all = ["show", "spare", "seen"];
const two = article(
  `<h1>Madoka Magica</h1><p id="a">${harmless}</p><p id="b">${spoiler}</p><p id="c">In episode 8 Sayaka turns into the witch Oktavia.</p>`,
);

eachBrowser((here) => {
  afterEach(async () => {
    await closeMenu(here.session);
    await tell(here.session, { type: "erase" });
  });
  const open = (p: Page, at: { x: number; y: number }) => openMenu(here.session, p, at);
  const offers = (items: string[]) => until(async () => expect(await menuItems(here.session)).toEqual(items));

  it("shows the passage that was clicked, and no other", async () => {
    const p = await here.open(here.site.put("two", two));
    await veiled(p, 2);
    expect(await open(p, await center(p, "#c spoiler-veil"))).toEqual(all);
    await choose(here.session, "show");
    await ready(p, 1);
    expect((await texts(p)).c).toContain("Oktavia");
    // Where it was, there is nothing hidden any more.
    expect(await open(p, await center(p, "#c"))).toEqual([]);
  });

  it("takes the label's answers", async () => {
    const p = await here.open(here.site.put("answers", two));
    await veiled(p, 2);
    expect(await open(p, await center(p, "#b spoiler-veil"))).toEqual(all);
    await choose(here.session, "seen");
    await ready(p, 1);
    expect((await texts(p)).b).toContain("Charlotte");
    await open(p, await center(p, "#c spoiler-veil"));
    await choose(here.session, "spare");
    await ready(p, 0);
    const { shows, spared } = await tell(here.session, { type: "preferences" });
    expect(shows).toMatchObject({ "madoka-magica": { state: "watching", part: 1, episode: 3 } });
    expect(spared).toHaveLength(1);
  });

  it("shows the reader's rules where there are so many that none can be added", async () => {
    const ids = Array.from({ length: mostRules }, (_, i) => `r${i}`);
    const rules = Object.fromEntries(
      ids.map((id) => [id, { id, kind: "phrase", text: `words ${id}` } as const]),
    );
    await tell(here.session, { type: "edit", edit: { rules } });
    const p = await here.open(here.site.put("two", two));
    await chooseFor(here.session, p, ["a", harmless.slice(0, 20)], "hide");
    await until(async () => {
      const pages = await here.session.browser.pages();
      const words = await Promise.all(
        pages.map((each) =>
          each.evaluate("location.hash === '#rules' && document.body.innerText").catch(() => ""),
        ),
      );
      expect(words.join()).toContain("No more than 2000 rules can be kept");
    }, 10_000);
    for (const each of await here.session.browser.pages())
      if ((await each.evaluate("location.hash").catch(() => "")) === "#rules") await each.close();
  });

  it("is in no menu of another place, tab or page", async () => {
    const url = here.site.put("one", page);
    const p = await here.open(url);
    await veiled(p);
    const veil = await center(p, "spoiler-veil");
    expect(await open(p, await center(p, "#a"))).toEqual([]);
    await closeMenu(here.session);
    expect(await open(p, veil)).toEqual(all);
    await closeMenu(here.session);
    const other = await here.open(here.site.put("other", article("<p>Bread.</p>")));
    expect(await open(other, { x: 200, y: 300 })).toEqual([]);
    await closeMenu(here.session);
    await p.bringToFront();
    expect(await open(p, veil)).toEqual(all);
    await closeMenu(here.session);
    // The pointer stays where it is.
    await p.goto(here.site.put("next", article("<p>Bread.</p>")));
    await p.mouse.click(veil.x, veil.y, { button: "right" });
    await offers([]);
  });

  it("knows frames, and that one has been taken away under the pointer", async () => {
    const frame = article(`<h1>Madoka Magica</h1><p id="c">${spoiler}</p>`);
    const p = await here.open(
      here.site.put(
        "frames",
        article(
          `<h1>Madoka Magica</h1><p id="b">${spoiler}</p><iframe width="600" height="300" src="${here.site.put("frame", frame)}"></iframe>`,
        ),
      ),
    );
    await veiled(p);
    const inner = p.frames()[1]!;
    const innerVeils = () => inner.evaluate("document.querySelectorAll('spoiler-veil').length");
    await until(async () => expect(await innerVeils()).toBe(1), 8000);
    const from = await center(p, "iframe", 0);
    const box = (await inner.evaluate(
      "(({ x, y, height }) => ({ x: x + 40, y: y + height / 2 }))(document.querySelector('spoiler-veil').getClientRects()[0])",
    )) as { x: number; y: number };
    const at = { x: from.x + 2 + box.x, y: from.y - 150 + box.y };
    expect(await open(p, at)).toEqual(all);
    await closeMenu(here.session);
    await p.evaluate("document.querySelector('iframe').remove()");
    await new Promise((done) => setTimeout(done, 300));
    await p.mouse.click(at.x, at.y, { button: "right" });
    await offers([]);
    expect(await veils(p)).toBe(1);
  });

  it("comes though the background sleeps, and what is chosen while it sleeps is done", async () => {
    const p = await here.open(here.site.put("asleep", two));
    await veiled(p, 2);
    await stopBackground(here.session);
    const veil = await center(p, "#c spoiler-veil");
    // Once more where a busy machine has not woken it when the menu opens.
    await until(async () => expect(await open(p, veil)).toEqual(all), 8000);
    // In Chromium there is nothing to choose from without the worker (context-menu.ts).
    if (here.session.name === "firefox") await stopBackground(here.session);
    await choose(here.session, "show");
    await ready(p, 1);
    expect((await texts(p)).c).toContain("Oktavia");
  });

  it("comes with the keyboard", async ({ skip }) => {
    skip(here.session.name === "firefox", "WebDriver's keys do not open a menu in Firefox");
    const p = await here.open(here.site.put("keys", page));
    await veiled(p);
    await p.keyboard.press("Tab");
    await new Promise((done) => setTimeout(done, 300));
    await p.keyboard.down("Shift");
    await p.keyboard.press("F10");
    await p.keyboard.up("Shift");
    await offers(all);
    await choose(here.session, "show");
    await ready(p, 0);
  });

  it("cannot be brought up or answered by the page, which sees nothing of it", async () => {
    const p = await here.open(here.site.put("script", page));
    await veiled(p);
    const veil = await center(p, "spoiler-veil");
    await p.evaluate(`{
      const veil = document.querySelector("spoiler-veil");
      for (const type of ["pointerenter", "pointermove", "pointerover", "focusin", "contextmenu"])
        veil.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: ${veil.x}, clientY: ${veil.y} }));
    }`);
    expect(await open(p, await center(p, "#a"))).toEqual([]);
    await closeMenu(here.session);
    await p.evaluate(`
      window.changes = [];
      new MutationObserver((records) => changes.push(...records.map(({ type }) => type))).observe(document, {
        subtree: true, childList: true, attributes: true, characterData: true,
      });`);
    expect(await open(p, veil)).toEqual(all);
    expect(await p.evaluate("changes")).toEqual([]);
    // What a script opens has no menu, and takes the menu's veil from nobody.
    await p.evaluate(`document.body.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true }))`);
    await choose(here.session, "show");
    await ready(p, 0);
  });

  it("makes a rule of a selection for a show of the page, which goes with it, or for another story", async () => {
    const p = await here.open(here.site.put("of", page));
    await veiled(p);
    const words = "tea that Mami pours";
    const watched = { shows: { "madoka-magica": { state: "watched" } } } as const;
    const after = (message: PopupMessage) => tell(here.session, message);
    await chooseFor(here.session, p, ["a", words], "hide:madoka-magica");
    await ready(p, 2);
    const { rules } = await after({ type: "preferences" });
    expect(rules).toMatchObject([{ kind: "phrase", text: words, show: "madoka-magica" }]);
    await after({ type: "edit", edit: watched });
    await ready(p, 0);
    await after({ type: "erase" });
    await ready(p, 1);
    await chooseFor(here.session, p, ["a", words], "hide:");
    await ready(p, 2);
    const state = await after({ type: "edit", edit: watched });
    expect(Object.keys(state.rules[0]!)).toEqual(["id", "kind", "text"]);
    await ready(p, 1);
    expect((await texts(p)).a).not.toContain(words);
  });
}, withMenu);
