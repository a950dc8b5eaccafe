// @vitest-environment happy-dom
/** Very much that comes at once is read in portions, under one cover. */
import { expect, test } from "vitest";
import { marked } from "../../../lib/page/cover.ts";
import { visibleText } from "./fixtures.ts";
import { openSlow } from "./slow-page.ts";

test.each([
  [100, false],
  [3000, true],
])("of %i nodes that came together the rest is covered, through their parent: %s", async (count, through) => {
  const { page, rest } = openSlow("<main><p>Clean.</p></main>");
  const main = document.querySelector("main") as Element;
  main.append(
    ...Array.from({ length: count }, () => Object.assign(document.createElement("p"), { textContent: "A." })),
  );
  await page.turn();
  expect(main.hasAttribute("data-spoiler-crowd")).toBe(through);
  const covered = main.querySelectorAll("[data-spoiler-cover]").length;
  if (through) expect(covered).toBeLessThan(10);
  else expect(covered).toBeGreaterThan(90);
  rest();
  expect(document.querySelector(marked)).toBeNull();
});

/** So many that they are read from the first on, without being looked at one by one. */
const crowd = () =>
  Array.from({ length: 2500 }, () => Object.assign(document.createElement("p"), { textContent: "A." }));

// Not in turn at both ends: of what stands beside it the records of happy-dom tell nothing.
test.each<[string, (main: Element, nodes: readonly Element[]) => void]>([
  ["at the end", (main, nodes) => main.append(...nodes)],
  ["at the beginning", (main, nodes) => main.prepend(...nodes)],
  [
    "at the end, of which the first is then moved behind the last",
    (main, nodes) => main.append(...nodes, nodes[0]!),
  ],
  [
    "at the end, of which the last is then moved before the first",
    (main, nodes) => {
      main.append(...nodes);
      nodes[0]?.before(nodes.at(-1)!);
    },
  ],
  [
    "and is taken out again in part",
    (main, nodes) => {
      main.append(...nodes);
      for (const node of nodes.slice(2, -2)) node.remove();
    },
  ],
  [
    "in one place, and is then put into another",
    (main, nodes) => {
      const other = document.createElement("div");
      main.before(other);
      other.append(...nodes);
      main.append(...nodes);
    },
  ],
])("a crowd is read to its end, and nothing of it seen before, that comes %s", async (_, put) => {
  const { page, rest } = openSlow("<main><p>Clean.</p></main>");
  const nodes = crowd();
  for (const at of [0, 1, 1250, -2, -1]) (nodes.at(at) as Element).textContent = "Mami dies. D.";
  put(document.querySelector("main") as Element, nodes);
  await page.turn();
  expect(visibleText()).not.toContain("dies");
  rest();
  expect(document.querySelector(marked)).toBeNull();
  expect(document.body.textContent).not.toContain("dies");
});

test("the mark of a crowd comes back where the page takes it, and a copy does not keep it", async () => {
  const { page, rest } = openSlow("<main></main>");
  const main = document.querySelector("main") as Element;
  main.append(...crowd());
  await page.turn();
  main.removeAttribute("data-spoiler-crowd");
  const copy = main.cloneNode() as Element;
  copy.setAttribute("data-spoiler-crowd", "crowd");
  copy.append("Tea.");
  document.body.append(copy);
  await page.turn();
  expect(main.hasAttribute("data-spoiler-crowd")).toBe(true);
  rest();
  expect(document.querySelector(marked)).toBeNull();
});
