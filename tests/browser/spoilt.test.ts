/** Pages that spoil all prototypes of their world: the shield reads, hides and reveals as on any other. */
import { expect, it } from "vitest";
import { article, harmless, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { errorsOf, until } from "./look.ts";
import { inPopup } from "./popup.ts";
import { lies, spoil } from "./spoilt-page.ts";

const body = `<h1>Madoka Magica, ten years on</h1>
  <p id="a">${harmless}</p>
  <p id="b">I rewatched it in spring. ${spoiler} The soundtrack is by Yuki Kajiura.</p>
  <img id="picture" alt="${spoiler}" width="40" height="40">
  <div id="open"></div><div id="closed"></div>`;
const late = "Sayaka turns into a witch, and Kyoko dies with her in the end.";

eachBrowser((here) => {
  it.each(
    Object.keys(lies) as (keyof typeof lies)[],
  )("hides and reveals where everything %s", async (lie) => {
    const tab = await here.open(here.site.put("empty", "<!doctype html>"));
    const errors = errorsOf(tab);
    const html = article(body).replace("<head>", `<head><script>${spoil(lie)}</script>`);
    await tab.goto(here.site.put("spoilt", html));
    const ask = (question: string) => tab.evaluate(`page.${question}`);
    // Of some 900 interfaces and their properties; else it has ended half way.
    expect(await ask("spoilt")).toBeGreaterThan(5_000);

    // Only to be found by a search, so that nobody waits until the page has come to rest.
    await tab.keyboard.press("F3");
    await until(async () => expect(await ask("veils()")).toBe(1), 8_000);
    expect(await ask(`text("#b")`)).not.toContain("Charlotte");
    expect(await ask(`attribute("#picture", "alt")`)).not.toContain("Charlotte");

    await ask(`add("article", ${JSON.stringify(`<p id="late">${late}</p><p id="fine">${harmless}</p>`)})`);
    await until(async () => expect(await ask("veils()")).toBe(2));
    for (const [i, mode] of ["open", "closed"].entries()) {
      await ask(`shadow("#${mode}", "${mode}", ${JSON.stringify(`<p>${spoiler}</p>`)})`);
      await until(async () => expect(await ask(`inside(${i})`)).not.toContain("Charlotte"));
    }

    const { x, y, width, height } = (await ask(`box("#b spoiler-veil")`)) as DOMRect;
    await tab.mouse.click(x + Math.min(width / 2, 30), y + height / 2);
    await until(async () => expect(await ask(`text("#b")`)).toContain(spoiler));
    expect(await ask(`text("#fine")`)).toBe(harmless);
    expect(await ask(`text("#late")`)).not.toContain("witch");
    // Nor has anything gone wrong where nobody sees it: the popup would tell.
    await inPopup(here.session, async (popup) => {
      expect(await popup.$$eval(".note", (all) => all.map((e) => e.textContent))).toEqual([]);
    });
    expect(errors.filter((error) => !error.includes("the page's own"))).toEqual([]);
  });
});
