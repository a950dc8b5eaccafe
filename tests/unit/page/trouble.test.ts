// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { fakeDetector, openPage, type Page, visibleText } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
});

test("a label that cannot be hidden does not keep what comes after it from being read", async () => {
  page = openPage("<p>Tea.</p>");
  const form = document.createElement("form");
  form.style.background = "url(mami-surely-dies-in-episode-three.jpg)";
  // Chromium gives a form's fields by their names in front of what every element has.
  Object.defineProperty(form, "addEventListener", { value: document.createElement("input") });
  const after = document.createElement("p");
  after.textContent = "Homura dies.";
  document.body.append(form, after);
  await page.turn();
  expect(visibleText()).toBe("Tea.");
  expect(page.problems()).toHaveLength(1);
  page.stop();
  page = openPage("<p>Mami dies.</p>");
});

test("a frame that goes away with something hidden says so; a page, and a frame without, need not", () => {
  let gone = 0;
  const open = (body: string) => openPage(body, { onChange: (now) => now ?? gone++ });
  page = open("<p>Mami dies.</p>");
  const hide = () => window.dispatchEvent(new Event("pagehide"));
  hide();
  expect(gone).toBe(0);
  const parent = vi.spyOn(window, "parent", "get").mockReturnValue({} as typeof window);
  hide();
  expect(gone).toBe(1);
  page.stop();
  page = open("<p>Tea.</p>");
  hide();
  parent.mockRestore();
  expect(gone).toBe(1);
});

test("a detector that cannot be made, or that throws, is said and harms nothing", async () => {
  page = openPage("<p>Mami dies.</p>", {
    detector: () => {
      throw new Error("no tables");
    },
  });
  expect(page.problems()).toEqual(["reading: no tables"]);
  expect(document.body.innerHTML).toBe("<p>Mami dies.</p>");
  page.stop();
  page = openPage("<p>Mami dies.</p>");
});

test("a detector that cannot be made ready leaves the page readable, and is not asked for ever", async () => {
  let asked = 0;
  page = openPage("<p>Mami</p><p>Tea.</p>", {
    detector: () => ({
      ...fakeDetector(),
      // Without end the clock of the test would not come back.
      tryRead: (...what) => (asked > 100 ? fakeDetector().read(...what) : undefined),
      prepare() {
        asked++;
        throw new Error("no vectors");
      },
    }),
  });
  expect(page.problems()).toEqual(["reading: no vectors"]);
  expect(asked).toBe(1);
  expect(document.querySelector("[data-spoiler-cover]")).toBeNull();
  page.stop();
  page = openPage("<p>Mami dies.</p>");
});

test("where a veil cannot be made all of the block stays covered, also of those that come after it", () => {
  page = openPage("<p>Tea. Mami dies.</p><p>Homura dies.</p>", { settle: false });
  const attach = vi.spyOn(Element.prototype, "attachShadow").mockImplementation(() => {
    throw new Error("not here");
  });
  page.clock.pass(4000);
  attach.mockRestore();
  expect(visibleText()).toBe("");
  expect(page.problems()).toEqual(["hiding: not here"]);
  page.stop();
  page = openPage("<p>Mami dies.</p>");
});
