/**
 * Whatever kind of document a text stands in: the sentence is hidden, only that, and never what is no prose or the
 * reader's own.
 */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { article, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { clear, clickVeil, covers, search, texts, until, veiled, veils } from "./look.ts";

const wrapped = `<p id="b">One. ${spoiler} Two.</p>`;
const ready = (p: Page, count: number) => until(async () => expect(await veils(p)).toBe(count), 8000);

eachBrowser((here) => {
  it("XHTML, and text as the browser shows it", async () => {
    const xhtml = `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Madoka Magica</title></head><body><h1>Madoka Magica</h1>${wrapped}</body></html>`;
    const p = await here.open(here.site.put("page.xhtml", xhtml));
    await veiled(p);
    expect((await texts(p)).b).toBe("One.  Two.");
    await clickVeil(p);
    await clear(p, "b", spoiler);
    const q = await here.open(
      here.site.put("notes.txt", `Madoka Magica\n\n${spoiler}\n\nThe music is lovely.`),
    );
    await veiled(q);
    expect(await q.evaluate("document.body.textContent")).toMatch(
      /^Madoka Magica\s+The music is lovely\.\s*$/,
    );
  });

  it("text that is no prose: data, scripts and styles are let be", async () => {
    for (const [path, text] of [
      ["data.json", JSON.stringify({ title: "Madoka Magica", text: spoiler })],
      ["code.js", `// Madoka Magica\n// ${spoiler}`],
      ["look.css", `/* Madoka Magica */\n/* ${spoiler} */`],
    ] as const) {
      const p = await here.open(here.site.put(path, text));
      await search(p);
      await new Promise((r) => setTimeout(r, 300));
      expect([await veils(p), await covers(p)], path).toEqual([0, 0]);
      expect(await p.evaluate("document.body.textContent"), path).toContain("Charlotte");
    }
  });

  it("a page of another language and another direction: only the English sentence goes, the rest stays where it was", async () => {
    const other = "شاهدت هذا المسلسل في الربيع.";
    const html = article(
      `<h1>Madoka Magica</h1><p id="b">${other} ${spoiler} ${other}</p><p id="c">まどか☆マギカの音楽は素晴らしい。</p>`,
    ).replace('lang="en"', 'lang="ar" dir="rtl"');
    const p = await here.open(here.site.put("rtl", html));
    const right = () =>
      p.evaluate(`(() => {
        const walker = document.createTreeWalker(document.querySelector("#b"), 4);
        const boxes = [];
        for (let n = walker.nextNode(); n; n = walker.nextNode()) {
          for (let at = n.data.indexOf(${JSON.stringify(other)}); at >= 0; at = n.data.indexOf(${JSON.stringify(other)}, at + 1)) {
            const range = new Range();
            range.setStart(n, at);
            range.setEnd(n, at + ${other.length});
            const { x, y, width } = range.getBoundingClientRect();
            boxes.push([x, y, width].map(Math.round));
          }
        }
        return boxes;
      })()`);
    await until(async () => expect(await covers(p)).toBeGreaterThan(0));
    const before = await right();
    await ready(p, 1);
    expect(await right()).toEqual(before);
    expect((await texts(p)).b?.replace(/\s+/g, " ")).toBe(`${other} ${other}`);
    expect((await texts(p)).c).toBe("まどか☆マギカの音楽は素晴らしい。");
  });

  it("frames, whoever has made them", async () => {
    const inside = `<h1>Madoka Magica</h1>${wrapped}`;
    const quoted = JSON.stringify(inside);
    const p = await here.open(
      here.site.put(
        "frames",
        article(`<iframe sandbox srcdoc="${inside.replaceAll('"', "&quot;")}"></iframe><iframe id="blank"></iframe>
          <iframe sandbox srcdoc="<h1>Madoka Magica</h1><noscript>${wrapped.replaceAll('"', "&quot;")}</noscript>"></iframe>
          <iframe id="written"></iframe><iframe src="data:text/html,${encodeURIComponent(inside)}"></iframe><iframe id="blob"></iframe>
          <script>
            blank.contentDocument.body.innerHTML = ${quoted};
            written.contentDocument.write(${quoted});
            written.contentDocument.close();
            blob.src = URL.createObjectURL(new Blob([${quoted}], { type: "text/html" }));
          </script>`),
      ),
    );
    const frames = () => p.frames().slice(1);
    expect(frames()).toHaveLength(6);
    for (const [i, frame] of frames().entries())
      await until(
        async () =>
          expect(await frame.evaluate("document.querySelector('#b')?.textContent"), `${i}`).toBe(
            "One.  Two.",
          ),
        10_000,
      );
  });

  it("never touches drafts, fields, code, lists of options and canvases", async () => {
    const editors = `<div role="textbox" tabindex="0">${spoiler}</div><div class="monaco-editor"><div class="view-line">${spoiler}</div></div><div class="ace_editor"><div class="ace_line">${spoiler}</div></div><div class="CodeMirror"><pre>${spoiler}</pre></div>`;
    const untouched = `${editors}<div contenteditable="true"><p>${spoiler}</p></div><div contenteditable="plaintext-only">${spoiler}</div><textarea>${spoiler}</textarea><input value="${spoiler}"><select><option>${spoiler}</option></select><datalist><option>${spoiler}</option></datalist><pre><code>${spoiler}</code></pre><kbd>${spoiler}</kbd><script type="application/json">"${spoiler}"</script><style>/* ${spoiler} */</style><canvas>${spoiler}</canvas><template><p>${spoiler}</p></template><noscript>${spoiler}</noscript>`;
    // What says that it is no draft is hidden, however it writes that.
    const locked = `<p contenteditable="FALSE">${spoiler}</p>`;
    const all = `<h1>Madoka Magica</h1><div id="u">${untouched}</div>${wrapped}${locked}`;
    const p = await here.open(here.site.put("untouched", article(all)));
    await p.evaluate("window.was = document.querySelector('#u').outerHTML");
    await ready(p, 2);
    expect(await p.evaluate("document.querySelector('#u').outerHTML === window.was")).toBe(true);
    // What the reader writes stays theirs too.
    await p.focus("[contenteditable]");
    await p.keyboard.type("Sayaka turns into a witch. ");
    await p.focus("textarea");
    await p.keyboard.type("Sayaka turns into a witch. ");
    await new Promise((r) => setTimeout(r, 400));
    expect(await veils(p)).toBe(2);
    expect(await p.evaluate("document.querySelector('#u').textContent")).toContain(
      "Sayaka turns into a witch.",
    );
    // A page that becomes a draft as a whole.
    await p.evaluate("document.designMode = 'on'");
    await p.click("#b");
    await until(async () => expect(await veils(p)).toBe(0));
    expect((await texts(p)).b).toContain(spoiler);
  });
});
