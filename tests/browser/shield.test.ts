/**
 * The promise, in the built extension: veils, reveal, watched in the popup, restart, streams, late text, clean pages.
 */

import { expect, it } from "vitest";
import { article, harmless, page, show, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { exposure } from "./exposure.ts";
import { clear, clickVeil, covers, texts, until, veiled, veils } from "./look.ts";
import { inPopup, showSwitch } from "./popup.ts";

eachBrowser((here) => {
  it("takes the spoiler out of the document and leaves the rest", async () => {
    const p = await here.open(here.site.put("veil", page));
    await until(async () => expect(await veils(p)).toBe(1));
    await until(async () => expect((await texts(p)).b).not.toContain("Charlotte"));
    const seen = await texts(p);
    expect(seen.b).toContain("I rewatched it in spring.");
    expect(seen.b).toContain("The soundtrack is by Yuki Kajiura.");
    expect(seen.a).toBe(harmless);
  });

  it("shows it again by a click, with the page's own nodes", async () => {
    const p = await here.open(here.site.put("click", page));
    await veiled(p);
    await p.evaluate("document.querySelector('#b').firstChild.mark = 1");
    await clickVeil(p);
    await clear(p, "b", spoiler);
    expect(await p.evaluate("document.querySelector('#b').childNodes.length")).toBe(1);
    expect(await p.evaluate("document.querySelector('#b').firstChild.mark")).toBe(1);
  });

  it("is not fooled by a click that the page makes up", async () => {
    const p = await here.open(here.site.put("untrusted", page));
    await veiled(p);
    await p.evaluate(`for (const e of document.querySelectorAll("#b *")) e.click()`);
    await until(async () => expect((await texts(p)).b).not.toContain("Charlotte"));
    expect(await veils(p)).toBe(1);
  });

  it("veils text that a script adds before it is painted", async () => {
    const p = await here.open(here.site.put("late", page));
    await veiled(p);
    const shown = await p.evaluate(`new Promise((done) => {
        let clear = 0;
        const look = (n) => {
          for (const e of document.querySelectorAll(".late")) if (e.innerText.includes("Charlotte") && !getComputedStyle(e).filter.includes("blur")) clear++;
          n ? requestAnimationFrame(() => look(n - 1)) : done(clear);
        };
        for (let i = 0; i < 100; i++) {
          const e = document.createElement("p");
          e.className = "late";
          e.textContent = ${JSON.stringify(spoiler)};
          document.querySelector("article").append(e);
        }
        requestAnimationFrame(() => look(30));
      })`);
    expect(shown).toBe(0);
    await until(async () => expect(await veils(p)).toBe(101));
  });

  it("exposes nothing while the page streams in", async () => {
    const filler = Array.from(
      { length: 12 },
      (_, i) =>
        `<p>Paragraph ${i} talks about the music and the colours of the show.</p><p>${spoiler} It was a shock.</p>`,
    ).join("");
    const url = here.site.put("stream", article(`<h1>Madoka Magica</h1>${filler}`), {
      pieces: 90,
      pause: 25,
    });
    const p = await here.session.newPage();
    const { frames, exposed } = await exposure(p, url, "Charlotte");
    expect(frames).toBeGreaterThan(20);
    expect(exposed).toBe(0);
  });

  it("articles in other languages: their spoilers go, what stands beside them stays", async () => {
    const told: readonly (readonly [lang: string, before: string, spoiler: string, after: string])[] = [
      ["es", "La música es preciosa.", "Mami muere en el tercer episodio.", "Hay doce en total."],
      ["pt", "A trilha sonora é linda.", "A Mami morre no terceiro episódio.", "São doze ao todo."],
      ["fr", "La musique est superbe.", "Mami meurt dans le troisième épisode.", "Il y en a douze."],
      ["de", "Die Musik ist wunderschön.", "Mami stirbt in der dritten Folge.", "Es sind zwölf."],
      ["ja", "音楽がとても美しい。", "マミは第3話で死亡する。", "全部で十二話ある。"],
    ];
    const p = await here.session.newPage();
    for (const [lang, before, gone, after] of told) {
      const body = `<h1>${lang === "ja" ? "魔法少女まどか☆マギカ" : "Madoka Magica"}</h1><p id="b">${before} ${gone} ${after}</p>`;
      await p.goto(
        here.site.put(lang, article(body, "Madoka Magica").replace('lang="en"', `lang="${lang}"`)),
      );
      await veiled(p);
      expect((await texts(p)).b?.replace(/\s+/g, " ")).toBe(`${before} ${after}`);
    }
  });

  it("leaves a page without anime untouched", async () => {
    const html = article(
      "<h1>Bread</h1><p>Kill the heat when the crust is dark, or the loaf will die on you.</p>",
      "Bread",
    );
    const p = await here.open(here.site.put("bread", html));
    await new Promise((r) => setTimeout(r, 400));
    expect(await p.evaluate("document.documentElement.outerHTML")).toBe(html.replace("<!doctype html>", ""));
    expect(await p.evaluate("document.adoptedStyleSheets.length")).toBe(0);
    expect(await p.evaluate("CSS.highlights.size")).toBe(0);
  });

  it("clears the veils on open pages when the show is watched, and still knows it after a restart", async () => {
    const first = await here.open(here.site.put("watched", page));
    await veiled(first);
    await inPopup(here.session, async (popup) => {
      await (await showSwitch(popup, show.title)).click();
      await clear(first, "b", spoiler);
    });
    here.session = await here.session.restart();
    const again = await here.open(here.site.put("watched", page));
    await new Promise((r) => setTimeout(r, 600));
    expect((await texts(again)).b).toContain(spoiler);
    expect(await covers(again)).toBe(0);
  });
});
