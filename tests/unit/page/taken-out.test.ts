// @vitest-environment happy-dom
/** What is left of a line when the page takes out what it began with, where nothing stood beside that, or no text did. */
import { afterEach, expect, test } from "vitest";
import { click, openPage, type Page, veils, visibleText } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
});
const $ = (selector: string) => document.querySelector(selector) as HTMLElement;
const first = (selector: string) => $(selector).firstChild as ChildNode;

const ways: [string, string, () => void][] = [
  ["all of an inline element", "<p><b><i>New!</i></b> Mami dies.</p>", () => $("i").replaceChildren()],
  ["a cell", "<table><tr><td>One.</td><td>Mami dies.</td></tr></table>", () => $("td").remove()],
  ["all of a cell", "<table><tr><td>1</td><td>Mami dies.</td></tr></table>", () => first("td").remove()],
  ["a text before a break", "<p>One.<br>Mami dies.</p>", () => first("p").remove()],
  ["a text before a picture", "<p>One.<img>Mami dies.</p>", () => first("p").remove()],
];

test.each(ways)("%s goes: the rest is veiled, counted, and can be revealed", async (_, html, work) => {
  page = openPage(html);
  expect(veils().length).toBeGreaterThan(0);
  work();
  await page.turn();
  expect(veils()).toHaveLength(1);
  expect(page.shield.summary().veils).toBe(1);
  click(veils()[0]);
  expect(visibleText()).toContain("Mami dies");
});

test.each(ways)("%s goes while the page loads: the rest stays covered", async (_, html, work) => {
  page = openPage(html, { settle: false });
  work();
  await page.turn();
  page.shield.update(undefined, true);
  expect(visibleText()).not.toContain("Mami dies");
  page.clock.pass(20_000);
  expect(veils()).toHaveLength(1);
});

test("what stands too far from what has gone to be read again stays hidden, and can be revealed", async () => {
  for (const settle of [true, false]) {
    page = openPage(`<p><b>New!</b>${"<!---->".repeat(60)} Mami dies.</p>`, { settle });
    $("b").replaceChildren();
    await page.turn();
    page.shield.update(undefined, true);
    expect(page.shield.summary().veils).toBe(1);
    expect(visibleText()).not.toContain("Mami dies");
    page.clock.pass(20_000);
    page.shield.revealAll();
    expect(visibleText()).toContain("Mami dies.");
    page.stop();
  }
});
