// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createListeners } from "../../../lib/page/listeners.ts";
import { type Settling, whenSettled } from "../../../lib/page/settle.ts";
import { createClock } from "./fixtures.ts";

let clock: ReturnType<typeof createClock>;
let life: AbortController;
let settled = 0;
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
    done: () => settled++,
  });
};
beforeEach(() => {
  clock = createClock();
  life = new AbortController();
  settled = 0;
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
  state("complete");
});

test("after the load and two seconds of rest, once", () => {
  state("loading");
  start();
  clock.pass(1500);
  document.dispatchEvent(new Event("DOMContentLoaded"));
  clock.pass(500);
  window.dispatchEvent(new Event("load"));
  clock.pass(1950);
  expect(settled).toBe(0);
  clock.pass(100);
  expect(settled).toBe(1);
  clock.pass(20_000);
  expect(settled).toBe(1);
});

test("each change of structure puts it off, but not beyond the ceiling", () => {
  start();
  clock.pass(1800);
  settling.stir();
  clock.pass(1900);
  expect(settled).toBe(0);
  clock.pass(200);
  expect(settled).toBe(1);
  start();
  for (let i = 0; i < 12; i++) {
    clock.pass(400);
    settling.stir();
  }
  expect(settled).toBe(1);
  clock.pass(300);
  expect(settled).toBe(2);
});

test("a page that is never written to its end, or never loads, settles all the same", () => {
  state("loading");
  start();
  clock.pass(9900);
  expect(settled).toBe(0);
  clock.pass(200);
  expect(settled).toBe(1);
  start();
  document.dispatchEvent(new Event("DOMContentLoaded"));
  clock.pass(5100);
  expect(settled).toBe(2);
});

test("at once for a copy, a print, a search and a selection, but not for a click or a key that the page makes up", () => {
  const key = (init: KeyboardEventInit, person = true) =>
    window.dispatchEvent(new KeyboardEvent("keydown", { composed: person, ...init }));
  const select = (isCollapsed: boolean) => {
    vi.spyOn(window, "getSelection").mockReturnValue({ isCollapsed } as Selection);
    document.dispatchEvent(new Event("selectionchange"));
  };
  start();
  select(true);
  key({ key: "f" });
  key({ key: "f", ctrlKey: true }, false);
  expect(settled).toBe(0);
  const ways = [
    () => window.dispatchEvent(new Event("copy")),
    () => window.dispatchEvent(new Event("beforeprint")),
    () => key({ key: "F3" }),
    () => key({ key: "f", ctrlKey: true }),
    () => key({ key: "f", metaKey: true }),
    () => select(false),
  ];
  ways.forEach((way, index) => {
    if (index) start();
    way();
    expect(settled).toBe(index + 1);
  });
});

test("after the shield's end nothing settles", () => {
  start();
  life.abort();
  clock.pass(20_000);
  window.dispatchEvent(new Event("copy"));
  expect(settled).toBe(0);
});
