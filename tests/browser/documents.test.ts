/** Whatever a name is split by, and whatever kind of document it stands in: the sentence is hidden, and only that. */
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { article, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { exposure } from "./exposure.ts";
import { heard } from "./heard.ts";
import { clear, clickVeil, covers, darkest, search, texts, until, veiled, veils } from "./look.ts";
import { control, inPopup } from "./popup.ts";

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
};

const wrapped = `<p id="b">One. ${spoiler} Two.</p>`;
const ready = (p: Page, count: number) => until(async () => expect(await veils(p)).toBe(count), 8000);

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
    const html = await p.evaluate(`(() => {
      const copy = new DOMParser().parseFromString(${JSON.stringify(`<article>${body}</article>`)}, "text/html");
      window.copy = copy.querySelector("article");
    })()`);
    expect(html).toBeUndefined();
    // All of them say the same but for what splits them: each is revealed by itself.
    for (let left = Object.keys(names).length; left && (await veils(p)); left--) {
      await clickVeil(p);
      await new Promise((r) => setTimeout(r, 60));
    }
    await until(async () => expect(await veils(p)).toBe(0));
    expect(
      await p.evaluate(
        "document.querySelector('h1').remove(), document.querySelector('article').isEqualNode(window.copy)",
      ),
    ).toBe(true);
  });

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

  it("SVG: covered, never taken apart, and shown by a click", async () => {
    const svg = (text: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="100"><title>Madoka Magica</title><text id="t" x="10" y="40">${text}</text></svg>`;
    // A part of a text cannot be blurred in Firefox.
    const q = await here.open(
      here.site.put("parts", article(`<h1>Madoka Magica</h1>${svg(`<tspan>${spoiler}</tspan>`)}`)),
    );
    await until(async () => expect(await covers(q)).toBe(1));
    expect(await darkest(q, "t", "Charlotte")).toBeGreaterThan(60);
    const p = await here.open(here.site.put("inline", article(`<h1>Madoka Magica</h1>${svg(spoiler)}`)));
    await until(async () => expect(await covers(p)).toBe(1));
    await new Promise((r) => setTimeout(r, 2600));
    expect(await covers(p)).toBe(1);
    expect(await veils(p)).toBe(0);
    expect((await texts(p)).t).toBe(spoiler);
    expect(await p.evaluate("getComputedStyle(document.querySelector('#t')).filter")).toContain("blur");
    const at = (await p.evaluate(
      "(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(document.querySelector('#t').getBoundingClientRect())",
    )) as { x: number; y: number };
    await p.mouse.click(at.x, at.y);
    await until(async () => expect(await covers(p)).toBe(0));
  });

  it("buttons: hidden to the letter and then veiled; neither a click nor a key on the veil does what the button does", async () => {
    const body = `<h1>Madoka Magica</h1><p><button id="b" onclick="window.done = 1">One. ${spoiler} Two.</button></p>`;
    const p = await here.open(here.site.put("button", article(body)));
    await until(async () => expect(await covers(p)).toBe(1));
    expect(await darkest(p, "b", spoiler)).toBeGreaterThan(60);
    expect(await darkest(p, "b", "Two.")).toBeLessThan(60);
    await ready(p, 1);
    const all = await heard(here.session, p, "Two.");
    expect(all).toContain("button: Spoiler hidden. Show it.: Puella Magi Madoka Magica · death · episode 3");
    expect(all.join()).not.toContain("Charlotte");
    await clickVeil(p);
    await clear(p, "b", spoiler);
    const q = await here.open(here.site.put("button-keys", article(body)));
    await veiled(q);
    for (const key of ["Tab", "Tab", "Enter"] as const) await q.keyboard.press(key);
    await clear(q, "b", spoiler);
    for (const page of [p, q]) {
      await page.bringToFront();
      expect(await page.evaluate("window.done ?? 0")).toBe(0);
      await page.click("#b");
      expect(await page.evaluate("window.done")).toBe(1);
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

  it("shadow trees, open and closed, of the parser and of a script, early and late, one in another", async () => {
    const p = await here.open(
      here.site.put(
        "shadows",
        article(`<h1>Madoka Magica</h1><div id="parsed"><template shadowrootmode="open">${wrapped}</template></div>
          <div id="open"></div><div id="closed"></div><my-card id="card"></my-card><div id="late"></div>
          <script>
            const attach = (element, mode) => {
              const root = element.attachShadow({ mode });
              root.innerHTML = ${JSON.stringify(wrapped)};
              return root;
            };
            const named = (id) => document.getElementById(id);
            window.roots = { parsed: named("parsed").shadowRoot };
            for (const mode of ["open", "closed"]) roots[mode] = attach(named(mode), mode);
            roots.card = attach(named("card"), "closed");
            addEventListener("load", () => setTimeout(() => {
              roots.late = attach(named("late"), "closed");
              roots.inner = attach(roots.late.appendChild(document.createElement("x-inner")), "closed");
            }, 300));
          </script>`),
      ),
    );
    const reads = () =>
      p.evaluate("Object.values(roots).map((root) => root.querySelector('p').textContent)") as Promise<
        string[]
      >;
    await until(async () => expect(await reads()).toEqual(Array(6).fill("One.  Two.")), 10_000);
  });

  it("shadow trees that arrive in pieces, cut anywhere, show nothing on the way", async () => {
    // A root is attached without a sign, with all that has come of its text; of a long page not all is read at once.
    const cuts = [
      { host: "ten-years", pieces: 23, pause: 10 },
      { host: "ten-years", pieces: 300, pause: 40 },
      { host: "div", pieces: 300, pause: 40 },
    ];
    for (const { host, ...stream } of cuts) {
      const tree = `<${host}><template shadowrootmode="open"><p>So. ${spoiler}</p></template></${host}>`;
      const html = article(`<h1>Madoka Magica</h1><p>Mami is here.</p>${Array(8).fill(tree).join("")}`);
      const tab = await here.open("about:blank");
      const path = `pieces-${host}-${stream.pieces}`;
      const { frames, exposed } = await exposure(tab, here.site.put(path, html, stream), "Charlotte");
      expect(frames).toBeGreaterThan(10);
      expect(exposed, path).toBe(0);
    }
  });

  it("labels, hints, names of frames and of the tab: neutral words meanwhile, and then what they were", async () => {
    const labels = `<p title="${spoiler}">Tea</p><b role="img" aria-label="${spoiler}" aria-description="${spoiler}"></b><input placeholder="${spoiler}">
      <textarea placeholder="${spoiler}"></textarea><iframe title="${spoiler}" srcdoc="Tea"></iframe>`;
    const title = "Mami is killed by the witch Charlotte in Madoka Magica";
    const look = `<script>
      window.told = window.frames_ = 0;
      const look = () => { frames_++; if (document.title.includes("Charlotte")) told++; requestAnimationFrame(look); };
      requestAnimationFrame(look);
    </script>`;
    // As some write it that put it together.
    const parts = `<script>document.querySelector("title").replaceChildren(${JSON.stringify(title.slice(0, 9))}, ${JSON.stringify(title.slice(9))})</script>`;
    const p = await here.open(
      here.site.put(
        "labels",
        look + article(`<h1>Madoka Magica</h1><div id="l">${labels}</div>`, title) + parts,
      ),
    );
    const told = () =>
      p.evaluate(
        "document.querySelector('#l').outerHTML.split('Charlotte').length - 1 + (document.title.match(/Charlotte/g)?.length ?? 0)",
      );
    await until(async () => expect(await told()).toBe(0));
    expect(
      await p.evaluate("document.querySelector('#l').outerHTML.split('Spoiler hidden').length - 1"),
    ).toBe(6);
    await until(async () => expect(await p.evaluate("frames_")).toBeGreaterThan(20));
    expect(await p.evaluate("window.told")).toBe(0);
    await inPopup(here.session, async (popup) =>
      (await control(popup, "button", "Reveal all on this page")).click(),
    );
    await until(async () => expect(await told()).toBe(7));
    expect(await p.title()).toBe(title);
    expect(await p.evaluate("document.querySelector('#l').innerHTML")).toBe(labels);
  });

  it("never touches drafts, fields, code, lists of options and canvases", async () => {
    const editors = `<div role="textbox" tabindex="0">${spoiler}</div><div class="monaco-editor"><div class="view-line">${spoiler}</div></div><div class="ace_editor"><div class="ace_line">${spoiler}</div></div><div class="CodeMirror"><pre>${spoiler}</pre></div>`;
    const untouched = `${editors}<div contenteditable="true"><p>${spoiler}</p></div><textarea>${spoiler}</textarea><input value="${spoiler}"><select><option>${spoiler}</option></select><datalist><option>${spoiler}</option></datalist><pre><code>${spoiler}</code></pre><kbd>${spoiler}</kbd><script type="application/json">"${spoiler}"</script><style>/* ${spoiler} */</style><canvas>${spoiler}</canvas><template><p>${spoiler}</p></template><noscript>${spoiler}</noscript>`;
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
