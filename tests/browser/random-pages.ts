/** Pages that put one sentence into the document in every way we know of, at once, late, or piece by piece. */
import fc from "fast-check";
import { article, spoiler } from "./articles.ts";

/** Within a script that stands in the page. */
const quoted = (text: string) => JSON.stringify(text).replaceAll("</", "<\\/");
const p = `<p>${spoiler}</p>`;
const declared = (inside: string) => `<template shadowrootmode="open">${inside}</template>`;
/** Runs `then` within the first second. */
const soon = (then: string) => `<script>setTimeout(() => {${then}}, Math.random() * 600)</script>`;
/** Runs `then` among the callbacks of some later frame. */
const inFrame = (then: string) =>
  `<script>{let left = 8 + Math.random() * 20; const next = () => {if (left-- > 0) return requestAnimationFrame(next); ${then}}; next()}</script>`;
/** Calls `then` with three letters more each time. */
const typed = (then: string) =>
  `<script>{const all = ${quoted(` ${spoiler}`)}; let at = 0; const timer = setInterval(() => {const more = all.slice(at, at += 3); ${then}; if (at >= all.length) clearInterval(timer)}, 12)}</script>`;
const define = (name: string, when: string) =>
  `customElements.define("${name}", class extends HTMLElement {${when}() {${when === "constructor" ? "super();" : ""} this.attachShadow({mode: "open"}).innerHTML = ${quoted(p)}}})`;

/** Each with a name of its own for ids and custom elements. */
const blocks: Readonly<Record<string, (id: string) => string>> = {
  paragraph: () => p,
  list: () => `<ul><li>One.</li><li>${spoiler}</li></ul>`,
  table: () => `<table><tr><td>Mami</td><td>${spoiler}</td></tr></table>`,
  terms: () => `<dl><dt>Mami</dt><dd>${spoiler}</dd></dl>`,
  caption: () => `<figure><img alt="x"><figcaption>${spoiler}</figcaption></figure>`,
  heading: () => `<h3>${spoiler}</h3>`,
  preformatted: () => `<pre>${spoiler}\nnext</pre>`,
  opened: () => `<details open><summary>More</summary>${spoiler}</details>`,
  button: () => `<button>${spoiler}</button>`,
  contents: () => `<div style="display:contents">${spoiler}</div>`,
  breaks: () => `<div>One.<br><br>${spoiler}<br><br>Two.</div>`,
  bare: () => spoiler,
  inline: () => `<p>${spoiler.replace("Mami", "<a href='#x'>Mami</a>").replace("witch", "<b>witch</b>")}</p>`,
  writes: () => `<script>document.write(${quoted(p)})</script>`,
  added: (id) => `<div id="${id}"></div>${soon(`${id}.innerHTML = ${quoted(p)}`)}`,
  "added in a frame": (id) => `<div id="${id}"></div>${inFrame(`${id}.innerHTML = ${quoted(p)}`)}`,
  replaced: (id) => `<p id="${id}">Fine.</p>${soon(`${id}.firstChild.data = ${quoted(spoiler)}`)}`,
  moved: (id) => `<p id="${id}">${spoiler}</p><div id="${id}to"></div>${soon(`${id}to.append(${id})`)}`,
  shown: (id) => `<div hidden id="${id}">${spoiler}</div>${soon(`${id}.hidden = false`)}`,
  grown: (id) => `<p id="${id}">.</p>${typed(`${id}.firstChild.appendData(more)`)}`,
  rewritten: (id) => `<p id="${id}">.</p>${typed(`${id}.textContent = all.slice(0, at)`)}`,
  split: (id) => `<p id="${id}">${spoiler}</p>${soon(`${id}.firstChild.splitText(30)`)}`,
  "in words": (id) =>
    `<h3 id="${id}">${spoiler}</h3>${soon(`${id}.innerHTML = ${id}.textContent.replace(/\\S+/g, "<div style='display:inline-block'>$&</div>")`)}`,
  many: (id) =>
    `<div id="${id}"></div>${soon(`for (let i = 0; i < 100; i++) ${id}.insertAdjacentHTML("beforeend", i % 10 ? "<p>Mami and Madoka talk.</p>" : ${quoted(p)})`)}`,
  declared: (id) => `<x-${id}>${declared(p)}</x-${id}>`,
  "declared, bare": (id) => `<x-${id}>${declared(spoiler)}</x-${id}>`,
  "declared on a div": () => `<div>${declared(p)}</div>`,
  "declared in another": (id) => `<x-${id}>${declared(`<y-${id}>${declared(p)}</y-${id}>`)}</x-${id}>`,
  slotted: (id) => `<x-${id}>${declared("<b><slot></slot></b>")}${p}</x-${id}>`,
  "moved with its tree": (id) =>
    `<div id="${id}to"></div><x-${id} id="${id}">${declared(p)}</x-${id}>${soon(`${id}to.append(${id})`)}`,
  attached: (id) =>
    `<x-${id} id="${id}"></x-${id}>${soon(`${id}.attachShadow({mode: "open"}).innerHTML = ${quoted(p)}`)}`,
  "attached in a line": (id) =>
    `<p>See <span id="${id}"></span>.</p>${soon(`${id}.attachShadow({mode: "open"}).innerHTML = ${quoted(spoiler)}`)}`,
  "attached in a frame": (id) =>
    `<x-${id} id="${id}" style="display:block"></x-${id}>${inFrame(`${id}.attachShadow({mode: "open"}).innerHTML = ${quoted(p)}`)}`,
  "attached in a frame, in a line": (id) =>
    `<p>See <x-${id} id="${id}"></x-${id}>.</p>${inFrame(`${id}.attachShadow({mode: "open"}).innerHTML = ${quoted(spoiler)}`)}`,
  "declared after a line end": (id) =>
    `<x-${id}>\n  ${declared(p)}\n</x-${id}><div>\n  ${declared(p)}\n</div>`,
  "attached in another": (id) =>
    `<x-${id} id="${id}">${declared(`<y-${id}></y-${id}>`)}</x-${id}>${soon(`${id}.shadowRoot.firstChild.attachShadow({mode: "open"}).innerHTML = ${quoted(p)}`)}`,
  "defined before": (id) => `<script>${define(`x-${id}`, "constructor")}</script><x-${id}></x-${id}>`,
  "defined late": (id) => `<x-${id}></x-${id}>${soon(define(`x-${id}`, "connectedCallback"))}`,
  "defined late, many": (id) =>
    `${`<x-${id}></x-${id}>`.repeat(30)}${soon(define(`x-${id}`, "constructor"))}`,
};

