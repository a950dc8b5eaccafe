/** How veils look: over large letters and hollow ones, while they are revealed, and as readers choose. */
import { expect, it } from "vitest";
import { article, page, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { clear, clickVeil, covers, steepest, until, veiled, veils } from "./look.ts";
import { inPopup, say } from "./popup.ts";

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Runs in the page: by which highlights what is painted softly, each time that something changes in the document. */
function watchSoftness(): void {
  const soft: unknown[] = [];
  Object.assign(window, { soft });
  new MutationObserver(() => {
    const names = [...CSS.highlights.keys()];
    const ranges = names.flatMap((name) => [...(CSS.highlights.get(name) ?? [])]);
    const rules = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
    const styled = rules.some(({ cssText }) => cssText.includes(`::highlight(${names[0]})`));
    soft.push([names, ranges.map(String), styled]);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

eachBrowser((here) => {
  it("has room for the look of a cover over large letters, and leaves nothing of it behind", async () => {
    const title = `<p id="b" style="font: 900 56px/1 sans-serif; margin: 80px 0; letter-spacing: -0.04em">Mami is killed by the witch Charlotte</p>`;
    const p = await here.open(here.site.put("large", article(`<h1>Madoka Magica</h1>${title}`)));
    await until(async () => expect(await covers(p)).toBe(1));
    // Where the veil's own blur does not reach.
    const above = (await p.evaluate(
      "(({ x, y, width }) => ({ x, y: y - 60, width, height: 20 }))(document.querySelector('#b').getBoundingClientRect())",
    )) as Box;
    await until(async () => expect(await steepest(p, above)).toBeGreaterThan(0));
    await until(async () => expect([await veils(p), await covers(p)]).toEqual([1, 0]), 8000);
    await until(async () => expect(await steepest(p, above)).toBe(0), 1000);
  });

  it.each([
    [
      "cut out a background, which no blur reaches",
      "background: linear-gradient(#000, #000); background-clip: text; color: transparent",
    ],
    ["are an outline of nothing", "-webkit-text-stroke: 2px #000; color: transparent"],
    ["are an outline in the colour of the ground", "-webkit-text-stroke: 2px #000; color: #fff"],
  ])("shows a veil and no letters where these %s", async (_, style) => {
    const p = await here.open(
      here.site.put(
        "hollow",
        article(
          `<h1>Madoka Magica</h1><p style="font-size: 40px; ${style}">One. Mami is killed by the witch Charlotte. Two.</p>`,
        ),
      ),
    );
    await until(async () => expect([await veils(p), await covers(p)]).toEqual([1, 0]), 8000);
    const boxes = (await p.evaluate(
      `((letters) => [letters("One."), document.querySelector("spoiler-veil").getClientRects()[0]].map(({ x, y, width, height }) => ({ x, y, width, height })))((word) => {
        const range = new Range();
        range.setStart(document.querySelector("p").firstChild, 0);
        range.setEnd(document.querySelector("p").firstChild, word.length);
        return range.getBoundingClientRect();
      })`,
    )) as [Box, Box];
    const [clear, hidden] = boxes;
    expect(await steepest(p, clear)).toBeGreaterThan(90);
    expect(await steepest(p, hidden)).toBeGreaterThan(0);
    // Within the last word: in Firefox what stands for one has edges.
    const inner = { ...hidden, x: hidden.x + hidden.width * 0.8, width: hidden.width * 0.17 };
    expect(await steepest(p, inner)).toBeLessThan(30);
  });

  it("comes into focus when it is revealed, and leaves no trace", async () => {
    const p = await here.open(here.site.put("soft", page));
    await veiled(p);
    await p.evaluate(watchSoftness);
    await clickVeil(p);
    await clear(p, "b", spoiler);
    await until(async () => expect(await p.evaluate("CSS.highlights.size")).toBe(0));
    const soft = (await p.evaluate("window.soft")) as [names: string[], letters: string[], styled: boolean][];
    // From the moment on in which the letters are back.
    expect(soft[0]).toEqual([["spoiler-soft-0"], [spoiler], true]);
    expect(await p.evaluate("document.adoptedStyleSheets.length")).toBe(0);
  });

  it("takes the look that the reader chooses, on open pages too", async () => {
    const p = await here.open(here.site.put("look", page));
    await veiled(p);
    const box = async () => {
      const { x, y, width, height } = (await p.evaluate(
        `(({ x, y, width, height }) => ({ x, y, width, height }))(document.querySelector("spoiler-veil").getClientRects()[0])`,
      )) as { x: number; y: number; width: number; height: number };
      return (await p.screenshot({ encoding: "base64", clip: { x, y, width, height } })) as string;
    };
    const pictures = new Set<string>();
    await inPopup(here.session, async (popup) => {
      for (const style of ["blur", "bar"] as const)
        for (const strength of [1, 3] as const) {
          await say(popup, { type: "edit", edit: { look: { style, strength, label: true } } });
          await p.bringToFront();
          await new Promise((r) => setTimeout(r, 300));
          pictures.add(await box());
        }
      await say(popup, { type: "undo" });
    });
    expect(pictures.size).toBe(4);
  });
});
