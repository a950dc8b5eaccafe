// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { openPage, type Page, veils } from "./fixtures.ts";

let page: Page;
afterEach(() => page.stop());

test.each([
  ['<p>Tea. <span class="md-spoiler-text">Mami dies.</span></p>', 0],
  ["<p>Tea. <shreddit-spoiler>Mami dies.</shreddit-spoiler></p>", 0],
  ["<details><summary>Spoilers for episode 3</summary><p>Mami dies.</p></details>", 0],
  ['<p>Spoiler: <span class="spoilerContent_x">Mami dies</span>.</p>', 0],
  ['<p>Spoiler for ep 3: <span class="spoilerContent_x">Mami dies</span>.</p>', 0],
  ['<p>Madoka spoilers: <span class="spoilerContent_x">Mami dies</span>.</p>', 0],
  // Not hidden by the site, or not as a spoiler.
  ["<details><summary>Spoiler: Mami dies.</summary><p>Tea.</p></details>", 1],
  ["<details open><summary>Spoilers for episode 3</summary><p>Mami dies.</p></details>", 1],
  ["<details><summary>More</summary><p>Mami dies.</p></details>", 1],
  ['<p class="spoiler">Mami dies.</p>', 1],
  ['<p>Spoiler: Mami dies <span class="spoilerContent_x">early</span>.</p>', 3],
  // Half of the sentence stands in clear.
  ['<p>Mami <span class="md-spoiler-text">dies.</span></p>', 2],
])("what the site hides itself is left to it: %s", (body, count) => {
  page = openPage(body);
  expect(veils()).toHaveLength(count);
});

test("what is left to the site is not called revealed when all is", () => {
  page = openPage('<p>Tea. <span class="md-spoiler-text">Mami dies.</span></p>');
  page.shield.revealAll();
  expect(page.shield.summary()).toMatchObject({ veils: 0, revealed: false });
});

test("nor is what has become a draft", async () => {
  page = openPage("<p>Mami dies.</p>");
  expect(veils()).toHaveLength(1);
  document.querySelector("p")?.setAttribute("contenteditable", "true");
  await page.turn();
  page.shield.revealAll();
  expect(page.shield.summary()).toMatchObject({ veils: 0, revealed: false });
});

test("what the shield has hidden beside it is", () => {
  page = openPage('<p>Tea. <span class="md-spoiler-text">Mami dies.</span></p><p>Kyoko dies, too.</p>');
  page.shield.revealAll();
  expect(page.shield.summary()).toMatchObject({ veils: 0, revealed: true });
});
