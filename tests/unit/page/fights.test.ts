// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { click, openPage, type Page, p, text, veils, visibleText } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
});

test("the loop guard: after a bounded number of fights only a cover stays", async () => {
  page = openPage("<p>Mami dies.</p>");
  for (let i = 0; i < 40; i++) {
    text().data = i % 2 ? "Mami dies." : "Then Homura dies.";
    await page.turn();
  }
  expect(veils()).toHaveLength(0);
  expect(p().hasAttribute("data-spoiler-cover")).toBe(true);
  expect(text().data).toBe("Mami dies.");
  expect(page.shield.summary().veils).toBe(1);
  page.clock.pass(5000);
  expect(p().hasAttribute("data-spoiler-cover")).toBe(false);
  expect(veils()).toHaveLength(1);
});

test("where a page keeps taking our elements out the cover has a label for the keyboard, and a veil is not tried while that is open", async () => {
  page = openPage("<p>Tea. <a href=#x>More.</a></p><p id=b>Mami dies.</p>");
  const place = document.querySelector("#b") as HTMLElement;
  const strip = new MutationObserver(() => place.querySelector("spoiler-shield")?.remove());
  strip.observe(place, { childList: true });
  place.querySelector("spoiler-shield")?.remove();
  for (let i = 0; i < 30; i++) await page.turn();
  expect(place.innerHTML).toBe("Mami dies.");
  // The label stands at the end of the document.
  const focused = () => document.activeElement === document.querySelector("html > spoiler-veil");
  expect([page.shield.nextVeil(), focused()]).toEqual([true, true]);
  for (let i = 0; i < 50; i++) {
    page.clock.pass(100);
    await page.turn();
  }
  expect(focused()).toBe(true);
  expect(visibleText()).toBe("Tea. More.");
  strip.disconnect();
  document.querySelector("a")?.focus();
  page.clock.pass(5000);
  expect([veils().length, place.outerHTML.includes("tabindex")]).toEqual([1, false]);
});

test("a page that makes the place anew each time is never seen in clear, tired guard or not", async () => {
  page = openPage("<div></div>");
  for (let i = 0; i < 230; i++) {
    (document.querySelector("div") as Element).innerHTML = "<p>Mami dies.</p>";
    await page.turn();
    expect(visibleText()).toBe("");
  }
  expect(veils()).toHaveLength(0);
});

test("a cover that stays can be clicked away", async () => {
  page = openPage("<svg><text>Mami dies.</text></svg>");
  const drawn = document.querySelector("text") as Element;
  expect(drawn.hasAttribute("data-spoiler-cover")).toBe(true);
  expect(veils()).toHaveLength(0);
  let clicks = 0;
  drawn.addEventListener("click", () => clicks++);
  click(drawn);
  expect(drawn.outerHTML).toBe("<text>Mami dies.</text>");
  expect(clicks).toBe(0);
  click(drawn);
  expect(clicks).toBe(1);
});
