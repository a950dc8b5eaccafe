// @vitest-environment happy-dom
/** Shadow trees that come, go and come back. */
import { afterEach, describe, expect, test } from "vitest";
import { createRuleSet } from "../../../lib/detect/rules/ruled.ts";
import { closedSnapshot } from "../../../lib/preferences/snapshot.ts";
import { cues } from "../detect/cue-fixture.ts";
import { insideOf, openPage, type Page, veils, visibleText } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
});

/** Puts a shadow tree into the first such element, and lets the shield find it. */
async function attach(name: string, html: string): Promise<ShadowRoot> {
  const root = (document.querySelector(name) as Element).attachShadow({ mode: "open" });
  root.innerHTML = html;
  page.clock.pass(10);
  document.body.append("");
  await page.turn();
  return root;
}

test("what stands in a shadow tree is veiled again when its host comes back, whatever has been written meanwhile", async () => {
  page = openPage("<p>Mami</p><my-card></my-card>");
  const root = await attach("my-card", "<div><p>Homura dies.</p></div>");
  expect(veils(root)).toHaveLength(1);
  const { host } = root;
  for (const text of ["Homura dies.", "Sayaka dies."]) {
    host.remove();
    await page.turn();
    expect(root.textContent).toBe("Homura dies.");
    root.innerHTML = `<p>${text}</p>`;
    await page.turn();
    document.body.append(host);
    await page.turn();
    expect(veils(root)).toHaveLength(1);
    root.innerHTML = "<p>Homura dies.</p>";
    await page.turn();
  }
});

test("a tree that is a copy of another, veils and all, gets its text back", async () => {
  page = openPage("<p>Mami</p><my-card></my-card><my-copy></my-copy>");
  const root = await attach("my-card", "<p>One. Homura dies. Two.</p>");
  expect(veils(root)).toHaveLength(1);
  const copy = await attach("my-copy", root.innerHTML);
  expect(veils(copy)).toHaveLength(1);
  page.shield.revealAll();
  expect(copy.innerHTML).toBe("<p>One. Homura dies. Two.</p>");
});

test("a tree that comes just before a frame is read before it, however lately one was looked for", async () => {
  page = openPage("<p>Mami</p><my-card></my-card>");
  page.clock.pass(12);
  document.body.append("");
  await page.turn();
  const root = (document.querySelector("my-card") as Element).attachShadow({ mode: "open" });
  root.innerHTML = "<p>Homura dies.</p>";
  page.clock.pass(4);
  expect(veils(root)).toHaveLength(1);
});

test("a personal rule holds in a shadow tree that was read before the rule was known", async () => {
  page = openPage("<p>Mami</p><my-card></my-card>", { rules: createRuleSet(() => cues) });
  const root = await attach("my-card", "<p>The old lighthouse burns.</p>");
  expect(veils(root)).toHaveLength(0);
  const rules = [{ id: "a", kind: "phrase", text: "the old lighthouse" }] as const;
  page.shield.update({ ...closedSnapshot, revision: 1, rules: [...rules] }, true);
  expect(veils(root)).toHaveLength(1);
});

test("elements whose script comes late are read when it has come, however many there are", async () => {
  page = openPage(`<p>Mami</p>${"<my-comment></my-comment>".repeat(600)}`);
  page.clock.pass(20_000);
  customElements.define("my-comment", class extends HTMLElement {});
  const roots = [...document.querySelectorAll("my-comment")].map((host) =>
    host.attachShadow({ mode: "open" }),
  );
  for (const [index, root] of roots.entries()) root.innerHTML = `<p>Number ${index} dies.</p>`;
  page.clock.pass(500);
  expect(roots.filter((root) => veils(root).length === 1)).toHaveLength(600);
});

test("headings and quotations can have a shadow tree as well", async () => {
  page = openPage("<p>Mami</p><h2></h2><blockquote></blockquote>");
  expect(veils(await attach("h2", "<b>Mami dies.</b>"))).toHaveLength(1);
  expect(veils(await attach("blockquote", "<b>Mami dies.</b>"))).toHaveLength(1);
});

