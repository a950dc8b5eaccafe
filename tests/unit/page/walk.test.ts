// @vitest-environment happy-dom
/** Pages with more text than is read at once. */
import { afterEach, expect, test, vi } from "vitest";
import { fakeDetector, openPage, type Page, visibleText } from "./fixtures.ts";
import { openSlow } from "./slow-page.ts";

let page: Page;
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
});

/** Of the page that is stopped behind the test. */
function slow(...how: Parameters<typeof openSlow>) {
  const opened = openSlow(...how);
  page = opened.page;
  return opened.rest;
}

test("over budget the rest is covered and read in the next task", async () => {
  const rest = slow("<p>Clean.</p>");
  document.body.insertAdjacentHTML("beforeend", "<div><p>A.</p><p>B.</p><p>C.</p><p>Mami dies. D.</p></div>");
  await page.turn();
  expect(visibleText()).toBe("Clean.A.B.");
  rest();
  expect(visibleText()).toBe("Clean.A.B.C. D.");
  expect(document.querySelector("[data-spoiler-cover]")).toBeNull();
});

test("where the page takes its time we take ours, and never so much that the page would feel it", async () => {
  const rest = slow("<p>Clean.</p>", 100);
  document.body.insertAdjacentHTML("beforeend", `<div>${"<p>A.</p>".repeat(900)}</div>`);
  await page.turn();
  const portions = rest();
  const most = Math.max(...portions.map(({ took }) => took));
  expect(most).toBeGreaterThan(30);
  expect(most).toBeLessThanOrEqual(46);
});

test("a line as long as a page is read in portions too, each of its passages once, and covered until its end", async () => {
  const read: string[] = [];
  const rest = slow("<p>Clean.</p>", 0, (text) => read.push(text));
  const p = document.createElement("p");
  p.textContent = `${"Tea. ".repeat(80_000)}Mami dies. D.`;
  document.body.append(p);
  await page.turn();
  expect(p.hasAttribute("data-spoiler-cover")).toBe(true);
  expect(read.length).toBeLessThan(10);
  const portions = rest();
  expect(Math.max(...portions.map(({ took }) => took))).toBeLessThanOrEqual(46);
  expect(read).toHaveLength(41);
  expect(new Set(read).size).toBe(2);
  expect(visibleText()).toMatch(/^Clean\.Tea\. .* Tea\. {2}D\.$/);
  expect(document.querySelector("[data-spoiler-cover]")).toBeNull();
});

test("labels are read in the same portions, and what has them is covered until then", async () => {
  const rest = slow("<p>Clean.</p>");
  document.body.insertAdjacentHTML(
    "beforeend",
    `<div>${'<img alt="Tea.">'.repeat(90)}<img alt="Mami dies."></div>`,
  );
  const last = document.querySelector("img:last-of-type") as Element;
  await page.turn();
  expect(last.matches("[data-spoiler-cover=unread]")).toBe(true);
  const portions = rest();
  expect(portions.length).toBeGreaterThan(5);
  expect(Math.max(...portions.map(({ took }) => took))).toBeLessThanOrEqual(46);
  expect(last.getAttribute("alt")).toBe("Spoiler hidden");
  expect(document.querySelector("[data-spoiler-cover=unread]")).toBeNull();
});

/** A line in which each word has an element of its own. */
function lineOf(words: readonly string[]): HTMLElement {
  const line = document.createElement("p");
  for (const word of words) line.append(Object.assign(document.createElement("b"), { textContent: word }));
  return line;
}

test("a line of very many elements is read in parts that end with a sentence, and not gathered again for each", async () => {
  const read: string[] = [];
  const rest = slow("<p>Clean.</p>", 0, (text) => read.push(text));
  const words = ["A ", "cup ", "of ", "tea. "];
  const line = lineOf([...Array.from({ length: 3000 }, () => words).flat(), "Mami ", "dies. ", "D."]);
  const first = line.firstChild?.firstChild as Text;
  const data = vi.spyOn(Object.getPrototypeOf(Object.getPrototypeOf(first)), "data", "get");
  document.body.append(line);
  await page.turn();
  rest();
  const asked = data.mock.contexts.filter((node) => node === first).length;
  data.mockRestore();
  expect(asked).toBeLessThan(20);
  expect(read.length).toBeGreaterThan(3);
  expect(read.filter((text) => !text.endsWith(".") || text.startsWith("cup"))).toEqual([]);
  expect(read.join(" ")).toBe(`${"A cup of tea. ".repeat(3000)}Mami dies. D.`);
  expect(visibleText()).not.toContain("Mami");
});

test("a line that is cut is one again where the page makes it short: what tells is found across the old cut", async () => {
  const rest = slow("<p>Clean.</p>");
  const tea = Array.from({ length: 2000 }, () => "tea. ");
  const line = lineOf([...tea, "Mami di", ...tea, "es. ", "D."]);
  document.body.append(line);
  await page.turn();
  rest();
  expect(line.textContent).toContain("Mami");
  for (const child of [...line.children]) if (child.textContent === "tea. ") child.remove();
  await page.turn();
  rest();
  expect(visibleText().replace(/\s+/g, " ")).toBe("Clean. D.");
});

