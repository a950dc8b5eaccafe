// @vitest-environment happy-dom
/**
 * However much comes at once, the page has its turn meanwhile: no task of ours grows with it. What is counted is how
 * often a node is asked for anything (work.ts); time passes with each look at the clock.
 */
import { afterAll, expect, test } from "vitest";
import { marked } from "../../../lib/page/cover.ts";
import { record } from "../../figures.ts";
import { openPage } from "../page/fixtures.ts";
import { done } from "./work.ts";

type Make = (i: number) => Node;

const element =
  (name: string, text: string): Make =>
  () =>
    Object.assign(document.createElement(name), { textContent: text });

const kinds: Readonly<Record<string, Make>> = {
  "elements in one line": element("i", "tea. "),
  paragraphs: element("p", "Tea."),
  "empty elements": element("i", ""),
  labels: () => Object.assign(document.createElement("b"), { title: "Tea." }),
  texts: () => document.createTextNode("tea. "),
};

/** The browser tells of each by itself. */
const apart = "each to an element that was there";

/** How they come, in one task. */
const ways: Readonly<Record<string, (room: Element, nodes: readonly Node[]) => void>> = {
  together: (room, nodes) => room.append(...nodes),
  "one by one": (room, nodes) => {
    for (const node of nodes) room.append(node);
  },
  "before what is there": (room, nodes) => room.prepend(...nodes),
  "in a new element": (room, nodes) => {
    const wrapper = document.createElement("div");
    wrapper.append(...nodes);
    room.append(wrapper);
  },
  "each in a new element, when that is there": (room, nodes) => {
    for (const node of nodes) {
      const wrapper = document.createElement("div");
      room.append(wrapper);
      wrapper.append(node);
    }
  },
  [apart]: (room, nodes) => {
    for (const [i, node] of nodes.entries()) room.children[i]?.append(node);
  },
};

interface Work {
  /** What is asked when the page has changed. */
  readonly told: number;
  /** The most that is asked in one task after that. */
  readonly most: number;
}

/** With so many of them; whatever has come has been read in the end. */
async function workOf(count: number, make: Make, way: string): Promise<Work> {
  const tasks: (() => void)[] = [];
  const late: (() => void)[] = [];
  const soon = (run: () => void) => void tasks.push(run);
  let time = 0;
  const page = openPage("<p>Mami.</p><div id=room><b>Tea.</b></div>", {
    settle: false,
    schedule: {
      now: () => (time += 0.1),
      soon,
      idle: soon,
      later(run) {
        late.push(run);
        return () => {};
      },
      frame: () => {},
      frameStart: () => {},
    },
  });
  const room = document.getElementById("room") as Element;
  if (way === apart) room.append(...Array.from({ length: count }, () => document.createElement("div")));
  await page.turn();
  while (tasks.length) tasks.shift()?.();
  const nodes = Array.from({ length: count }, (_, i) => make(i));
  const last = element("p", "Mami dies.")(0) as Element;
  ways[way]?.(room, [...nodes, last]);
  done.work = 0;
  await page.turn();
  const told = done.work;
  let most = 0;
  const isCovered = () => last.closest(marked) !== null;
  const run = (task: () => void) => {
    done.work = 0;
    task();
    most = Math.max(most, done.work);
  };
  for (let next = tasks.shift(); next; next = tasks.shift()) {
    expect(isCovered()).toBe(true);
    run(next);
  }
  expect(isCovered()).toBe(true);
  // Until nothing is taken for a text that is still growing.
  for (let seconds = 0; seconds < 20; seconds++) {
    time += 1000;
    for (const next of [...late.splice(0), ...tasks.splice(0)]) run(next);
  }
  expect(document.querySelector(marked)).toBeNull();
  expect(last.textContent).toBe("");
  expect(page.problems()).toEqual([]);
  page.stop();
  return { told, most };
}

// Where each has a parent of its own it is no matter what comes.
const cases = Object.entries(kinds).flatMap(([kind, make]) =>
  Object.keys(ways)
    .filter((way) => kind === "texts" || !/^each/.test(way))
    .map((way) => [kind, way, make] as const),
);

afterAll(() => record("large pages in small portions", { cases: cases.length }));

test.each(cases)(
  "%s, %s: of twice as many no more is done in one task",
  async (_kind, way, make) => {
    const [half, whole] = [await workOf(4100, make, way), await workOf(8200, make, way)];
    const largest = ({ told, most }: Work) => (way === apart ? most : Math.max(told, most));
    expect(largest(whole) / largest(half)).toBeLessThan(1.3);
    // Of each change that the browser tells of apart, no more than where it is.
    if (way === apart) expect((whole.told - half.told) / 4100).toBeLessThan(4);
  },
  120_000,
);
