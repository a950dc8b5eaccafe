// @vitest-environment happy-dom
/** What comes in thousands is read where it stands. */
import { beforeEach, expect, test } from "vitest";
import type { Splits } from "../../../lib/page/split.ts";
import { sift } from "../../../lib/page/watch.ts";
import { openPage, visibleText } from "./fixtures.ts";

const none = { size: 0, owner: () => null } as unknown as Splits;

const many = 4500;
const make = (count: number, text = "") =>
  Array.from({ length: count }, () => Object.assign(document.createElement("p"), { textContent: text }));
const at = (selector: string) => document.querySelector(selector) as Element;

/** What is to be read after this, one by one and in crowds. */
function come(work: () => void) {
  const observer = new MutationObserver(() => {});
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  work();
  const { nodes, crowds } = sift(observer.takeRecords(), none, undefined);
  return { nodes: [...nodes], crowds: [...crowds] };
}

beforeEach(() => {
  document.body.innerHTML = "<main><ul></ul><ol></ol></main><nav></nav>";
});

test("few are read one by one, many from the first of them on, together or not", () => {
  const few = come(() => at("ul").append(...make(2000)));
  expect(few.nodes).toHaveLength(2000);
  expect(few.crowds).toHaveLength(0);
  const first = make(2001);
  const together = come(() => at("ol").append(...first));
  expect(together.nodes).toHaveLength(0);
  expect(together.crowds).toHaveLength(1);
  expect(together.crowds[0]?.[0]).toBe(at("ol"));
  expect(together.crowds[0]?.[1]).toBe(first[0]);
  const next = make(2001);
  const apart = come(() => {
    for (const node of next) at("ol").append(node);
  });
  expect(apart.nodes).toHaveLength(0);
  expect(apart.crowds[0]?.[1]).toBe(next[0]);
});

test("what stands beside a crowd is read by itself, and what comes into it with it", () => {
  const other = document.createElement("b");
  const { nodes, crowds } = come(() => {
    at("nav").append(other);
    for (const row of make(2500)) {
      at("ul").append(row);
      const cell = document.createElement("b");
      row.append("Mami ", cell);
      cell.append("dies.");
    }
  });
  expect(nodes).toHaveLength(1);
  expect(nodes[0]).toBe(other);
  expect(crowds).toHaveLength(1);
  expect(crowds[0]?.[0]).toBe(at("ul"));
});

test("what was there before a crowd came, and is written in the same task, is read all the same", async () => {
  const page = openPage("<main>Tea. <b>Mami.</b> More tea.</main>");
  (at("main").firstChild as Text).data = "Mami dies. ";
  at("main").append(...make(2001, "Tea."));
  await page.turn();
  page.clock.pass(1000);
  expect(visibleText(at("main")).slice(0, 20)).toMatch(/^ *Mami\./);
  expect(page.problems()).toEqual([]);
  page.stop();
});

test.each([
  ["ul", ["ul"]],
  ["main", ["ul", "ol"]],
  ["body", ["ol", "nav"]],
])("too much here and there, changed or new, is read with what all of it stands in: %s", (all, lists) => {
  for (const list of lists) at(list).append(...make(many / lists.length, "Tea."));
  const { nodes, crowds } = come(() => {
    for (const list of lists)
      for (const [i, p] of [...at(list).children].entries())
        if (i % 2) p.append("Mami dies.");
        else (p.firstChild as Text).data = "Mami dies.";
  });
  expect(nodes).toHaveLength(0);
  expect(crowds).toHaveLength(1);
  expect(crowds[0]?.[0]).toBe(at(all));
  expect(crowds[0]?.[1]).toBeNull();
});

test("what has left the page meanwhile makes that no larger", () => {
  const gone = make(many);
  at("nav").append(...gone);
  at("ul").append(...make(many));
  const { crowds } = come(() => {
    for (const p of [...at("ul").children, ...gone]) p.append("Mami dies.");
    for (const p of gone) p.remove();
  });
  expect(crowds.map(([parent]) => (parent as Element).localName)).toEqual(["body"]);
});

test("a crowd that is written with what could be read of a text gets back what was hidden of it", async () => {
  const page = openPage("<main><p>Tea is nice. Mami dies. Cake is nice.</p></main>");
  const seen = at("p").textContent;
  expect(seen).not.toContain("dies");
  at("main").replaceChildren(...make(many, "Tea."), ...make(1, seen));
  await page.turn();
  page.shield.revealAll();
  expect(at("p:last-child").textContent).toBe("Tea is nice. Mami dies. Cake is nice.");
  expect(page.problems()).toEqual([]);
  page.stop();
});

test("nothing is put back before the first of a crowd, where it would not be read", async () => {
  const page = openPage(
    "<main><b>Tea is nice.  Cake is nice.</b><p>Tea is nice. Mami dies. Cake is nice.</p></main>",
  );
  const seen = at("p").textContent;
  at("p").textContent = "Tea.";
  at("main").append(...make(2001, "Tea."), ...make(1, "Tea is nice.  Cake is nice."));
  await page.turn();
  page.clock.pass(1000);
  expect(seen).toContain("nice.  Cake");
  expect(at("b").textContent).toBe("Tea is nice.  Cake is nice.");
  page.shield.revealAll();
  expect(at("p:last-child").textContent).toBe("Tea is nice. Mami dies. Cake is nice.");
  page.stop();
});