test("what tells far on in an endless line is covered with the whole of that, and seen after a click", async () => {
  const rest = slow("<p>Clean.</p>");
  const tea = Array.from({ length: 8000 }, () => "tea. ");
  const line = lineOf(["Homura ", "dies. ", ...tea, "Mami ", "dies. ", ...tea]);
  document.body.append(line);
  await page.turn();
  expect(visibleText()).toBe("Clean.");
  rest();
  expect(line.getAttribute("data-spoiler-cover")).toBe("alone");
  expect(line.textContent).not.toContain("Homura");
  line.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  expect(line.hasAttribute("data-spoiler-cover")).toBe(false);
  expect(visibleText()).toContain("Mami dies.");
  expect(visibleText()).not.toContain("Homura");
});

test("each eighth of the portions lets the page's frame go first", async () => {
  const rest = slow("<p>Clean.</p>", 100);
  document.body.insertAdjacentHTML("beforeend", `<div>${"<p>A.</p>".repeat(900)}</div>`);
  await page.turn();
  const urgent = rest().map((portion) => portion.urgent);
  expect(urgent.length).toBeGreaterThan(16);
  expect(urgent).toEqual(urgent.map((_, i) => i % 8 !== 0));
});

test("where a frame takes so long that the page's scripts would have no turn, each second portion waits in line", async () => {
  const rest = slow("<p>Clean.</p>", 500);
  document.body.insertAdjacentHTML("beforeend", `<div>${"<p>A.</p>".repeat(300)}</div>`);
  await page.turn();
  const urgent = rest().map((portion) => portion.urgent);
  expect(urgent.length).toBeGreaterThan(8);
  expect(urgent).toEqual(urgent.map((_, i) => i % 2 !== 0));
});

test("what reading takes is made ready in tasks of their own, while all that waits for it is covered", () => {
  const soon: (() => void)[] = [];
  let time = 0;
  let missing = 3;
  const reader = fakeDetector();
  page = openPage("<h1>Mami</h1><p>Mami dies. D.</p><div>E.</div>", {
    settle: false,
    schedule: {
      now: () => time,
      soon: (run) => void soon.push(run),
      idle: () => {},
      later: () => () => {},
      frame: () => {},
      frameStart: () => {},
    },
    detector: () => ({
      ...reader,
      tryRead: (passage, before) => (missing > 0 ? undefined : reader.read(passage, before)),
      prepare() {
        // More than a portion has room for beside anything else.
        time += 32;
        return --missing === 0;
      },
    }),
  });
  for (const left of [3, 2, 1]) {
    expect(missing).toBe(left);
    expect(visibleText()).toBe("");
    // Each by itself: a page that is covered as a whole is blank.
    expect(document.documentElement.hasAttribute("data-spoiler-cover")).toBe(false);
    expect(document.body.hasAttribute("data-spoiler-cover")).toBe(false);
    soon.shift()?.();
  }
  while (soon.length) soon.shift()?.();
  expect(document.querySelector("p")?.hasAttribute("data-spoiler-cover")).toBe(true);
  expect(visibleText()).toBe("MamiE.");
});

test("what has been read of a long tree is seen while the rest waits, each by itself", async () => {
  const rest = slow("<p>Clean.</p>");
  document.body.insertAdjacentHTML(
    "beforeend",
    `<main>${"<p>A.</p>".repeat(500)}<p>Mami dies. D.</p></main>`,
  );
  const main = document.querySelector("main") as Element;
  await page.turn();
  const covered = () => [...main.children].map((p) => p.getAttribute("data-spoiler-cover"));
  expect(main.hasAttribute("data-spoiler-cover")).toBe(false);
  expect(covered()).toEqual([null, null, ...Array(499).fill("unread")]);
  // What the page takes out before it has been read comes back as something new.
  const [taken] = [...main.children].slice(-2) as [Element];
  taken.remove();
  rest();
  expect(main.querySelector("[data-spoiler-cover]")).toBeNull();
  expect(taken.hasAttribute("data-spoiler-cover")).toBe(false);
  expect(main.textContent).not.toContain("Mami");
});

test("what follows is read although the page takes out the very node that would have been next", async () => {
  const rest = slow("<p>Clean.</p>");
  document.body.insertAdjacentHTML(
    "beforeend",
    `<main>${"<section><p>A.</p><p>B.</p></section>".repeat(50)}<p>Mami dies. D.</p></main>`,
  );
  await page.turn();
  document.querySelector("[data-spoiler-cover]")?.remove();
  rest();
  expect(document.querySelector("[data-spoiler-cover]")).toBeNull();
  expect(document.querySelector("main")?.textContent).not.toContain("Mami");
});

test("five megabytes do not hang", { retry: 3 }, () => {
  const start = performance.now();
  page = openPage(`<p>${"Lorem ipsum dolor sit amet. ".repeat(180_000)}Mami dies.</p>`);
  page.clock.pass(10_000);
  expect(page.shield.summary().veils).toBe(1);
  expect(performance.now() - start).toBeLessThan(5000);
});

test("so is what stands in a shadow tree, whether in elements or by itself", async () => {
  for (const inside of ["<p>Homura dies. E.</p>", "Homura dies. E."]) {
    const rest = slow("<p>Clean.</p>");
    const host = document.createElement("my-card");
    const root = host.attachShadow({ mode: "open" });
    root.innerHTML = inside;
    document.body.append(host, ...["A.", "B.", "C."].map(paragraph));
    await page.turn();
    const covered = "[data-spoiler-cover]";
    expect(root.querySelector(covered) ?? host.closest(covered)).not.toBeNull();
    rest();
    expect(root.querySelectorAll("spoiler-veil")).toHaveLength(1);
    expect(root.querySelector(covered) ?? host.closest(covered)).toBeNull();
    page.stop();
  }
});

function paragraph(text: string): HTMLElement {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}
