/** Scripts that know nothing of what a text means, only of its letters: what they do stays, and nothing hidden is lost by it. */
import { expect, it } from "vitest";
import { spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { clear, clickText, clickVeil, darkest, texts, until, veils } from "./look.ts";
import { opens, unseen } from "./moving.ts";

eachBrowser((here) => {
  const open = opens(here);

  it("a page that takes our element away, copies it, or writes its own markup back loses no text", async () => {
    const p = await open("hostile", `<div id="a"><p>One. ${spoiler} Two.</p></div>`);
    await until(async () => expect(await veils(p)).toBe(1));
    await p.evaluate("document.querySelector('spoiler-shield').remove()");
    await until(async () => expect(await veils(p)).toBe(1));
    await p.evaluate("document.querySelector('#a').append(document.querySelector('#a p').cloneNode(true))");
    await until(async () => expect(await veils(p)).toBe(2));
    await p.evaluate("document.querySelector('#a').innerHTML += ''");
    await until(async () => expect(await veils(p)).toBe(2));
    await p.evaluate("document.querySelector('#a').normalize()");
    expect((await texts(p)).a).toBe("One.  Two.".repeat(2));
    await unseen(p);
    // The same sentence twice is revealed twice.
    await clickVeil(p);
    await until(async () => expect(await veils(p)).toBe(0));
    expect((await texts(p)).a).toBe(`One. ${spoiler} Two.`.repeat(2));
  });

  it("a page that takes our elements out as soon as they come: just the sentence stays covered, with its label", async () => {
    const p = await open("stripped", `<p id="b">One thing. ${spoiler} After it.</p>`);
    await p.evaluate(`new MutationObserver(() => {
      for (const ours of document.querySelectorAll("spoiler-shield")) ours.remove();
    }).observe(document, { childList: true, subtree: true })`);
    await p.evaluate(`document.querySelector("#b").append(" So.")`);
    const state = () =>
      p.evaluate(
        `(({ textContent, attributes }) => [textContent, attributes.tabindex?.value, attributes["data-spoiler-cover"]?.value])(document.querySelector("#b"))`,
      );
    const all = [`One thing. ${spoiler} After it. So.`, "-1", "still"];
    await until(async () => expect(await state()).toEqual(all));
    expect(await darkest(p, "b", spoiler)).toBeGreaterThan(60);
    expect(await darkest(p, "b", "After it.")).toBeLessThan(60);
    await unseen(p);
    await clickText(p, "b", spoiler);
    await clear(p, "b", spoiler);
  });

  it("marks, links and translations of the letters that are left: they stay, and nothing of the rest is lost", async () => {
    const text = `One thing. ${spoiler} After it.`;
    const works = {
      mark: `const range = new Range();
        range.setStart(texts[0], 4);
        range.setEnd(texts[0], 9);
        range.surroundContents(document.createElement("mark"));`,
      behind: `const range = new Range();
        range.setStart(texts[1], 1);
        range.setEnd(texts[1], 6);
        range.surroundContents(document.createElement("mark"));`,
      link: `texts[0].replaceWith(document.createRange().createContextualFragment("One <a>thing</a>. "));`,
      // Each as the browser of that name does it, in elements of its own or text by text.
      chromium: `for (const text of texts) {
          const font = document.createElement("font");
          font.textContent = text.data.toUpperCase();
          text.replaceWith(font);
        }`,
      firefox: `document.documentElement.lang = "xx";
        for (const text of texts) {
          text.data = text.data.toUpperCase();
          await new Promise((next) => setTimeout(next, 50));
        }`,
    };
    const ids = Object.keys(works);
    // The page remembers a word, to paint it.
    const keep = `<p id="kept">${text}</p><script>
      window.word = new Range();
      word.setStart(kept.firstChild, 4);
      word.setEnd(kept.firstChild, 9);
    </script>`;
    const p = await open("letters", ids.map((id) => `<p id="${id}">${text}</p>`).join("") + keep);
    await until(async () => expect(await veils(p)).toBe(ids.length + 1));
    for (const [id, work] of Object.entries(works))
      await p.evaluate(`(async () => {
        const walker = document.createTreeWalker(document.querySelector("#${id}"), 4);
        const texts = [];
        while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
        ${work}
      })()`);
    await until(async () => expect(await veils(p)).toBe(ids.length + 1));
    await unseen(p);
    // The same sentence in all of them is revealed at once.
    await clickVeil(p);
    await until(async () => expect(await veils(p)).toBe(0));
    expect(await p.evaluate("String(word)")).toBe("thing");
    const loud = [text.slice(0, 11).toUpperCase(), spoiler, " AFTER IT."] as const;
    expect(
      await p.evaluate(`${JSON.stringify(ids)}.map((id) => document.getElementById(id).innerHTML)`),
    ).toEqual([
      text.replace("thing", "<mark>thing</mark>"),
      text.replace("After", "<mark>After</mark>"),
      text.replace("thing", "<a>thing</a>"),
      `<font>${loud[0]}</font>${loud[1]}<font>${loud[2]}</font>`,
      loud.join(""),
    ]);
  });
});
