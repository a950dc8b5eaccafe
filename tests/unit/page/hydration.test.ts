// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { isServed } from "../../../lib/page/hydration.ts";
import { openPage, type Page, veils, visibleText } from "./fixtures.ts";

let page: Page;
const state = (value: DocumentReadyState) => {
  Object.defineProperty(document, "readyState", { value, configurable: true });
  document.dispatchEvent(new Event("readystatechange"));
};
afterEach(() => {
  page.stop();
  state("complete");
});

const sentence = "<p>Mami dies in it.</p>";
const island = (attributes: string) => `${sentence}<astro-island ${attributes}>${sentence}</astro-island>`;
const asleep = () => document.querySelector("astro-island") as Element;

test("what the server has sent into an island stays as it is until the island has come alive", async () => {
  page = openPage(island('ssr client="visible"'));
  page.clock.pass(60_000);
  expect(veils()).toHaveLength(1);
  expect(asleep().textContent).toBe("Mami dies in it.");
  expect(visibleText(asleep())).toBe("");
  asleep().removeAttribute("ssr");
  await page.turn();
  // Its script has been started, and takes over the nodes in one of the next tasks.
  page.clock.pass(500);
  expect(asleep().textContent).toBe("Mami dies in it.");
  page.clock.pass(1000);
  expect(veils()).toHaveLength(2);
  expect(asleep().textContent).toBe("");
});

test("an island that is alive, or never came from a server, is veiled like everything else", () => {
  page = openPage(island('client="load"'));
  expect(veils()).toHaveLength(2);
});

const served = `<div id="root">${sentence}<p id="b">Sayaka<!-- -->. Mami dies.</p></div>`;
const root = () => document.querySelector("#root") as Element;

test.each([
  ["React", "<p>One<!-- -->two</p>"],
  ["React with Suspense", "<!--$--><p>One</p><!--/$-->"],
  ["Vue", "<ul><!--[--><li>One</li><!--]--></ul>"],
  ["Svelte", "<p>One</p><!--[-1--><!--]-->"],
  ["Solid", '<p data-hk="00">One</p>'],
  ["Angular", "<!--nghm--><x-y ngh='0'>One</x-y>"],
  ["Next", '<div id="__next"><p>One</p></div>'],
])("knows what a server has written for %s", (_, html) => {
  document.body.innerHTML = html;
  expect(isServed(document)).toBe(true);
});

test.each([
  ["plain pages", "<!-- Comment --><p>One</p><!--[if IE]><p>Old</p><![endif]--><!--more-->"],
  ["islands, which say so themselves", '<astro-island ssr><p data-hk="0">One<!-- -->two</p></astro-island>'],
])("does not take %s for that", (_, html) => {
  document.body.innerHTML = html;
  expect(isServed(document)).toBe(false);
});

test("what stands where an application belongs, before its scripts have run, is a server's; what comes later is not", async () => {
  const bare = '<div id="root"><p id="a">Mami dies in it.</p></div>';
  for (const early of [bare, '<div id="app"></div>']) {
    state("loading");
    page = openPage(early, { settle: false });
    state("interactive");
    state("complete");
    window.dispatchEvent(new Event("load"));
    const place = document.body.firstElementChild as Element;
    if (early !== bare) place.innerHTML = "<p>Mami dies in it.</p>";
    await page.turn();
    page.clock.pass(4000);
    expect(veils()).toHaveLength(early === bare ? 0 : 1);
    expect(visibleText()).toBe("");
    page.clock.pass(8000);
    expect(veils()).toHaveLength(1);
    page.stop();
  }
});

test("what the parser still writes when the page has been given up waiting for is the server's too", async () => {
  state("loading");
  page = openPage(served, { settle: false });
  page.clock.pass(11_000);
  root().append(document.createElement("p"));
  (root().lastChild as Element).textContent = "Mami dies at the end.";
  await page.turn();
  page.clock.pass(1000);
  expect(veils()).toHaveLength(0);
  expect(visibleText()).toBe("");
});

test("what scripts may still take over stays as it was sent for ten seconds, and what they add is veiled", async () => {
  page = openPage(served);
  expect(veils()).toHaveLength(0);
  expect(visibleText()).toBe("");
  const late = document.createElement("p");
  late.textContent = "Mami dies late.";
  root().append(late);
  await page.turn();
  expect(veils()).toHaveLength(1);
  expect(late.textContent).toBe("");
  expect(root().querySelector("p")?.textContent).toBe("Mami dies in it.");
  page.clock.pass(8000);
  expect(veils()).toHaveLength(3);
});

test("what a script has written into is not waited for, what it has only moved is", async () => {
  page = openPage(served);
  root().prepend(document.querySelector("#b") as Element);
  await page.turn();
  page.clock.pass(1000);
  expect(veils()).toHaveLength(0);
  (root().lastChild?.firstChild as Text).data = "Homura dies in it.";
  await page.turn();
  page.clock.pass(1000);
  expect(veils()).toHaveLength(1);
});

test("while it is selected it is veiled, and afterwards as it was sent again", () => {
  page = openPage(served, { settle: false });
  const before = document.body.cloneNode(true);
  getSelection()?.selectAllChildren(document.body);
  document.dispatchEvent(new Event("selectionchange"));
  expect(veils()).toHaveLength(2);
  getSelection()?.empty();
  document.dispatchEvent(new Event("selectionchange"));
  expect(veils()).toHaveLength(0);
  expect(visibleText()).toBe("");
  expect(document.body.textContent).toBe(before.textContent);
  expect(page.problems()).toEqual([]);
  page.clock.pass(12_000);
  expect(veils()).toHaveLength(2);
});
