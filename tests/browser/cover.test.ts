/** Before a page has settled: exactly the sentence is hidden, nothing of the page is changed, and nothing comes out. */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { coverStyle } from "../../lib/page/cover-style.ts";
import { coverAttribute, unreadLook } from "../../lib/page/names.ts";
import { article, harmless, spoiler } from "./articles.ts";
import { type ChangeOver, watchChangeOver } from "./change-over.ts";
import { eachBrowser } from "./each-browser.ts";
import { exposure } from "./exposure.ts";
import { withForcedColors } from "./forced-colors.ts";
import { clickText, darkest, search, texts, until, veils } from "./look.ts";
import { motion } from "./motion.ts";

const before = "I rewatched it in spring.";
const after = "The soundtrack is by Yuki Kajiura.";
/** Changes its structure all the time, so that it does not settle before the ceiling, five seconds on. */
const restless = `<script>setInterval(() => document.body.append(document.createElement("i")), 200)</script>`;
const body = `<h1>Madoka Magica</h1><p id="a">${harmless}</p><p id="b">${before} ${spoiler} ${after}</p>`;
const loading = (more = "") => article(body + restless + more);

/** Darker than this is a letter, lighter at most its smudge. */
const grey = 100;
const reads = async (page: Page, text: string) => (await darkest(page, "b", text)) < grey;
/** What covers `#b`: undefined nothing, "still" a highlight over the letters, "" the blur. */
const cover = (page: Page) => page.evaluate("document.querySelector('#b').dataset.spoilerCover");
const covered = (page: Page) => until(async () => expect(await cover(page)).toBe("still"));
const letters = (page: Page) => page.evaluate("[...(CSS.highlights.get('spoiler-cover') ?? [])].map(String)");

