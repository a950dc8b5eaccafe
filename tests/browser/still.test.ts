/** The changeover from cover to veil moves nothing, in twelve looks that pages have. */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { article, page, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { clickVeil, covers, until, veiled, veils } from "./look.ts";
import { styles, stylesPage } from "./page-styles.ts";
import { inPopup, say } from "./popup.ts";

/** Where everything stands that is not hidden: each box of each text, and the height of each section. */
const places = (p: Page) =>
  p.evaluate(() => {
    const found: Record<string, number[]> = {};
    for (const section of document.querySelectorAll("section")) {
      const { y, height } = section.getBoundingClientRect();
      found[section.id] = [y, height];
    }
    const walker = document.createTreeWalker(document.body, 4);
    for (let n = walker.nextNode() as Text | null; n; n = walker.nextNode() as Text | null)
      for (const words of [
        "I rewatched it in spring.",
        "The soundtrack is by Yuki Kajiura.",
        "Same here",
        "音楽は梶浦由記。",
        "เพลงเพราะมาก",
      ]) {
        const at = n.data.indexOf(words);
        if (at < 0) continue;
        const range = new Range();
        range.setStart(n, at);
        range.setEnd(n, at + words.length);
        const id = `${n.parentElement?.closest("section")?.id}: ${words}`;
        found[id] ??= [];
        // Chromium tells of what stands before an ellipsis twice.
        const boxes = new Set([...range.getClientRects()].map((box) => JSON.stringify(box)));
        for (const box of boxes) {
          const { x, y, width, height } = JSON.parse(box) as DOMRect;
          found[id].push(x, y, width, height);
        }
      }
    return found;
  });

/** Fails where two lists of coordinates differ by `most` pixels. */
function moved(before: readonly number[], after: readonly number[] = [], most: number, what: string): void {
  expect(after.length, what).toBe(before.length);
  const farthest = Math.max(...before.map((n, i) => Math.abs(n - (after[i] ?? 0))));
  expect(farthest, `${what}: ${before} to ${after}`).toBeLessThan(most);
}

const watch = (html: string) =>
  html.replace(
    "<head>",
    `<head><script>window.shift = 0; try { new PerformanceObserver((l) => { for (const e of l.getEntries()) window.shift += e.value }).observe({ type: "layout-shift", buffered: true }) } catch {}</script>`,
  );

eachBrowser((here) => {
  it("moves nothing on pages of twelve styles when the veils take over", async () => {
    const p = await here.session.newPage();
    await p.setViewport({ width: 1200, height: 1300 });
    await p.goto(here.site.put("styles", watch(stylesPage)));
    await until(async () => expect(await covers(p)).toBeGreaterThanOrEqual(Object.keys(styles).length));
    expect(await veils(p)).toBe(0);
    const before = await places(p);
    expect(Object.keys(before).length).toBeGreaterThan(30);
    await until(async () => expect(await covers(p)).toBe(0), 8000);
    expect(await veils(p)).toBeGreaterThan(Object.keys(styles).length);
    const after = await places(p);
    for (const [id, numbers] of Object.entries(before)) {
      // A quarter of a pixel: browsers round the widths of words and of boxes in different ways.
      moved(numbers, after[id], 0.25, id);
    }
    expect(await p.evaluate("window.shift")).toBe(0);
    await p.close();
  });

  it("moves nothing for late text, which has never been painted", async () => {
    const p = await here.open(here.site.put("late-shift", watch(page)));
    await veiled(p);
    await p.evaluate(`for (let i = 0; i < 20; i++) {
      const e = document.createElement("p");
      e.textContent = "Before it. " + ${JSON.stringify(spoiler)} + " After it.";
      document.querySelector("article").append(e);
    }`);
    await until(async () => expect(await veils(p)).toBe(21));
    await new Promise((r) => setTimeout(r, 300));
    expect(await p.evaluate("window.shift")).toBe(0);
  });

  it("moves nothing on a narrow page whose language has no spaces", async () => {
    const begin = "春に友人と『まどか☆マギカ』を、最初からもう一度じっくりと観ました。";
    const japanese =
      "「マミは第3話で、シャルロッテという名の魔女に食べられて（頭から）死亡する」。音楽は梶浦由記。";
    const thai = "Mami ถูกแม่มดกินในตอนที่สาม dies และทุกคนก็ร้องไห้เสียใจมากที่สุด. เพลงเพราะมาก";
    const lines = Array.from(begin, (_, i) => begin.slice(i) + japanese);
    const p = await here.session.newPage();
    await p.setViewport({ width: 360, height: 800 });
    await p.goto(
      here.site.put(
        "no-spaces",
        watch(
          `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>魔法少女まどか☆マギカ</title></head><body><h1>魔法少女まどか☆マギカ</h1>
          ${[...lines, thai].map((text, i) => `<section id="s${i}"><p>${text}</p></section>`).join("")}
          ${lines
            .slice(9)
            .map((text, i) => `<section id="j${i}" style="text-align: justify"><p>${text}</p></section>`)
            .join("")}</body></html>`,
        ),
      ),
    );
    await until(async () => expect(await covers(p)).toBeGreaterThanOrEqual(lines.length));
    expect(await veils(p)).toBe(0);
    const before = await places(p);
    expect(Object.keys(before).length).toBe(2 * (2 * lines.length - 8));
    await until(async () => expect(await covers(p)).toBe(0), 8000);
    expect(await veils(p)).toBe(2 * lines.length - 8);
    const after = await places(p);
    for (const [id, numbers] of Object.entries(before)) moved(numbers, after[id], 0.5, id);
    expect(await p.evaluate("window.shift")).toBe(0);
    await p.close();
  });

  it("moves nothing where hidden letters have their reading above them, which is covered with them", async () => {
    const ruby = (base: string, reading: string) =>
      `<ruby>${base}<rp>(</rp><rt>${reading}</rt><rp>)</rp></ruby>`;
    const told = `${ruby("巴", "ともえ")}マミは${ruby("第", "だい")}3${ruby("話", "わ")}で${ruby("魔女", "まじょ")}に${ruby("食", "た")}べられて${ruby("死亡", "しぼう")}する。`;
    const p = await here.open(
      here.site.put(
        "ruby",
        watch(
          `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>魔法少女まどか☆マギカ</title></head><body><h1>魔法少女まどか☆マギカ</h1>
          <section id="a" style="width: 300px"><p>${ruby("音楽", "おんがく")}は${ruby("梶浦由記", "かじうらゆき")}。${told}<b>いい</b>です。</p></section></body></html>`,
        ),
      ),
    );
    const stand = () =>
      p.evaluate(
        "[...document.querySelectorAll('section, p, b, rt')].map((e) => Object.values(e.getBoundingClientRect().toJSON()))",
      ) as Promise<number[][]>;
    const covered = () =>
      p.evaluate(
        "[...document.querySelectorAll('rt')].map((rt) => rt.matches('[data-spoiler-cover]'))",
      ) as Promise<boolean[]>;
    const all = [false, false, ...Array(6).fill(true)];
    await until(async () => expect(await covered()).toEqual(all));
    const before = await stand();
    // Settled: in Chromium a veil among readings would make the line higher, and the cover stays.
    const stays = "document.querySelector('spoiler-veil, [data-spoiler-cover=still][tabindex]') !== null";
    await until(async () => expect(await p.evaluate(stays)).toBe(true), 8000);
    expect(await covered()).toEqual(all);
    for (const [i, box] of (await stand()).entries()) moved(before[i]!, box, 0.5, `${i}`);
    expect(await p.evaluate("window.shift")).toBe(0);
    await veiled(p, 12);
    expect(await p.evaluate("document.body.textContent")).not.toMatch(/マミ|死亡/);
    expect(await covered()).toEqual(all);
    await clickVeil(p);
    await until(async () => expect(await covered()).toEqual(all.map(() => false)));
  });

  it("has no box scroll that did not before, whichever way its lines run", async () => {
    // As wide as its text, so that the last word ends where the box does; that and the first are of narrow letters, so
    // that what stands for them is wider in most fonts.
    const narrow = "seances: Mami is killed by the witch Charlotte, in essence";
    const looks = [
      (size: string) => `<div class="box" style="${size}">${narrow}</div>`,
      (size: string) => `<div class="box" style="${size}; direction: rtl">${narrow}</div>`,
      (size: string) => `<div class="box" style="${size}"><p dir="rtl" style="margin: 0">${narrow}</p></div>`,
      (size: string) => `<div class="box" style="${size}; writing-mode: vertical-rl">${narrow}</div>`,
    ];
    const boxes = looks.flatMap((look) =>
      Array.from({ length: 30 }, (_, i) =>
        look(`overflow: auto; inline-size: max-content; font-size: ${10 + (i % 15)}px`),
      ),
    );
    const p = await here.open(here.site.put("boxes", article(`<h1>Madoka Magica</h1>${boxes.join("")}`)));
    const scrolls = () =>
      p.evaluate(
        "[...document.querySelectorAll('.box')].map((e) => [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight])",
      );
    await until(async () => expect(await covers(p)).toBe(boxes.length));
    const before = await scrolls();
    await veiled(p, boxes.length);
    expect(await scrolls()).toEqual(before);
    await inPopup(here.session, async (popup) => {
      await say(popup, { type: "edit", edit: { look: { style: "bar", strength: 1, label: true } } });
      await p.bringToFront();
      await new Promise((r) => setTimeout(r, 300));
      expect(await scrolls()).toEqual(before);
      await say(popup, { type: "undo" });
    });
  });

  it("scales with a page that is scaled, and runs down one that is written so", async () => {
    const html = article(
      `<h1>Madoka Magica</h1><section id="scaled" style="transform: scale(1.5); transform-origin: 0 0; width: 300px"><p>I rewatched it in spring. ${spoiler} The soundtrack is by Yuki Kajiura.</p></section><section id="down" style="writing-mode: vertical-rl; height: 300px; margin-top: 200px"><p>I rewatched it in spring. ${spoiler} The soundtrack is by Yuki Kajiura.</p></section>`,
    );
    const p = await here.open(here.site.put("scaled", html));
    await until(async () => expect(await covers(p)).toBe(2));
    const before = await places(p);
    await until(async () => expect(await veils(p)).toBe(2), 8000);
    const after = await places(p);
    for (const [id, numbers] of Object.entries(before)) moved(numbers, after[id], 0.5, id);
  });

  it("veils what an ellipsis cuts and what is turned, and moves nothing", async () => {
    const text = `I rewatched it in spring. ${spoiler} The soundtrack is by Yuki Kajiura.`;
    const line = "white-space: nowrap; overflow: hidden; text-overflow: ellipsis; width: 400px";
    const looks = {
      title: [line, spoiler],
      begun: [line, text],
      clamped: [
        "display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; width: 300px",
        text,
      ],
      tilted: ["transform: rotate(-3deg); width: 300px", text],
      turned: ["transform: rotate(90deg); width: 250px; height: 120px; margin: 80px 0", text],
      larger: ["transform: rotate(5deg) scale(.8); width: 400px", text],
      // As wide as high but for a little, and by a part of a pixel.
      nearly: ["width: 260px; height: 250.4px", text],
      square: ["transform: scale(1.2); transform-origin: 0 0; width: 200px; height: 200px", text],
    };
    const sections = Object.entries(looks).map(
      ([id, [style, words]]) => `<section id="${id}" style="${style}">${words}</section>`,
    );
    const p = await here.session.newPage();
    await p.setViewport({ width: 1000, height: 1300 });
    await p.goto(here.site.put("cut", watch(article(`<h1>Madoka Magica</h1>${sections.join("")}`))));
    await until(async () => expect(await covers(p)).toBe(sections.length));
    expect(await veils(p)).toBe(0);
    const before = await places(p);
    // Covered until then and not again: none has been put back for moving something.
    await until(async () => expect([await veils(p), await covers(p)]).toEqual([sections.length, 0]), 8000);
    const after = await places(p);
    for (const [id, numbers] of Object.entries(before)) moved(numbers, after[id], 1, id);
    expect(await p.evaluate("window.shift")).toBe(0);
    await p.close();
  });

  it("veils all of a text in which more is hidden than is measured", async () => {
    const count = 400;
    const text = Array.from({ length: count }, (_, i) => `${spoiler.slice(0, -1)}, take ${i}.`).join(" ");
    const p = await here.open(here.site.put("much", article(`<h1>Madoka Magica</h1><p>${text}</p>`)));
    await until(async () => expect([await veils(p), await covers(p)]).toEqual([count, 0]), 15_000);
  });
});
