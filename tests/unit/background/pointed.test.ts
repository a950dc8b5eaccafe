import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPointed } from "../../../lib/background/pointed.ts";
import type { VeilItem } from "../../../lib/messages.ts";

const frame = (tabId: number, frameId = 0) => ({ tabId, frameId, url: undefined });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setup() {
  const offered: (readonly VeilItem[])[] = [];
  const pointed = createPointed({
    offer: (items) => void offered.push(items),
    later(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  return { pointed, offered };
}

test("offered while a frame says so", () => {
  const { pointed, offered } = setup();
  pointed.tell(frame(7), ["show", "spare"]);
  pointed.tell(frame(7), []);
  pointed.tell(frame(7), []);
  expect(offered).toEqual([["show", "spare"], []]);
});

test("a frame that the pointer has left takes nothing from the one that it has gone to", () => {
  const { pointed, offered } = setup();
  pointed.tell(frame(7), ["show"]);
  pointed.tell(frame(7, 4), ["spare"]);
  pointed.tell(frame(7), []);
  pointed.tell(frame(8, 4), []);
  expect(offered).toEqual([["show"], ["spare"]]);
});

test("gone with another tab, another page, or the tab itself; what happens elsewhere does not matter", () => {
  const { pointed, offered } = setup();
  pointed.leave();
  pointed.tell(frame(7), ["show"]);
  pointed.leave(8);
  expect(offered).toEqual([["show"]]);
  pointed.leave(7);
  pointed.tell(frame(8), ["spare"]);
  pointed.leave();
  expect(offered).toEqual([["show"], [], ["spare"], []]);
});

test("a frame's word does not count for ever: it may have been taken away", () => {
  const { pointed, offered } = setup();
  pointed.tell(frame(7), ["show"]);
  vi.advanceTimersByTime(6_000);
  pointed.tell(frame(7), ["show"]);
  vi.advanceTimersByTime(9_000);
  expect(offered).toEqual([["show"], ["show"]]);
  vi.advanceTimersByTime(2_000);
  expect(offered.at(-1)).toEqual([]);
  vi.advanceTimersByTime(60_000);
  expect(offered).toHaveLength(3);
});