eachBrowser((here) => {
  it("covers the sentence to the letter, and changes no structure", async () => {
    const p = await here.open(here.site.put("exact", loading()));
    await covered(p);
    expect(await letters(p)).toEqual([spoiler]);
    expect((await texts(p)).b).toBe(`${before} ${spoiler} ${after}`);
    expect(await veils(p)).toBe(0);
    expect(await reads(p, before)).toBe(true);
    expect(await reads(p, spoiler)).toBe(false);
    expect(await reads(p, after)).toBe(true);
    await p.evaluate(watchChangeOver, spoiler);
    await until(async () => expect(await veils(p)).toBe(1), 8000);
    // Longer than what scripts add needs to come into sight: what replaces a cover is there at once.
    await new Promise((r) => setTimeout(r, 400));
    if (here.session.name === "chromium") expect((await motion(p)).animated).toBe(0);
    const frames = (await p.evaluate("changeOver")) as ChangeOver;
    expect(frames).toEqual({ covered: expect.any(Number), veiled: expect.any(Number), neither: 0 });
    expect(Math.min(frames.covered, frames.veiled)).toBeGreaterThan(0);
    expect(await letters(p)).toEqual([]);
    expect(await p.evaluate("CSS.highlights.size")).toBe(0);
  });

  it("covers what stands in a link the same", async () => {
    const linked = `<h1>Madoka Magica</h1><p>${before} <a id="b" href="https://site.example/b">${spoiler}</a></p>`;
    const p = await here.open(here.site.put("link", article(linked + restless)));
    await covered(p);
    expect(await letters(p)).toEqual([spoiler]);
  });

  it("leaves the other sentences readable from the first frames of a page that streams in", async () => {
    const filler = "<p>The music and the colours of the show are lovely.</p>".repeat(40);
    const url = here.site.put("first", article(body + filler), { pieces: 100, pause: 25 });
    const tab = await here.open("about:blank");
    const { frames, of } = await exposure(tab, url, ["Charlotte", "Kajiura"]);
    expect(of["Charlotte"]).toBeUndefined();
    expect(frames).toBeGreaterThan(20);
    // All but those before it has arrived.
    expect(of["Kajiura"]).toBeGreaterThan(frames / 2);
  });

  it("covers anew what the page moves while there is more to be read", async () => {
    const long =
      "<p>Homura and Kyoko walk to the station, and Sayaka talks of the violin all the way.</p>".repeat(900);
    const move = `<script>
      const [from, to] = document.querySelectorAll("section");
      setInterval(() => (from.firstElementChild ? to.append(from.firstElementChild) : from.append(to.firstElementChild)), 25);
    </script>`;
    const list = `<section><ul><li>${spoiler}</li></ul></section><section></section>`;
    const url = here.site.put("moved", article(`<h1>Madoka Magica</h1>${list}${move}${long}`));
    const { frames, exposed } = await exposure(await here.open("about:blank"), url, "Charlotte");
    expect(frames).toBeGreaterThan(5);
    expect(exposed).toBe(0);
  });

  it("leaves a page that hydrates late its own nodes", async () => {
    const hydrate = `<script>
      const own = [...document.querySelector("article").querySelectorAll("*")].flatMap((e) => [e, ...e.childNodes]);
      const was = own.map((n) => n.data ?? n.childNodes.length);
      addEventListener("load", () => setTimeout(() => {
        const now = [...document.querySelector("article").querySelectorAll("*")].flatMap((e) => [e, ...e.childNodes]);
        window.intact = now.length === own.length && now.every((n, i) => n === own[i] && (n.data ?? n.childNodes.length) === was[i]);
        document.querySelector("article").append(document.createElement("i"));
      }, 600));
    </script>`;
    const p = await here.open(here.site.put("late-hydration", article(body) + hydrate));
    await until(async () => expect(await p.evaluate("window.intact")).toBe(true));
    await until(async () => expect(await veils(p)).toBe(1));
  });

  it("wins against the page's colours, shadows and highlights", async () => {
    const style = `<style>
      * { color: #000 !important; -webkit-text-fill-color: #000 !important; text-shadow: 0 0 1px #000 !important }
      body *::highlight(spoiler-cover), body *::highlight(page) { color: #000 !important }
    </style><script>
      const all = new Highlight(...[...document.querySelectorAll("p")].map((e) => { const r = new Range(); r.selectNodeContents(e); return r; }));
      all.priority = 9;
      CSS.highlights.set("page", all);
    </script>`;
    const p = await here.open(here.site.put("colours", loading(style)));
    await covered(p);
    expect(await reads(p, spoiler)).toBe(false);
    expect(await reads(p, after)).toBe(true);
  });

  it("keeps hidden what the address points at", async () => {
    const p = await here.open(`${here.site.put("target", loading())}#:~:text=In%20the%20third,head`);
    await covered(p);
    expect(await reads(p, spoiler)).toBe(false);
  });

  it("blurs the element where the page paints letters in a way that no highlight hides", async () => {
    const style = `<style>#b { background: linear-gradient(#000, #000); -webkit-background-clip: text; background-clip: text; color: transparent }</style>`;
    const p = await here.open(here.site.put("gradient", style + loading()));
    await until(async () => expect(await cover(p)).toBe(""));
    expect(await reads(p, spoiler)).toBe(false);
  });

  it("blurs the element where the page's style changes so later, or the page clears all highlights", async () => {
    const later = `<style>.x { background: linear-gradient(#000, #000); background-clip: text; color: transparent }</style>`;
    const p = await here.open(here.site.put("later", later + loading()));
    await covered(p);
    await p.evaluate("document.querySelector('#b').className = 'x'");
    await until(async () => expect(await cover(p)).toBe(""));
    const q = await here.open(here.site.put("clears", loading()));
    await covered(q);
    await q.evaluate("CSS.highlights.clear()");
    // A picture that Firefox takes is no frame, before which it is put back.
    await q.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
    expect(await reads(q, spoiler)).toBe(false);
    expect(await cover(q)).toBe("still");
    await q.evaluate("void setInterval(() => CSS.highlights.clear(), 20)");
    await until(async () => expect(await cover(q)).toBe(""));
    expect(await reads(q, spoiler)).toBe(false);
  });

  it("takes the text out of the document before it can be selected, printed or searched", async () => {
    const steps: Record<string, (page: Page) => Promise<unknown>> = {
      keys: async (page) => {
        await page.keyboard.down("Control");
        await page.keyboard.press("a");
        await page.keyboard.press("c");
        await page.keyboard.up("Control");
      },
      script: (page) => page.evaluate("getSelection().selectAllChildren(document.body)"),
      print: (page) => page.pdf(),
      search: async (page) => {
        await page.keyboard.press("F3");
      },
    };
    const listen = `<script>addEventListener("copy", () => { window.copied = String(getSelection()) })</script>`;
    for (const [what, step] of Object.entries(steps)) {
      const p = await here.open(here.site.put(what, loading(listen)));
      await covered(p);
      await p.mouse.click(300, 5);
      expect(await veils(p), what).toBe(0);
      await step(p);
      await until(async () => expect(await veils(p), what).toBe(1), 1000);
      expect(await p.evaluate("String(getSelection())"), what).not.toContain("Charlotte");
      if (what === "keys") {
        expect(await p.evaluate("window.copied")).toContain(before);
        expect(await p.evaluate("window.copied")).not.toContain("Charlotte");
      }
    }
  });

  it("reveals a covered sentence by a click on it, and only by that", async () => {
    const listen = `<script>
      window.heard = [];
      for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
        addEventListener(type, (event) => { if (event.isTrusted) heard.push(type) }, true);
    </script>`;
    const p = await here.open(here.site.put("click-cover", loading(listen)));
    await covered(p);
    await clickText(p, "b", after);
    expect(await p.evaluate("heard.splice(0)")).toHaveLength(5);
    await p.evaluate(`(() => {
      const { x, y, width, height } = [...CSS.highlights.get("spoiler-cover")][0].getClientRects()[0];
      const at = { clientX: x + width / 2, clientY: y + height / 2, bubbles: true, composed: true };
      document.querySelector("#b").dispatchEvent(new MouseEvent("click", at));
    })()`);
    expect(await letters(p)).toEqual([spoiler]);
    await clickText(p, "b", spoiler);
    await until(async () => expect(await reads(p, spoiler)).toBe(true));
    expect(await cover(p)).toBeUndefined();
    expect(await p.evaluate("heard")).toEqual([]);
    await search(p);
    await new Promise((r) => setTimeout(r, 300));
    expect(await veils(p)).toBe(0);
  });

  it("blurs in forced colours, where a highlight shows its letters", async () => {
    const p = await here.open("about:blank");
    await withForcedColors(here.session, p, async () => {
      await p.goto(here.site.put("forced", loading()));
      await until(async () => expect(await cover(p)).toBe(""));
    });
  });

  it("paints no letter of what is covered, although it has no box that could be blurred", async () => {
    // Under another name: what has ours and is covered by nothing is uncovered.
    const style = coverStyle.replaceAll(coverAttribute, "data-look");
    const looks = { plain: undefined, blur: "", unread: unreadLook };
    const cells = Object.entries(looks).map(([id, look]) => {
      const attribute = look === undefined ? "" : `data-look="${look}"`;
      return `<p><span id="${id}" ${attribute} style="display: contents">Mine. <b style="color: #000">Inner.</b></span></p>`;
    });
    const p = await here.open(here.site.put("boxless", article(`<style>${style}</style>${cells.join("")}`)));
    for (const [id, look] of Object.entries(looks))
      for (const text of ["Mine.", "Inner."])
        expect((await darkest(p, id, text)) < grey, `${id}: ${text}`).toBe(look === undefined);
  });
});
