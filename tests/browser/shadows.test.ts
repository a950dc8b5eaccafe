/** Shadow trees, whoever has made them and when. */
import { expect, it } from "vitest";
import { article, spoiler } from "./articles.ts";
import { eachBrowser } from "./each-browser.ts";
import { exposure } from "./exposure.ts";
import { steepest, until } from "./look.ts";

const wrapped = `<p id="b">One. ${spoiler} Two.</p>`;

eachBrowser((here) => {
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

  it("closed trees of what is no custom element, with text beside them, also where they come after it", async () => {
    const names = ["body", "div", "span", "p", "section", "article", "h2", "aside"];
    const beside = "Tea and cake.";
    const hosts = (mark: string) =>
      names.slice(1).map((name) => `<${name} class="${mark}">${beside}</${name}>`);
    const p = await here.open(
      here.site.put(
        "beside",
        article(`<h1>Madoka Magica</h1><div class="parsed"><template shadowrootmode="closed"><p>${spoiler}</p></template>${beside}</div>
          ${hosts("now").join("")}${hosts("late").join("")}
          <script>
            window.roots = [];
            const attach = (which) => {
              for (const host of document.querySelectorAll(which)) {
                const root = host.attachShadow({ mode: "closed" });
                root.innerHTML = ${JSON.stringify(`${wrapped}<slot></slot>`)};
                roots.push(root);
              }
            };
            attach(".now");
            addEventListener("load", () => setTimeout(attach, 1000, ".late, body"));
          </script>`),
      ),
    );
    const reads = () =>
      p.evaluate("roots.map((root) => root.querySelector('p').textContent)") as Promise<string[]>;
    await until(async () => expect(await reads()).toEqual(Array(15).fill("One.  Two.")), 10_000);
    // No script reaches into what the parser has closed.
    const box = `(({ x, y, width, height }) => ({ x, y, width, height }))(document.querySelector(".parsed").getBoundingClientRect())`;
    const clip = (await p.evaluate(box)) as Parameters<typeof steepest>[1];
    const hidden = await steepest(p, clip);
    expect(hidden).toBeGreaterThan(0);
    expect(hidden).toBeLessThan(90);
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
});
