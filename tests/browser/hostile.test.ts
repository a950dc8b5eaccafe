/** Pages that are made to make the shield hang. */
import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { article, spoiler } from "./articles.ts";
import { eachBrowser, soak } from "./each-browser.ts";
import { covers, errorsOf, veils } from "./look.ts";

const word = "Charlotte";

const megabytes = soak ? 10 : 2;
const nodes = soak ? 1_000_000 : 100_000;
const patience = soak ? 300_000 : 100_000;
const repeats = soak ? 1_000_000 : 200_000;

/** Is the word nowhere to be read? Veiled, or still covered. */
const hidden = (tab: Page) =>
  tab.evaluate((w: string) => {
    const blurred = (of: Element | null): boolean => {
      for (let e = of; e; e = e.parentElement) if (/blur/.test(getComputedStyle(e).filter)) return true;
      return false;
    };
    const walker = document.createTreeWalker(document, 4);
    for (let n = walker.nextNode() as Text | null; n; n = walker.nextNode() as Text | null)
      if (n.data.includes(w) && n.parentElement?.localName !== "script" && !blurred(n.parentElement))
        return false;
    return true;
  }, word);

/** The longest that the page could not answer, in ms, from now until `done`. */
async function longestSilence(done: () => Promise<boolean>, ms: number): Promise<number> {
  const end = Date.now() + ms;
  let longest = 0;
  while (Date.now() < end) {
    const asked = Date.now();
    const ready = await done();
    longest = Math.max(longest, Date.now() - asked);
    if (ready) return longest;
    await new Promise((r) => setTimeout(r, 100));
  }
  throw new Error(`not within ${ms} ms; longest silence ${longest} ms`);
}

/** Made by a script: no parser would nest so deep, and the file would be larger than the page. */
const made = (code: string) =>
  article(`<h1>Madoka Magica</h1><div id="room"></div><p id="b">I remember. ${spoiler}</p>`).replace(
    "</body>",
    `<script>${code}</script></body>`,
  );

const filler = "Mami pours the tea and nobody says a word about it. ";
const hard: Readonly<Record<string, () => string>> = {
  [`${megabytes} MB in one text node`]: () => {
    const half = filler.repeat(Math.ceil((megabytes * 500_000) / filler.length));
    return article(`<h1>Madoka Magica</h1><p id="b">${half} ${spoiler} ${half}</p>`);
  },
  [`${nodes} tiny nodes`]: () =>
    made(`const all = document.createDocumentFragment();
      for (let i = 0; i < ${nodes}; i++) {
        const e = document.createElement("i");
        e.append(i % 7 ? "a " : "Mami ");
        all.append(e);
      }
      document.querySelector("#room").append(all);`),
  // In boxes of their own so many hang Chromium without us.
  "elements nested ten thousand deep": () =>
    made(`const style = document.createElement("style");
      style.textContent = "#room div { display: contents }";
      document.head.append(style);
      let e = document.createElement("div");
      const outer = e;
      for (let i = 0; i < 10_000; i++) e = e.appendChild(document.createElement("div"));
      e.textContent = ${JSON.stringify(spoiler)};
      document.querySelector("#room").append(outer);`),
  [`${repeats} letters of each thing that the detector looks for`]: () =>
    article(
      [
        ...["Mami ", "dies ", "Madoka Magica ", "killed by ", "witch's ", "?!. ", "Mami's ", "(("].map(
          (piece) => piece.repeat(repeats / piece.length),
        ),
        `I remember. ${spoiler}`,
      ]
        .map((text) => `<p>${text}</p>`)
        .join(""),
    ),
};

eachBrowser(
  (here) => {
    describe("a page that would make the shield hang", () => {
      for (const [what, html] of Object.entries(hard)) {
        it(`with ${what}`, { timeout: 2 * patience }, async () => {
          const tab = await here.open(here.site.put("empty", "<!doctype html>"));
          const errors = errorsOf(tab);
          const started = Date.now();
          await tab.goto(here.site.put("hard", html()), { timeout: patience });
          const loaded = Date.now() - started;
          const silence = await longestSilence(
            async () => ((await veils(tab)) > 0 || (await covers(tab)) > 0) && hidden(tab),
            patience,
          );
          console.log(
            `${here.session.name}, ${what}: loaded after ${loaded} ms, hidden after ${Date.now() - started} ms, ` +
              `no answer for ${silence} ms at most`,
          );
          expect(errors).toEqual([]);
        });
      }
    });
  },
  { seldom: "firefox" },
);