/** Later than everything else is waited for. */
export const slow: typeof blocks = {
  "defined after long": (id) =>
    `<x-${id}></x-${id}><script>setTimeout(() => ${define(`x-${id}`, "connectedCallback")}, 6000)</script>`,
};

export interface RandomPage {
  /** The names of its blocks. */
  readonly blocks: readonly string[];
  readonly html: string;
  /** How it arrives. */
  readonly stream: { readonly pieces: number; readonly pause: number };
}

const filler = "<p>Mami pours tea for Madoka and Sayaka while Homura looks on from afar.</p>".repeat(60);
/** In small pieces, in larger ones that do not end where anything does, or whole. */
const stream = fc.oneof(
  fc.record({ pieces: fc.integer({ min: 15, max: 120 }), pause: fc.integer({ min: 1, max: 15 }) }),
  fc.record({ pieces: fc.integer({ min: 120, max: 900 }), pause: fc.integer({ min: 2, max: 50 }) }),
  fc.constant({ pieces: 1_000_000, pause: 0 }),
);

/** Pages of twelve blocks; some have so much before them that not all of it is read at once. */
export function randomPages(count: number, seed: number, more: typeof blocks = {}): RandomPage[] {
  const all = { ...blocks, ...more };
  const names = fc.array(fc.constantFrom(...Object.keys(all)), { minLength: 12, maxLength: 12 });
  const pages = fc.tuple(names, fc.boolean(), stream).map(([chosen, long, how]) => ({
    blocks: chosen,
    html: article(
      `<h1>Madoka Magica</h1><p>Mami is here.</p>${long ? filler : ""}${chosen.map((name, i) => all[name]?.(`b${i}`)).join("\n")}`,
    ),
    stream: how,
  }));
  return fc.sample(pages, { numRuns: count, seed });
}
