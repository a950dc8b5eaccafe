// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { fakeDetector, openPage, type Page, veils } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  page.stop();
  document.title = "";
});

let made = 0;
const read: string[] = [];
/** Opens at the name alone, as the real one does. */
const parts = {
  gate: (text: string) => /Mami/.test(text),
  detector: () => {
    made++;
    return fakeDetector((text) => read.push(text));
  },
};
const open = (html: string) => {
  made = 0;
  read.length = 0;
  page = openPage(html, parts);
};

test("a page whose texts the gate keeps out has no detector made", async () => {
  open("<p>She dies.</p><img alt='A twist'>");
  document.body.append("He dies.");
  await page.turn();
  expect([made, veils().length]).toEqual([0, 0]);
});

test("the text that opens the gate has the page read from its top, each passage in the context of the one before", () => {
  open("<h2>Ends</h2><p>She dies.</p><p>Of Mami.</p><p>No more.</p>");
  expect([made, veils().length]).toEqual([1, 1]);
  expect(read).toEqual(["Of Mami.", "Ends", "She dies.", "No more."]);
});

test("a text that comes later opens it as well", async () => {
  open("<p>She dies.</p>");
  document.body.append("Mami");
  await page.turn();
  page.clock.pass(4000);
  expect([made, veils().length]).toEqual([1, 1]);
});

test("a label opens it, also one that is changed later", async () => {
  open("<p>She dies.</p><img alt='Mami'>");
  expect([made, veils().length]).toEqual([1, 1]);
  page.stop();
  open("<p>She dies.</p><img alt=''>");
  document.querySelector("img")!.alt = "Mami";
  await page.turn();
  page.clock.pass(4000);
  expect([made, veils().length]).toEqual([1, 1]);
});

test("the tab's title opens it", () => {
  document.title = "Mami";
  open("<p>She dies.</p>");
  expect([made, veils().length]).toEqual([1, 1]);
});

test("text in shadow roots that was passed over is read again", () => {
  document.body.innerHTML = "";
  const host = document.createElement("x-card");
  open("");
  document.body.append(host);
  const root = host.attachShadow({ mode: "open" });
  root.innerHTML = "<p>She dies.</p>";
  page.clock.pass(100);
  page.shield.update(undefined, true);
  const later = document.createElement("p");
  later.textContent = "Mami";
  document.body.append(later);
  page.shield.update(undefined, true);
  page.clock.pass(4000);
  expect(made).toBe(1);
  expect(read).toContain("She dies.");
});

test("a gate that throws stands open, and says so", () => {
  page = openPage("<p>She dies.</p>", {
    ...parts,
    gate: () => {
      throw new Error("damaged");
    },
  });
  expect(veils()).toHaveLength(1);
  expect(page.problems()).toEqual(["reading: damaged"]);
});

test("the detector is told what the page says of itself: title, address and language", () => {
  const told: unknown[] = [];
  document.title = "Mami";
  document.documentElement.lang = "pt-BR";
  page = openPage("<p>Mami.</p>", {
    detector: () => {
      const fake = fakeDetector();
      return {
        ...fake,
        begin(info) {
          told.push(info);
          return fake.begin(info);
        },
      };
    },
  });
  document.documentElement.removeAttribute("lang");
  expect(told[0]).toEqual({ title: "Mami", url: document.URL, lang: "pt-BR" });
});
