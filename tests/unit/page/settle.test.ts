// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createListeners } from "../../../lib/page/listeners.ts";
import { type Settling, whenSettled } from "../../../lib/page/settle.ts";
import { createClock } from "./fixtures.ts";

let clock: ReturnType<typeof createClock>;
let life: AbortController;
let changes = 0;
/** Of the last change. */
let atOnce: boolean | undefined;
let sleepers = false;
/** Does something stay covered for good? */
let stays = false;
let settling: Settling;

const state = (value: DocumentReadyState) =>
  Object.defineProperty(document, "readyState", { value, configurable: true });
const start = () => {
  settling = whenSettled({
    document,
    schedule: clock.schedule,
    trusted: (event) => event.composed,
    signal: life.signal,
    listeners: createListeners(document),
    sleepers: () => stays || (sleepers && !settling?.awake),
    changed: (urgent) => {
      changes++;
      atOnce = urgent;
    },
  });
};
beforeEach(() => {
  clock = createClock();
  life = new AbortController();
  changes = 0;
  sleepers = stays = false;
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
  state("complete");
});

test("after the load and two seconds of rest", () => {
  state("loading");
  start();
  clock.pass(1500);
  document.dispatchEvent(new Event("DOMContentLoaded"));
  clock.pass(500);
  window.dispatchEvent(new Event("load"));
  clock.pass(1950);
  expect(settling.settled).toBe(false);
  clock.pass(100);
  expect([settling.settled, settling.awake, changes, atOnce]).toEqual([true, true, 1, false]);
  clock.pass(20_000);
  expect(changes).toBe(1);
});

test("each change of structure puts it off, but not beyond the ceiling", () => {
  start();
  clock.pass(1800);
  settling.stir();
  clock.pass(1900);
  expect(settling.settled).toBe(false);
  clock.pass(200);
  expect(settling.settled).toBe(true);
  start();
  for (let i = 0; i < 12; i++) {
    clock.pass(400);
    settling.stir();
  }
  expect(settling.settled).toBe(false);
  clock.pass(300);
  expect(settling.settled).toBe(true);
});

test("a page that is never written to its end, or never loads, settles all the same", () => {
  state("loading");
  start();
  clock.pass(9900);
  expect(settling.settled).toBe(false);
  clock.pass(200);
  expect(settling.settled).toBe(true);
  start();
  document.dispatchEvent(new Event("DOMContentLoaded"));
  clock.pass(5100);
  expect(settling.settled).toBe(true);
});

const key = (init: KeyboardEventInit, person = true) =>
  window.dispatchEvent(new KeyboardEvent("keydown", { composed: person, ...init }));
const select = (isCollapsed: boolean) => {
  vi.spyOn(window, "getSelection").mockReturnValue({ isCollapsed } as Selection);
  document.dispatchEvent(new Event("selectionchange"));
};

test("at once for a copy, a print, a search and a selection, but not for a click or a key that the page makes up", () => {
  start();
  select(true);
  key({ key: "f" });
  key({ key: "Tab" });
  key({ key: "f", ctrlKey: true }, false);
  expect(settling.settled).toBe(false);
  const ways = [
    () => window.dispatchEvent(new Event("copy")),
    () => window.dispatchEvent(new Event("beforeprint")),
    () => key({ key: "F3" }),
    () => key({ key: "f", ctrlKey: true }),
    () => key({ key: "f", metaKey: true }),
    () => select(false),
  ];
  for (const way of ways) {
    start();
    atOnce = undefined;
    way();
    expect([settling.settled, atOnce]).toEqual([true, true]);
  }
});

test("what scripts may still take over has eight seconds more, or until it is searched or gone through by keyboard", () => {
  sleepers = true;
  start();
  clock.pass(2200);
  expect([settling.settled, settling.awake]).toEqual([true, false]);
  clock.pass(7700);
  expect(settling.awake).toBe(false);
  clock.pass(200);
  expect(settling.awake).toBe(true);
  for (const name of ["F3", "Tab"]) {
    start();
    clock.pass(2200);
    key({ key: name });
    expect(settling.awake).toBe(true);
  }
});

test("the eight seconds begin when the page has loaded, for its scripts may come late, but not later than thirty", () => {
  sleepers = true;
  state("loading");
  start();
  document.dispatchEvent(new Event("DOMContentLoaded"));
  clock.pass(15_000);
  expect([settling.settled, settling.awake]).toEqual([true, false]);
  state("complete");
  window.dispatchEvent(new Event("load"));
  clock.pass(7900);
  expect(settling.awake).toBe(false);
  clock.pass(200);
  expect(settling.awake).toBe(true);
  state("loading");
  start();
  clock.pass(29_900);
  expect([settling.settled, settling.awake]).toEqual([true, false]);
  clock.pass(200);
  expect(settling.awake).toBe(true);
});

test("while something could come out of it there is an alarm, and no longer", () => {
  sleepers = true;
  start();
  select(false);
  expect([settling.settled, settling.awake, settling.alarm]).toEqual([true, false, true]);
  window.dispatchEvent(new Event("beforeprint"));
  select(true);
  expect(settling.alarm).toBe(true);
  window.dispatchEvent(new Event("afterprint"));
  expect(settling.alarm).toBe(false);
  window.dispatchEvent(new Event("copy"));
  expect(settling.alarm).toBe(true);
  clock.pass(1);
  expect([settling.alarm, settling.awake]).toEqual([false, false]);
});

test.each([
  true,
  false,
])("when all is awake an alarm or a key is told of where something stays covered: %s", (is) => {
  start();
  clock.pass(2200);
  expect(settling.awake).toBe(true);
  stays = is;
  changes = 0;
  select(false);
  expect([settling.alarm, changes, atOnce]).toEqual([true, Number(is), is]);
  select(true);
  expect([settling.alarm, changes]).toEqual([false, 2 * Number(is)]);
  key({ key: "F3" }, false);
  expect(settling.keyed).toBe(false);
  key({ key: "F3" });
  key({ key: "Tab" });
  expect([settling.keyed, settling.alarm, changes, atOnce]).toEqual([true, false, 3 * Number(is), is]);
});

test("after the shield's end nothing settles", () => {
  start();
  life.abort();
  clock.pass(20_000);
  window.dispatchEvent(new Event("copy"));
  expect(changes).toBe(0);
});
