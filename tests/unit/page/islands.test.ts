// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { openPage, type Page, veils, visibleText } from "./fixtures.ts";

let page: Page;
afterEach(() => page.stop());

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
