// @vitest-environment happy-dom
// When a page has become another one, for which "reveal all" was not meant.
import { afterEach, expect, test } from "vitest";
import { openPage, type Page, veils } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  page.stop();
  location.hash = "";
});

/** How many veils there are over what comes once all has been revealed, and the fragment has become another. */
async function veilsAfter(from: string, to: string): Promise<number> {
  location.hash = from;
  page = openPage("<p>Mami dies.</p>");
  page.shield.revealAll();
  expect(veils()).toHaveLength(0);
  location.hash = to;
  document.body.innerHTML = "<p>Homura dies.</p>";
  await page.turn();
  page.clock.pass(5000);
  return veils().length;
}

test.each([
  ["#/thread/1", "#/thread/2"],
  ["#!/thread/1", "#!/thread/2"],
  ["", "#/thread/1"],
])("%j is another page than %j, as scripts route by fragments", async (from, to) => {
  expect(await veilsAfter(from, to)).toBe(1);
});

test.each([
  ["", "#comments"],
  ["#one", "#two"],
  ["#one", "#two#/three"],
  ["#/thread/1", "#/thread/1#comments"],
])("%j is the same page as %j", async (from, to) => {
  expect(await veilsAfter(from, to)).toBe(0);
});
