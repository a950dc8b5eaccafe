// @vitest-environment happy-dom
/** What a changed heading does to the passages after it. */
import { afterEach, expect, test } from "vitest";
import { fakeDetector, openPage, type Page } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
});

test("when a heading changes, its section is read again, and no more", async () => {
  const read: string[] = [];
  const html = "<h2>Mami</h2><p>One.</p><h3>Sub</h3><p>Two.</p><h2>Other</h2><p>Three.</p>";
  page = openPage(html, { detector: () => fakeDetector((text) => read.push(text)) });
  page.clock.pass(100);
  read.length = 0;
  (document.querySelector("h2")?.firstChild as Text).data = "Nobody";
  await page.turn();
  page.clock.pass(100);
  expect(read).toEqual(["Nobody", "One.", "Sub", "Two."]);
});

test("a heading that keeps changing does not have its section read each time, and its last state counts", async () => {
  let read = 0;
  let topical = false;
  const fake = fakeDetector();
  page = openPage("<h2>In 0 s</h2><p>Clean.</p>", {
    detector: () => ({
      ...fake,
      read(passage, before) {
        if (passage.text !== "Clean.") return fake.read(passage, { ...before });
        read++;
        topical = before.topical;
        return { findings: [], after: before };
      },
    }),
  });
  for (const second of [...Array(100).keys(), "Mami"]) {
    (document.querySelector("h2")?.firstChild as Text).data = `In ${second} s`;
    await page.turn();
    page.clock.pass(500);
  }
  expect(read).toBeGreaterThan(15);
  expect(read).toBeLessThan(40);
  page.clock.pass(10_000);
  expect(topical).toBe(true);
});
