/** The promise, in the built extension: veils, reveal, watched in the popup, restart, streams, late text, clean pages. */

import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, type Session } from "./launch.ts";
import { clickVeil, exposure, texts, until, veils } from "./look.ts";
import { type Site, serve } from "./server.ts";

const article = (body: string, title = "Madoka Magica, ten years on") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><article>${body}</article></body></html>`;

const spoiler = "In the third episode Mami is killed by the witch Charlotte, who bites off her head.";
const harmless = "The tea that Mami pours in the first two episodes looks lovely.";
const page = article(
  `<h1>Madoka Magica, ten years on</h1><p id="a">${harmless}</p><p id="b">I rewatched it in spring. ${spoiler} The soundtrack is by Yuki Kajiura.</p>`,
);

for (const name of ["chromium", "firefox"] as const) {
  describe(name, () => {
    let session: Session;
    let site: Site;
    const open = async (url: string): Promise<Page> => {
      const p = await session.newPage();
      await p.goto(url);
      return p;
    };
    beforeAll(async () => {
      site = await serve();
      session = await launch(name);
    });
    afterAll(async () => {
      await session?.close();
      site?.close();
    });

    it("takes the spoiler out of the document and leaves the rest", async () => {
      const p = await open(site.put("veil", page));
      await until(async () => expect(await veils(p)).toBe(1));
      const seen = await texts(p);
      expect(seen.b).toContain("I rewatched it in spring.");
      expect(seen.b).toContain("The soundtrack is by Yuki Kajiura.");
      expect(seen.b).not.toContain("Charlotte");
      expect(seen.a).toBe(harmless);
      await p.close();
    });

    it("shows it again by a click, with the page's own nodes", async () => {
      const p = await open(site.put("click", page));
      await until(async () => expect(await veils(p)).toBe(1));
      await p.evaluate("document.querySelector('#b').firstChild.mark = 1");
      await clickVeil(p);
      await until(async () => expect((await texts(p)).b).toContain(spoiler));
      expect(await p.evaluate("document.querySelector('#b').childNodes.length")).toBe(1);
      expect(await p.evaluate("document.querySelector('#b').firstChild.mark")).toBe(1);
      await p.close();
    });

    it("is not fooled by a click that the page makes up", async () => {
      const p = await open(site.put("untrusted", page));
      await until(async () => expect(await veils(p)).toBe(1));
      await p.evaluate(`for (const e of document.querySelectorAll("#b *")) e.click()`);
      expect((await texts(p)).b).not.toContain("Charlotte");
      await p.close();
    });

    it("veils text that a script adds before it is painted", async () => {
      const p = await open(site.put("late", page));
      await until(async () => expect(await veils(p)).toBe(1));
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
      await p.close();
    });

    it("exposes nothing while the page streams in", async () => {
      const filler = Array.from(
        { length: 12 },
        (_, i) =>
          `<p>Paragraph ${i} talks about the music and the colours of the show.</p><p>${spoiler} It was a shock.</p>`,
      ).join("");
      const url = site.put("stream", article(`<h1>Madoka Magica</h1>${filler}`), { pieces: 90, pause: 25 });
      const p = await session.newPage();
      const { frames, exposed } = await exposure(p, url, "Charlotte");
      expect(frames).toBeGreaterThan(20);
      expect(exposed).toBe(0);
      await p.close();
    });

    it("leaves a page without anime untouched", async () => {
      const html = article(
        "<h1>Bread</h1><p>Kill the heat when the crust is dark, or the loaf will die on you.</p>",
        "Bread",
      );
      const p = await open(site.put("bread", html));
      await new Promise((r) => setTimeout(r, 400));
      expect(await p.evaluate("document.documentElement.outerHTML")).toBe(
        html.replace("<!doctype html>", ""),
      );
      expect(await p.evaluate("document.adoptedStyleSheets.length")).toBe(0);
      await p.close();
    });

    it("clears the veils on open pages when the show is watched, and still knows it after a restart", async () => {
      const first = await open(site.put("watched", page));
      await until(async () => expect(await veils(first)).toBe(1));
      const popup = await session.openExtensionPage("popup.html");
      await popup.waitForSelector("[role=switch]");
      await popup.type("[role=searchbox]", "madoka magica");
      const show = "::-p-aria([name='Puella Magi Madoka Magica'][role='switch'])";
      await (await popup.waitForSelector(show))!.click();
      await until(async () => expect((await texts(first)).b).toContain(spoiler), 3000);
      await popup.close();
      session = await session.restart();
      const again = await open(site.put("watched", page));
      await new Promise((r) => setTimeout(r, 600));
      expect((await texts(again)).b).toContain(spoiler);
      await again.close();
    });
  });
}
