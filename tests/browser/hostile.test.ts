/** Pages that are made to make the shield hang. */
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { record } from "../figures.ts";
import { repeats } from "../unit/fuzz/repeats.ts";
import { article, spoiler } from "./articles.ts";
import { eachBrowser, soak } from "./each-browser.ts";
import { errorsOf, search, until, veils } from "./look.ts";
import { launchBare, longestSilence, painted } from "./silence.ts";

const word = "Charlotte";

const megabytes = soak ? 10 : 1;
const nodes = soak ? 1_000_000 : 15_000;
const words = soak ? 100_000 : 10_000;
const patience = soak ? 300_000 : 100_000;
const letters = soak ? 200_000 : 100_000;
const units = soak
  ? repeats
  : ["Mami ", "dies ", "Madoka Magica ", "killed by ", "witch's ", "?!. ", "Mami dies. ", "(("];

/** Is the word nowhere to be read? Veiled, or still covered. */
const hidden = (tab: Page) =>
  tab.evaluate((w: string) => {
    const blurred = (of: Element | null): boolean => {
      for (let e = of; e; e = e.parentElement) {
        const { filter, opacity } = getComputedStyle(e);
        if (/blur/.test(filter) || opacity === "0") return true;
      }
      return false;
    };
    const walker = document.createTreeWalker(document, 4);
    for (let n = walker.nextNode() as Text | null; n; n = walker.nextNode() as Text | null)
      if (n.data.includes(w) && n.parentElement?.localName !== "script" && !blurred(n.parentElement))
        return false;
    return true;
  }, word);

/** Until it is as its reader will have it; one who searches it, so that nobody waits for it to come to rest. */
async function settled(tab: Page): Promise<void> {
  await search(tab);
  await until(async () => {
    expect(await veils(tab)).toBeGreaterThan(0);
    expect(await hidden(tab)).toBe(true);
  }, patience);
}

/**
 * The longest silence with the shield, in ms, where it is so long without. What is hidden is drawn several times and
 * blurred meanwhile; and the machine has other things to do, too.
 */
const most = (without: number) => 3 * without + 4000;

/** Made by a script: no parser would nest so deep, and the file would be larger than the page. */
const made = (code: string) =>
  article(`<h1>Madoka Magica</h1><div id="room"></div><p id="b">I remember. ${spoiler}</p>`).replace(
    "</body>",
    `<script>${code}</script></body>`,
  );

const filler = "Mami pours the tea and nobody says a word about it. ";
const hard: Readonly<Record<string, () => string>> = {
  [`${megabytes} MB in one text node`]: () =>
    made(`const half = ${JSON.stringify(filler)}.repeat(${Math.ceil((megabytes * 500_000) / filler.length)});
      document.querySelector("#room").append(half + ${JSON.stringify(spoiler)} + half);`),
  [`${megabytes} MB in one word`]: () =>
    made(`document.querySelector("#room").append("Mami".repeat(${megabytes * 250_000}));`),
  [`${nodes.toLocaleString("en")} tiny nodes`]: () =>
    made(`const all = document.createDocumentFragment();
      for (let i = 0; i < ${nodes}; i++) {
        const e = document.createElement("i");
        e.append(i % 7 ? "a " : "Mami ");
        all.append(e);
      }
      document.querySelector("#room").append(all);`),
  [`${words.toLocaleString("en")} elements in one line, with a word each, of which half give something away`]:
    () =>
      made(`const words = ${JSON.stringify(`${spoiler} ${filler}`)}.split(/(?<= )/);
      const all = document.createDocumentFragment();
      for (let i = 0; i < ${words}; i++) {
        const e = document.createElement("span");
        e.append(words[i % words.length]);
        all.append(e);
      }
      document.querySelector("#room").append(all);`),
  // In boxes of their own so many hang Chromium without us.
  "elements nested 10,000 deep": () =>
    made(`const style = document.createElement("style");
      style.textContent = "#room div { display: contents }";
      document.head.append(style);
      let e = document.createElement("div");
      const outer = e;
      for (let i = 0; i < 10_000; i++) e = e.appendChild(document.createElement("div"));
      e.textContent = ${JSON.stringify(spoiler)};
      document.querySelector("#room").append(outer);`),
  [`${letters.toLocaleString("en")} letters each of ${units.length} things that the detector looks for`]:
    () =>
      article(
        [...units.map((unit) => unit.repeat(letters / unit.length)), `I remember. ${spoiler}`]
          .map((text) => `<p>${text}</p>`)
          .join(""),
      ),
};

eachBrowser(
  (here) => {
    describe("a page that would make the shield hang", () => {
      let bare: Browser;
      beforeAll(async () => {
        bare = await launchBare(here.session.name);
      });
      afterAll(() => bare?.close());

      for (const [what, html] of Object.entries(hard)) {
        it(`with ${what}`, { timeout: 2 * patience }, async () => {
          const url = here.site.put("hard", html());
          const alone = await bare.newPage();
          const without = await longestSilence(alone, url, painted, patience);
          await alone.close();
          const tab = await here.open(here.site.put("empty", "<!doctype html>"));
          const errors = errorsOf(tab);
          const started = Date.now();
          const shielded = await longestSilence(tab, url, settled, patience);
          console.log(`${here.session.name}, ${what}: hidden after ${Date.now() - started} ms`);
          record(`Pages made to make it hang, in ${here.session.name}: ${what}`, { without, shielded });
          expect(errors).toEqual([]);
          expect(shielded).toBeLessThan(most(without));
        });
      }
    });
  },
  { seldom: "firefox" },
);
