/** Whatever a name is split by: the sentence is hidden, and only that. */
import { expect, it } from "vitest";
import { article } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { clickVeil, search, texts, until, veils } from "./look.ts";

const sentence = (name: string) => `In the third episode ${name} is killed.`;
/** One name, as pages write it. */
const names: Record<string, string> = {
  plain: "Mami Tomoe",
  tag: "<b>Ma</b>mi Tomoe",
  letters: [..."Mami Tomoe"].map((letter) => `<span>${letter}</span>`).join(""),
  link: "<a href='#m'>Mami</a> <i>To</i>moe",
  break: "Mami<br>Tomoe",
  space: "Mami&nbsp;Tomoe",
  thin: "Mami&#8239;Tomoe",
  zero: "Ma&#8203;mi Tomoe",
  joiner: "Ma&#8288;mi Tom&#8205;oe",
  soft: "Ma&shy;mi To&shy;moe",
  chance: "Ma<wbr>mi To<wbr>moe",
  wide: "Ｍａｍｉ Ｔｏｍｏｅ",
  comment: "Ma<!--x-->mi Tomoe",
  direction: "&#8234;Mami&#8236; Tomoe",
  lines: "Mami\n      Tomoe",
  hyphen: "Ma-<br>mi Tomoe",
};

eachBrowser((here) => {
  it("finds a name through whatever splits it, hides that sentence, and gives back every node", async () => {
    const body = Object.entries(names)
      .map(([id, name]) => `<p id="${id}">Tea first. ${sentence(name)} Tea after.</p>`)
      .join("");
    const p = await here.open(here.site.put("names", article(`<h1>Madoka Magica</h1>${body}`)));
    const hidden = async () =>
      Object.entries(await texts(p))
        .filter(([, text]) => !/third|killed|M.*mi|Ｍ/s.test(text))
        .map(([id]) => id);
    await search(p);
    await until(async () => expect(await hidden()).toEqual(Object.keys(names)), 8000);
    for (const [id, text] of Object.entries(await texts(p)))
      expect(text.replace(/\s+/g, " "), id).toMatch(/^Tea first\. .*Tea after\.$/);
    await p.evaluate(`(() => {
      const copy = new DOMParser().parseFromString(${JSON.stringify(`<article>${body}</article>`)}, "text/html");
      window.copy = copy.querySelector("article");
    })()`);
    // All of them say the same but for what splits them: each is revealed by itself.
    for (let left = await veils(p); left > 0; left = await veils(p)) {
      await clickVeil(p);
      await until(async () => expect(await veils(p)).toBeLessThan(left));
    }
    expect(
      await p.evaluate(
        "document.querySelector('h1').remove(), document.querySelector('article').isEqualNode(window.copy)",
      ),
    ).toBe(true);
  });
});
