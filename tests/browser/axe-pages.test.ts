/** Pages with covers and with veils in the eyes of axe-core: nothing that it finds is ours, but for two exceptions. */
import { readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { article, spoiler } from "./articles.ts";
import { copiesOf, type Judge, openJudge } from "./axe-copy.ts";
import { type Exception, exceptions } from "./axe-exceptions.ts";
import { browsers } from "./each-browser.ts";
import { launch, type Session } from "./launch.ts";
import { search } from "./look.ts";
import { stylesPage } from "./page-styles.ts";
import { type Site, serve } from "./server.ts";

const demo = Object.fromEntries(
  ["japanese", "listicle", "review", "spanish", "thread", "wiki"].map((name) => [
    name,
    readFileSync(new URL(`../demo/pages/${name}.html`, import.meta.url), "utf8"),
  ]),
);
const dark = stylesPage.replace(
  "<head>",
  "<head><style>:root{color-scheme:dark;background:#15171c;color:#e4e6eb}a{color:#0645ad}</style>",
);
const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"/>')}`;
const attributes = article(
  `<h1>Madoka Magica</h1><p><a href="#x">${spoiler}</a></p><p><img alt="${spoiler}" src="${picture}"></p><p dir="rtl" lang="ar">${spoiler}</p><details open><summary>${spoiler}</summary>More</details><button><img alt="${spoiler}" src="${picture}"></button><a href="#y"><img alt="${spoiler}" src="${picture}"></a><div title="${spoiler}" style="background-image: url('${picture}')"><p>Tea</p></div><figure><video poster="${picture}"></video><figcaption>${spoiler}</figcaption></figure><svg width="300" height="40"><text y="20">${spoiler}</text></svg>`,
);
const ruby = (base: string, reading: string) => `<ruby>${base}<rp>(</rp><rt>${reading}</rt><rp>)</rp></ruby>`;
const part = `<h1>Madoka Magica</h1><p>One. ${spoiler} <a href='#two'>Two.</a></p>`;
/** Readings over the letters, shadow trees of the parser and of a script, and frames. */
const kinds = article(
  `<h1>Madoka Magica</h1><p><a id="start" href="#x">Start</a></p>
  <p lang="ja">${ruby("巴", "ともえ")}マミは${ruby("第", "だい")}3${ruby("話", "わ")}で${ruby("魔女", "まじょ")}に${ruby("食", "た")}べられて${ruby("死亡", "しぼう")}する。</p>
  <div><template shadowrootmode="open">${part}</template></div><my-card></my-card>
  <iframe title="One" src="inner"></iframe><iframe title="Two" srcdoc="<html lang='en'><title>Two</title><body>${part}</body></html>"></iframe>
  <script>document.querySelector("my-card").attachShadow({ mode: "closed" }).innerHTML = ${JSON.stringify(part)}</script>`,
);

/** Presses Tab until a veil has the focus, which opens its label. */
async function focusVeil(page: Page): Promise<void> {
  await page.evaluate("document.querySelector('#start')?.focus()");
  for (let tabs = 0; tabs < 50; tabs++) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate("document.activeElement.localName")) === "spoiler-veil") return;
  }
  throw new Error("no veil is reached by Tab");
}

/** Runs in the page: veils with a button, and labels large enough for a finger, as WCAG 2.2 has it. */
function count(): { buttons: number; labels: number } {
  const roots = (within: ParentNode): ShadowRoot[] =>
    [...within.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
      shadowRoot ? [shadowRoot, ...roots(shadowRoot)] : [],
    );
  const all = roots(document);
  const isLarge = (act: Element | null) => {
    const { width, height } = act?.getBoundingClientRect() ?? { width: 0, height: 0 };
    return Math.min(width, height) >= 24;
  };
  return {
    buttons: all.filter((root) => root.querySelector(".show")).length,
    labels: all.filter((root) => isLarge(root.querySelector(".panel .act"))).length,
  };
}

describe.skipIf(!browsers.includes("chromium"))("Chromium", () => {
  let session: Session;
  let site: Site;
  let axe: Judge;
  const needed = new Set<Exception>();
  beforeAll(async () => {
    site = await serve();
    session = await launch("chromium");
    axe = await openJudge(session);
  });
  afterAll(async () => {
    await session?.close();
    site?.close();
  });

  it.each(
    Object.entries({ ...demo, styles: stylesPage, dark, attributes, kinds }),
  )("finds nothing of ours wrong on %s, covered and veiled", async (name, html) => {
    site.put("inner", article(part));
    const page = await session.newPage();
    await page.goto(site.put(name, html));
    const covered = await copiesOf(page, "covered");
    expect(covered).toHaveLength(name === "kinds" ? 3 : 1);
    await search(page);
    // Each frame is searched by itself.
    for (const frame of await page.$$("iframe")) {
      await frame.focus();
      await search(page);
    }
    await copiesOf(page, "veiled");
    await focusVeil(page);
    const veiled = await copiesOf(page, "veiled");
    await page.close();
    for (const copies of [covered, veiled]) {
      const { faults, excused } = await axe.judge(copies);
      expect(faults).toEqual([]);
      for (const exception of excused) needed.add(exception);
    }
    const { buttons, labels } = await (await axe.show(veiled[0]!)).evaluate(count);
    expect(buttons).toBeGreaterThan(0);
    expect(labels).toBe(1);
  });

  it("has no exception that is not needed, and would find something", async () => {
    expect([...needed].sort()).toEqual(Object.keys(exceptions).sort());
    const nameless = `<template shadowrootmode="open"><button></button></template>`;
    const { faults } = await axe.judge([
      article(`<h1>Bread</h1><p>It rises. <spoiler-veil>${nameless}</spoiler-veil></p>`),
    ]);
    expect(faults.join()).toContain("button-name");
  });
});
