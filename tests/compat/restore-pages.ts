/** Pages of all kinds that "reveal all" is tried on, beside the demo's and the applications. */
import { stylesPage } from "../browser/page-styles.ts";
import { structurePage } from "../browser/structure-page.ts";
import { secrets, title } from "./apps/story.ts";

const [secret] = secrets;
const picture = `src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="90" height="60"`;
/** Everything whose attributes are changed while they tell too much, and what is only ever covered. */
const labels = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mami is killed in Madoka Magica</title></head><body>
  <h1>${title}</h1><p title="${secret}">Tea. ${secret}</p><b role="img" aria-label="${secret}"></b>
  <input placeholder="${secret}"><textarea placeholder="${secret}"></textarea><button>${secret}</button>
  <img alt="${secret}" ${picture}><a href="#x" title="${secret}"><img alt="" ${picture}></a>
  <div title="${secret}" style="background-image: url(/x.png)"><p>Tea</p></div>
  <figure><video poster="/madoka-magica-mami-is-killed-by-charlotte.jpg"></video><figcaption>${secret}</figcaption></figure>
  <picture><source srcset="/madoka-magica-mami-is-killed-by-charlotte.png"><img alt="Still" ${picture}></picture>
  <svg width="300" height="40"><text y="20">${secret}</text></svg><details><summary>${secret}</summary>More</details>
  </body></html>`;

const read = (base: string, reading: string) => `<ruby>${base}<rp>(</rp><rt>${reading}</rt><rp>)</rp></ruby>`;
const ruby = `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>魔法少女まどか☆マギカ</title></head><body>
  <h1>魔法少女まどか☆マギカ</h1><p>${read("音楽", "おんがく")}は${read("梶浦由記", "かじうらゆき")}。
  ${read("巴", "ともえ")}マミは${read("第", "だい")}3${read("話", "わ")}で${read("魔女", "まじょ")}に${read("食", "た")}べられて${read("死亡", "しぼう")}する。<b>いい</b>です。</p></body></html>`;

const xhtml = `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>${title}</title></head>
  <body><h1>${title}</h1><p>Tea. ${secret} <b>Cake.</b></p><p><i>Tea.</i><br/>${secret}</p></body></html>`;

/** A page by its path. */
export interface Fixture {
  readonly what: string;
  readonly path: string;
  readonly html: string;
  /** Attributes and texts are compared as a whole, not with what they were when covered. */
  readonly masked?: true;
}

/** Without scripts that change them: each is compared with what a parser makes of it. */
export const fixtures: readonly Fixture[] = [
  { what: "twelve styles of pages", path: "styles.html", html: stylesPage, masked: true },
  { what: "labels and pictures", path: "labels.html", html: labels, masked: true },
  { what: "styles that count elements", path: "structure.html", html: structurePage },
  { what: "readings above letters (ruby)", path: "ruby.html", html: ruby },
  { what: "XHTML", path: "page.xhtml", html: xhtml },
];

const inside = `<p>Tea. ${secret} <b>Cake.</b></p>`;
/** Shadow trees, of the parser and of a script, open and closed, one in another. */
export const shadowPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>
  <p>${secret}</p><div><template shadowrootmode="open">${inside}</template></div><div id="open"></div><my-card id="closed"></my-card>
  <script>
    window.closedRoots = new Map();
    const attach = (host, mode) => {
      const root = host.attachShadow({ mode });
      root.innerHTML = ${JSON.stringify(inside)};
      if (mode === "closed") closedRoots.set(host, root);
      return root;
    };
    attach(document.getElementById("open"), "open");
    const card = attach(document.getElementById("closed"), "closed");
    attach(card.appendChild(document.createElement("x-inner")), "open");
  </script></body></html>`;
