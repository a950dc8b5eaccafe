// @vitest-environment happy-dom
/** Forms answer with their fields where a node's own parent, children and name are asked for. */
import { afterEach, expect, test } from "vitest";
import { above, rootOf } from "../../../lib/page/nodes.ts";
import { openPage, type Page, veils, visibleText } from "./fixtures.ts";

let page: Page;
afterEach(() => page?.stop());

/** As Chromium does it for `<input name="…">`: an own property in front of what every node has. */
function name(form: Element, property: string, value: unknown): void {
  Object.defineProperty(form, property, { value, configurable: true });
}

// Those that happy-dom does not ask for itself; all of them in real browsers: tests/browser/hard.test.ts.
test.each([
  "parentNode",
  "firstChild",
  "lastChild",
  "nextSibling",
  "previousSibling",
  "nodeType",
  "localName",
  "isConnected",
  "closest",
  "contains",
  "matches",
  "querySelectorAll",
  "setAttribute",
  "getRootNode",
])("what stands in a form with a field named %s, and what comes after it, is hidden all the same", async (property) => {
  page = openPage("<div id='in'></div>");
  const form = document.createElement("form");
  form.innerHTML = "<p>Mami dies in it.</p><input>Mami dies at its end.";
  name(form, property, form.querySelector("input"));
  const after = document.createElement("p");
  after.textContent = "Mami dies after it.";
  document.querySelector("#in")?.append(form, after);
  await page.turn();
  page.clock.pass(1000);
  expect(veils()).toHaveLength(3);
  expect(visibleText()).not.toContain("dies");
  expect(page.problems()).toEqual([]);
});

test("a node that cannot be read is reported, and what comes after it is read", async () => {
  page = openPage("");
  document.body.innerHTML = "<p id='bad' title='Mami dies.'></p><p>Mami dies in it.</p>";
  const bad = document.querySelector("#bad") as HTMLElement;
  Object.defineProperty(bad, "shadowRoot", {
    get() {
      throw new Error("no root today");
    },
  });
  await page.turn();
  page.clock.pass(1000);
  expect(veils()).toHaveLength(1);
  expect(bad.title).toBe("Spoiler hidden");
  expect(page.problems()).toEqual(["reading: no root today"]);
});

test("no more is told of what goes wrong than the background takes", async () => {
  page = openPage("");
  document.body.innerHTML = "<p></p>".repeat(50);
  [...document.querySelectorAll("p")].forEach((bad, i) => {
    Object.defineProperty(bad, "shadowRoot", {
      get() {
        throw new Error(`${i} ${"x".repeat(1000)}`);
      },
    });
  });
  await page.turn();
  expect(page.problems()).toHaveLength(20);
  expect(Math.max(...page.problems().map((words) => words.length))).toBe("reading: ".length + 500);
});

test("above a shadow tree is its host, and above a link that stands nowhere is nothing", () => {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const link = document.createElement("a");
  link.href = "https://site.example/a";
  expect(link.host).toBe("site.example");
  expect(above(link)).toBeNull();
  root.append(link);
  expect(above(link)).toBe(root);
  expect(above(root)).toBe(host);
  expect(above(document)).toBeNull();
});

test("what asks a node can be given to map: real browsers refuse the index that comes along", () => {
  const ask = Node.prototype.getRootNode;
  const given: unknown[][] = [];
  Node.prototype.getRootNode = function (...all: [GetRootNodeOptions?]) {
    given.push(all);
    return ask.apply(this, all);
  };
  try {
    expect([document.body, document.head].map(rootOf)).toEqual([document, document]);
  } finally {
    Node.prototype.getRootNode = ask;
  }
  expect(given).toEqual([[], []]);
});
