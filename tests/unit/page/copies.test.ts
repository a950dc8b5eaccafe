// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { createSplits } from "../../../lib/page/split.ts";
import { openPage, type Page, p, veils } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
});

test("a copy of our element becomes text again, and is veiled on its own", async () => {
  page = openPage("<p>One. Mami dies. Two.</p>");
  document.body.append(p().cloneNode(true));
  await page.turn();
  expect(veils()).toHaveLength(2);
  expect(page.shield.summary().veils).toBe(2);
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe("<p>One. Mami dies. Two.</p>".repeat(2));
});

test("a copy is made text again however many veils there are", () => {
  const splits = createSplits(document);
  const made = Array.from({ length: 600 }, () => {
    const element = document.createElement("p");
    element.append("One. Mami dies. Two.");
    splits.set(element.firstChild as Text, [
      { from: 5, to: 15, token: 0, make: () => document.createElement("i") },
    ]);
    return element;
  });
  const copy = made[0]?.cloneNode(true) as Element;
  for (const ours of splits.copies(copy)) splits.heal(ours);
  expect(copy.innerHTML).toBe("One. Mami dies. Two.");
  page = openPage("");
});

test("a copy from another document is not taken for one of ours", async () => {
  page = openPage("<p>One. Mami dies. Two.</p>");
  const kept = p().outerHTML;
  page.stop();
  page = openPage("<p>Three. Homura dies. Four.</p>");
  document.body.insertAdjacentHTML("beforeend", kept);
  await page.turn();
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe("<p>Three. Homura dies. Four.</p><p>One.  Two.</p>");
});

test("a page that serialises and writes back its own markup loses no text", async () => {
  page = openPage("<p>Mami dies. Two.</p><p>One. <b>Homura dies.</b></p>");
  const html = document.body.innerHTML;
  document.body.innerHTML = html;
  await page.turn();
  expect(veils()).toHaveLength(2);
  page.shield.revealAll();
  expect(document.body.innerHTML).toBe("<p>Mami dies. Two.</p><p>One. <b>Homura dies.</b></p>");
});
