/** A page whose style counts elements in many ways: a veil would move something in each but the last. */
import { article, spoiler } from "./articles.ts";

export const [before, after] = ["I rewatched it in spring.", "The soundtrack is by Yuki Kajiura."];

/** By name: a rule for the section, and what stands in it. An element more or less moves something in each. */
const kinds: Readonly<Record<string, readonly [css: string, body: string]>> = {
  last: ["b:last-child { margin-left: 200px }", `<p>${before} <b>Review.</b> ${spoiler} ${after}</p>`],
  only: ["b:only-child { float: right; font-size: 30px }", `<p><b>Review.</b> ${spoiler} ${after}</p>`],
  first: ["b:first-child { display: block }", `<p>${spoiler} <b>Review.</b> ${after}</p>`],
  next: [
    "em + span { display: block; padding: 9px }",
    `<p><em>Spring.</em> ${spoiler} <span>${after}</span></p>`,
  ],
  nth: [
    "i:nth-child(2) { padding-left: 150px }",
    `<p><i>Tea.</i> ${spoiler} <i>Cake.</i> <i>${after}</i></p>`,
  ],
  has: ["p:has(> b:last-child) { padding: 20px }", `<p>${before} <b>Review.</b> ${spoiler}</p>`],
  letter: ["p::first-letter { float: left; font: 4em/1 serif }", `<p>${spoiler} ${before} ${after}</p>`],
  line: ["p::first-line { font-size: 22px; letter-spacing: 2px }", `<p>${spoiler} ${before} ${after}</p>`],
};
/** The sections in which it would. */
export const names = Object.keys(kinds);

const rules = Object.entries(kinds).map(([name, [css]]) => `#${name} ${css}`);
const sections = Object.entries(kinds).map(([name, [, body]]) => `<section id="${name}">${body}</section>`);
/** Each in a section with its name; `#plain` besides, where nothing counts. */
export const structurePage = article(
  `<h1>Madoka Magica</h1>${sections.join("")}<section id="plain"><p>${before} <b>Review.</b> ${spoiler} ${after}</p></section>`,
).replace(
  "<head>",
  `<head><style>body { font: 16px/1.4 Arial, sans-serif; width: 600px } ${rules.join(" ")}</style>
  <script>window.shift = 0; try { new PerformanceObserver((l) => { for (const e of l.getEntries()) window.shift += e.value }).observe({ type: "layout-shift", buffered: true }) } catch {}</script>`,
);
