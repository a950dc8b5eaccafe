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
};

/** The most that is asked in one task, with so many of them; whatever has come has been read in the end. */
async function mostAtOnce(count: number, make: Make, put: (typeof ways)[string]): Promise<number> {
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
  while (tasks.length) tasks.shift()?.();
  const nodes = Array.from({ length: count }, (_, i) => make(i));
  const last = element("p", "Mami dies.")(0) as Element;
  put(document.getElementById("room") as Element, [...nodes, last]);
  done.work = 0;
  await page.turn();
  let most = done.work;
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
  return most;
}

const cases = Object.entries(kinds).flatMap(([kind, make]) =>
  Object.entries(ways).map(([way, put]) => [kind, way, make, put] as const),
);

afterAll(() => record("large pages in small portions", { cases: cases.length }));

test.each(cases)(
  "%s, %s: of twice as many no more is done in one task",
  async (_kind, _way, make, put) => {
    const [half, whole] = [await mostAtOnce(4000, make, put), await mostAtOnce(8000, make, put)];
    expect(whole / half).toBeLessThan(1.3);
  },
  120_000,
);
