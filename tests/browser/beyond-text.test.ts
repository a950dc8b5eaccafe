/** What is no plain text of a paragraph: drawings, buttons, and the words of attributes. */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { article, spoiler } from "./articles.ts";
import { press } from "./by-name.ts";
import { eachBrowser } from "./each-browser.ts";
import { heard } from "./heard.ts";
import { clear, clickVeil, covers, darkest, texts, until, veiled, veils } from "./look.ts";
import { inPopup } from "./popup.ts";

const ready = (p: Page, count: number) => until(async () => expect(await veils(p)).toBe(count), 8000);

eachBrowser((here) => {
  it("what is written above letters: hidden where it tells by itself, and shown by a click", async () => {
    const above = `<p>See the <ruby>note<rp>(</rp><rt id="t">${spoiler}</rt><rp>)</rp></ruby>, and all the rest.</p>`;
    const p = await here.open(here.site.put("above", article(`<h1>Madoka Magica</h1>${above}`)));
    await until(async () => expect(await covers(p)).toBe(1));
    expect(await darkest(p, "t", "Charlotte")).toBeGreaterThan(60);
    await veiled(p, 1);
    expect(await p.evaluate("document.querySelector('p').textContent")).toMatch(
      /^See the note\(.*\), and all the rest\.$/,
    );
    expect((await texts(p)).t).not.toContain("Charlotte");
    await clickVeil(p);
    await until(async () => expect((await texts(p)).t).toBe(spoiler));
  });

  it("SVG: covered, never taken apart, and shown by a click", async () => {
    const svg = (text: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="100"><title>Madoka Magica</title><text id="t" x="10" y="40">${text}</text></svg>`;
    // A part of a text cannot be blurred in Firefox.
    const q = await here.open(
      here.site.put("parts", article(`<h1>Madoka Magica</h1>${svg(`<tspan>${spoiler}</tspan>`)}`)),
    );
    await until(async () => expect(await covers(q)).toBe(1));
    expect(await darkest(q, "t", "Charlotte")).toBeGreaterThan(60);
    const p = await here.open(here.site.put("inline", article(`<h1>Madoka Magica</h1>${svg(spoiler)}`)));
    await until(async () => expect(await covers(p)).toBe(1));
    await new Promise((r) => setTimeout(r, 2600));
    expect(await covers(p)).toBe(1);
    expect(await veils(p)).toBe(0);
    expect((await texts(p)).t).toBe(spoiler);
    expect(await p.evaluate("getComputedStyle(document.querySelector('#t')).filter")).toContain("blur");
    const at = (await p.evaluate(
      "(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(document.querySelector('#t').getBoundingClientRect())",
    )) as { x: number; y: number };
    await p.mouse.click(at.x, at.y);
    await until(async () => expect(await covers(p)).toBe(0));
  });

  it("buttons: hidden to the letter and then veiled; neither a click nor a key on the veil does what the button does", async () => {
    const body = `<h1>Madoka Magica</h1><p><button id="b" onclick="window.done = 1">One. ${spoiler} Two.</button></p>`;
    const p = await here.open(here.site.put("button", article(body)));
    await until(async () => expect(await covers(p)).toBe(1));
    expect(await darkest(p, "b", spoiler)).toBeGreaterThan(60);
    expect(await darkest(p, "b", "Two.")).toBeLessThan(60);
    await ready(p, 1);
    const all = await heard(here.session, p, "Two.");
    expect(all).toContain("button: Spoiler hidden. Show it.: Puella Magi Madoka Magica · death · episode 3");
    expect(all.join()).not.toContain("Charlotte");
    await clickVeil(p);
    await clear(p, "b", spoiler);
    const q = await here.open(here.site.put("button-keys", article(body)));
    await veiled(q);
    for (const key of ["Tab", "Tab", "Enter"] as const) await q.keyboard.press(key);
    await clear(q, "b", spoiler);
    for (const page of [p, q]) {
      await page.bringToFront();
      expect(await page.evaluate("window.done ?? 0")).toBe(0);
      await page.click("#b");
      expect(await page.evaluate("window.done")).toBe(1);
    }
  });

  it("labels, hints, names of frames and of the tab: neutral words meanwhile, and then what they were", async () => {
    const labels = `<p title="${spoiler}">Tea</p><b role="img" aria-label="${spoiler}" aria-description="${spoiler}"></b><input placeholder="${spoiler}">
      <textarea placeholder="${spoiler}"></textarea><iframe title="${spoiler}" srcdoc="Tea"></iframe>`;
    const title = "Mami is killed by the witch Charlotte in Madoka Magica";
    const look = `<script>
      window.told = window.frames_ = 0;
      const look = () => { frames_++; if (document.title.includes("Charlotte")) told++; requestAnimationFrame(look); };
      requestAnimationFrame(look);
    </script>`;
    // As some write it that put it together.
    const parts = `<script>document.querySelector("title").replaceChildren(${JSON.stringify(title.slice(0, 9))}, ${JSON.stringify(title.slice(9))})</script>`;
    const p = await here.open(
      here.site.put(
        "labels",
        look + article(`<h1>Madoka Magica</h1><div id="l">${labels}</div>`, title) + parts,
      ),
    );
    const told = () =>
      p.evaluate(
        "document.querySelector('#l').outerHTML.split('Charlotte').length - 1 + (document.title.match(/Charlotte/g)?.length ?? 0)",
      );
    await until(async () => expect(await told()).toBe(0));
    expect(
      await p.evaluate("document.querySelector('#l').outerHTML.split('Spoiler hidden').length - 1"),
    ).toBe(6);
    await until(async () => expect(await p.evaluate("frames_")).toBeGreaterThan(20));
    expect(await p.evaluate("window.told")).toBe(0);
    await inPopup(here.session, async (popup) => press(popup, "button", "Reveal all on this page"));
    await until(async () => expect(await told()).toBe(7));
    expect(await p.title()).toBe(title);
    expect(await p.evaluate("document.querySelector('#l').innerHTML")).toBe(labels);
  });
});