describe("closed trees of what is no custom element, with text beside them", () => {
  const names = "article aside blockquote div footer h1 h2 h6 header main nav p section span".split(" ");
  const html = `<p>Mami</p><div>${names.map((name) => `<${name} class="host">Tea and cake.</${name}>`).join("")}</div>`;
  const roots = () =>
    [...document.querySelectorAll(".host")].map((host) => {
      const root = host.attachShadow({ mode: "closed" });
      root.innerHTML = "<b>Homura dies.</b><slot></slot>";
      return root;
    });
  let asked = 0;
  const openShadow = (element: Element) => {
    asked++;
    return insideOf(element) ?? null;
  };
  const start = (body: string) => {
    asked = 0;
    page = openPage(body, { openShadow, gate: (text) => text.includes("Mami"), settle: false });
  };
  const hidden = (all: ShadowRoot[]) => all.map((root) => veils(root).length);

  test("are read with what comes into the page", async () => {
    start("<p>Mami</p>");
    page.clock.pass(4000);
    const parts = document.createElement("div");
    parts.innerHTML = html;
    document.body.append(parts);
    const all = roots();
    await page.turn();
    expect(hidden(all)).toEqual(names.map(() => 1));
  });

  test.each([
    [0, 17],
    [1000, 17 * 20],
  ])("are found where they come later: with %i paragraphs beside them within %i ms", (more, ms) => {
    start(html + "<p>Tea</p>".repeat(more));
    page.clock.pass(4000);
    const all = roots();
    page.clock.pass(ms);
    expect(hidden(all)).toEqual(names.map(() => 1));
  });

  test("are asked for less often where nothing has come for a second", () => {
    start(html + "<p>Tea</p>".repeat(1000));
    const inFrames = (ms: number) => {
      const before = asked;
      page.clock.pass(ms);
      return asked - before;
    };
    expect(inFrames(160)).toBeGreaterThanOrEqual(9 * 300);
    page.clock.pass(1000);
    expect(inFrames(160)).toBeLessThanOrEqual(11 * 60);
    document.body.append(document.createElement("p"));
    page.clock.pass(16);
    expect(inFrames(160)).toBeGreaterThanOrEqual(9 * 300);
  });

  test("are asked for only where there is something to hide, and for so long as a page gets new elements", () => {
    start(html.replaceAll("Mami", "Bread"));
    page.clock.pass(20_000);
    expect(asked).toBe(0);
    page.stop();
    start(html);
    page.clock.pass(20_000);
    const before = asked;
    expect(before).toBeGreaterThan(names.length);
    page.clock.pass(20_000);
    expect(asked).toBe(before);
  });

  test("are found where they come later inside other shadow trees", async () => {
    start("<p>Mami</p>");
    const outer = document.body.appendChild(document.createElement("div"));
    outer.attachShadow({ mode: "closed" }).innerHTML = "<section>Tea and cake.</section>";
    await page.turn();
    page.clock.pass(3000);
    const root = (insideOf(outer).firstElementChild as Element).attachShadow({ mode: "closed" });
    root.innerHTML = "<b>Homura dies.</b>";
    page.clock.pass(50);
    expect(hidden([root])).toEqual([1]);
  });

  test("are found when the shield is switched on, and for a while after that", async () => {
    start("<p>Mami</p>");
    page.shield.update(closedSnapshot, false);
    document.body.insertAdjacentHTML("beforeend", html);
    const all = roots();
    await page.turn();
    page.clock.pass(20_000);
    expect(hidden(all)).toEqual(names.map(() => 0));
    const late = document.body.appendChild(document.createElement("p"));
    late.textContent = "Tea.";
    await page.turn();
    page.shield.update(closedSnapshot, true);
    expect(hidden(all)).toEqual(names.map(() => 1));
    page.clock.pass(3000);
    all.push(late.attachShadow({ mode: "closed" }));
    all.at(-1)!.innerHTML = "<b>Homura dies.</b>";
    page.clock.pass(50);
    expect(hidden(all)).toEqual([...names, "p"].map(() => 1));
  });

  test("cost nothing more for one element that is made anew again and again", async () => {
    start(html + "<p>Tea</p>".repeat(1000));
    page.clock.pass(20_000);
    const before = asked;
    for (let i = 0; i < 10; i++) {
      const clock = document.createElement("span");
      clock.textContent = `12:${i}`;
      document.querySelector(".host")?.replaceWith(clock);
      clock.className = "host";
      await page.turn();
      page.clock.pass(1000);
    }
    // Each of them in each frame for as long as it stands there.
    expect(asked - before).toBeLessThan(1000);
  });
});

test.each([
  ["empty", "", 17, 34],
  // The parser writes what stands in an element after the element.
  ["written", "Tea and cake.", 1, 1],
])("an element that is read before it has its inside is asked in each frame only while it is empty: %s", async (_, text, least, most) => {
  let asked = 0;
  const openShadow = (element: Element) => {
    if (element.localName === "div") asked++;
    return null;
  };
  page = openPage("<p>Bread</p>", { openShadow, gate: () => false });
  const late = document.body.appendChild(document.createElement("div"));
  await page.turn();
  late.textContent = text;
  asked = 0;
  page.clock.pass(16 * 17);
  expect(asked).toBeGreaterThanOrEqual(least);
  expect(asked).toBeLessThanOrEqual(most);
});

test("of hundreds of empty elements some are asked in each frame where there is nothing to hide, and all in turn", async () => {
  let asked = 0;
  const openShadow = (element: Element) => {
    if (element.localName === "section") asked++;
    return insideOf(element) ?? null;
  };
  page = openPage("<p>Bread</p>", { openShadow, gate: (text) => text.includes("Mami") });
  const parts = document.createElement("div");
  parts.innerHTML = "<section></section>".repeat(300);
  document.body.append(parts);
  await page.turn();
  asked = 0;
  page.clock.pass(16 * 6);
  expect(asked).toBeGreaterThan(6 * 90);
  // And the newest once more with each look at the page.
  expect(asked).toBeLessThan(6 * 110);
  const roots = [...parts.children].map((host) => host.attachShadow({ mode: "closed" }));
  for (const root of roots) root.innerHTML = "<b>Mami. Homura dies.</b>";
  page.clock.pass(16 * 6);
  expect(roots.filter((root) => visibleText(root.firstChild!).includes("dies"))).toEqual([]);
});
