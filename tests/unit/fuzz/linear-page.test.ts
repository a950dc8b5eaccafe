// @vitest-environment happy-dom
/**
 * Work grows with the size of a page and not faster, whatever it is made of: reading, hiding, being rewritten, coming
 * out again. What is counted is how often a node is asked for anything (work.ts), and how many letters are read.
 */
import { afterAll, expect, test } from "vitest";
import { record } from "../../figures.ts";
import { fakeDetector, openPage, watched } from "../page/fixtures.ts";
import { done } from "./work.ts";

/** What pages are made of, by what is peculiar to it. */
const kinds: Readonly<Record<string, (i: number) => string>> = {
  "nothing to hide": (i) => `<p>Tea for number ${i}.</p>`,
  "a spoiler each": (i) => `<p>Tea. Number ${i} dies. Cake.</p>`,
  "the same spoiler": () => "<p>Mami dies.</p>",
  "several nodes each": (i) => `<p>Tea <b>and</b> number <i>${i}</i> di<b>es</b>. Cake.</p>`,
  "one line": (i) => `Tea <b>and</b> number <i>${i}</i> dies. `,
  "line breaks": (i) => `Number ${i} dies.<br>`,
  depth: () => "<div>Tea",
  headings: (i) => `<h2>Mami ${i}</h2>`,
  "list items": (i) => `<li>Number ${i} dies.</li>`,
  labels: (i) => `<img alt="Number ${i} dies.">`,
  "the same label": () => `<a title="Mami dies.">x</a>`,
  "custom elements": (i) => `<my-card>Number ${i} dies.</my-card>`,
  "empty hosts": () => "<div></div>",
  "copies of what we do": (i) => `<spoiler-shield data-n="${i}">Number ${i} dies.</spoiler-shield>`,
  "pictures of one figure": (i) =>
    `${i ? "" : "<figure>"}<p>Number ${i} dies.</p><i style="background:url(a)"></i>`,
  "texts of one link": (i) => `${i ? "" : '<a href="#">'}<b>Number ${i} dies.</b><br><br>`,
  "spoiler boxes": (i) => `${i ? "" : "<details><summary>Spoiler</summary>"}<p>Number ${i} dies.</p>`,
  "a style's background": (i) => `<b style="background" title="Number ${i} dies.">x</b>`,
  "rows of a table": (i) => `<table><tr><td>${i}</td><td>dies.</td></tr></table>`,
};

/** Everything that can be asked of nodes and letters on a page with so many parts. */
async function workOn(parts: number, kind: (i: number) => string): Promise<number> {
  const html = Array.from({ length: parts }, (_, i) => kind(i)).join("");
  done.work = 0;
  const page = openPage(html, { detector: () => fakeDetector((text) => (done.work += text.length)) });
  await page.turn();
  page.shield.update(watched, true);
  page.shield.update(undefined, true);
  for (const element of [...document.body.querySelectorAll("p,li,td,h2")]) {
    const text = [...element.childNodes].find((node) => node.nodeType === 3) as Text | undefined;
    if (text) text.data += " Tea dies.";
  }
  await page.turn();
  page.shield.revealAll();
  page.shield.hideAgain();
  page.clock.pass(5_000);
  await page.turn();
  expect(page.problems()).toEqual([]);
  page.stop();
  return done.work;
}

afterAll(() => record("linear pages", { cases: Object.keys(kinds).length }));

test.each(Object.entries(kinds))(
  "%s: twice as much is twice the work",
  async (_, kind) => {
    const [half, whole] = [await workOn(25, kind), await workOn(50, kind)];
    // The square of it would be up to four times.
    expect(whole / half).toBeLessThan(2.3);
  },
  60_000,
);
