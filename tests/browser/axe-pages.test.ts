/** Pages with veils in the eyes of axe-core, the insides of our closed roots as well: nothing that it finds is ours. */
import { readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { article, spoiler } from "./articles.ts";
import { violations } from "./axe.ts";
import { browsers } from "./each-browser.ts";
import { launch, type Session } from "./launch.ts";
import { search, unread, until, veils } from "./look.ts";
import { stylesPage } from "./page-styles.ts";
import { type Site, serve } from "./server.ts";

interface Protocol {
  readonly backendNodeId: number;
  readonly localName: string;
  readonly children?: readonly Protocol[];
  readonly shadowRoots?: readonly Protocol[];
}

/**
 * The page as it stands, with our closed roots as open ones, where axe looks in. No page can see them, a debugger can.
 */
async function opened(page: Page): Promise<string> {
  const debug = await page.createCDPSession();
  const { root } = (await debug.send("DOM.getDocument", { depth: -1, pierce: true })) as { root: Protocol };
  const visit = async (node: Protocol): Promise<void> => {
    const inside = node.localName === "spoiler-veil" ? node.shadowRoots?.[0] : undefined;
    if (inside) {
      const { object } = await debug.send("DOM.resolveNode", { backendNodeId: inside.backendNodeId });
      await debug.send("Runtime.callFunctionOn", {
        objectId: object.objectId as string,
        functionDeclaration: `function () {
          const rules = this.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText);
          this.host.inside = "<style>" + rules.join(" ") + "</style>" + this.innerHTML.replaceAll("popover=", "data-was=");
        }`,
      });
    }
    for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) await visit(child);
  };
  await visit(root);
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    const originals = [...document.querySelectorAll("spoiler-veil")] as (Element & { inside: string })[];
    [...copy.querySelectorAll("spoiler-veil")].forEach((veil, i) => {
      const twin = document.createElement("twin-veil");
      twin.innerHTML = `<template shadowrootmode="open">${originals[i]?.inside}</template>`;
      veil.replaceWith(twin);
    });
    for (const shield of copy.querySelectorAll("spoiler-shield")) shield.replaceWith(...shield.childNodes);
    return `<!doctype html>${copy.outerHTML}`;
  });
}

/**
 * What is ours: all but what these pages lack themselves, and that what they have made a button of their own has one of
 * ours in it: else nobody without a mouse could show what is hidden there.
 */
const ours = (found: readonly string[]) =>
  found.filter((line) => !/^(landmark-one-main|region|nested-interactive: (summary|button))/.test(line));

describe.skipIf(!browsers.includes("chromium"))("Chromium", () => {
  let session: Session;
  let site: Site;
  beforeAll(async () => {
    site = await serve();
    session = await launch("chromium");
  });
  afterAll(async () => {
    await session?.close();
    site?.close();
  });
  const demo = Object.fromEntries(
    ["japanese", "listicle", "review", "spanish", "thread", "wiki"].map((name) => [
      name,
      readFileSync(new URL(`../demo/pages/${name}.html`, import.meta.url), "utf8"),
    ]),
  );
  const dark = stylesPage.replace(
    "<head>",
    "<head><style>:root{color-scheme:dark;background:#15171c;color:#e4e6eb}</style>",
  );
  const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"/>')}`;
  const attributes = article(
    `<h1>Madoka Magica</h1><p><a href="#x">${spoiler}</a></p><p><img alt="${spoiler}" src="${picture}"></p><p dir="rtl" lang="ar">${spoiler}</p><details open><summary>${spoiler}</summary>More</details><button><img alt="${spoiler}" src="${picture}"></button><a href="#y"><img alt="${spoiler}" src="${picture}"></a><div title="${spoiler}" style="background-image: url('${picture}')"><p>Tea</p></div><figure><video poster="${picture}"></video><figcaption>${spoiler}</figcaption></figure><svg width="300" height="40"><text y="20">${spoiler}</text></svg>`,
  );
  it.each(
    Object.entries({ ...demo, styles: stylesPage, dark, attributes }),
  )("finds nothing of ours wrong on %s", async (name, html) => {
    const page = await session.newPage();
    await page.goto(site.put(name, html));
    await search(page);
    await until(async () => expect(await veils(page)).toBeGreaterThan(0), 20_000);
    // With a label open.
    const focused = () => page.evaluate("document.activeElement.localName");
    for (let tabs = 0; tabs < 50 && (await focused()) !== "spoiler-veil"; tabs++)
      await page.keyboard.press("Tab");
    await new Promise((r) => setTimeout(r, 300));
    await page.goto(site.put(`${name}-open`, await opened(page)));
    const buttons =
      "[...document.querySelectorAll('twin-veil')].filter((e) => e.shadowRoot.querySelector('.show')).length";
    expect(await page.evaluate(buttons)).toBeGreaterThan(0);
    // Large enough for a finger, as WCAG 2.2 has it.
    const labels = `[...document.querySelectorAll('twin-veil')].filter((e) => {
      const { width = 0, height = 0 } = e.shadowRoot.querySelector(".panel .act")?.getBoundingClientRect() ?? {};
      return Math.min(width, height) >= 24;
    }).length`;
    expect(await page.evaluate(labels)).toBe(1);
    // The copy is read as well: what waits for that is hidden from screen readers with its links, for a moment.
    await until(async () => expect(await unread(page)).toBe(0), 20_000);
    expect(ours(await violations(page))).toEqual([]);
    await page.close();
  });

  it("would find something", async () => {
    const page = await session.newPage();
    await page.goto(site.put("nameless", article("<h1>Bread</h1><p>It rises. <twin-veil></twin-veil></p>")));
    await page.evaluate(
      "document.querySelector('twin-veil').attachShadow({ mode: 'open' }).innerHTML = '<button></button>'",
    );
    expect(ours(await violations(page)).join()).toContain("button-name");
    await page.close();
  });
});
