// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { createListeners } from "../../../lib/page/listeners.ts";
import { openPage, type Page, veils } from "./fixtures.ts";

let page: Page;
afterEach(() => {
  expect(page.problems()).toEqual([]);
  page.stop();
});

test("whatever is listened to on window and document is listened to again after document.open", async () => {
  const view = document.defaultView as Window;
  const heard = () => [view, document].map(({ addEventListener }) => addEventListener).flatMap(typesOf);
  const typesOf = (add: unknown) =>
    vi.mocked(add as Document["addEventListener"]).mock.calls.map(([type]) => type);
  for (const target of [view, document]) vi.spyOn(target, "addEventListener");
  page = openPage("<p>Mami dies.</p><my-card></my-card>");
  expect(veils()).toHaveLength(1);
  const before = heard().sort();
  for (const type of ["animationstart", "contextmenu", "pageshow"]) expect(before).toContain(type);
  vi.clearAllMocks();
  const root = document.documentElement;
  const other = root.cloneNode(true);
  root.remove();
  document.append(other);
  await page.turn();
  expect(heard().sort()).toEqual(before);
  vi.restoreAllMocks();
});

test("listeners that document.open has taken away are put back with the new root", () => {
  page = openPage("");
  const target = new EventTarget();
  const owner = { documentElement: document.documentElement } as { documentElement: Element };
  const listeners = createListeners(owner as Document);
  const life = new AbortController();
  const on = vi.fn();
  const fire = () => {
    on.mockClear();
    target.dispatchEvent(new Event("click"));
    return on.mock.calls.length;
  };
  listeners.add(target, "click", on, life.signal);
  target.removeEventListener("click", on, true);
  listeners.check();
  expect(fire()).toBe(0);
  owner.documentElement = document.createElement("html");
  listeners.check();
  expect(fire()).toBe(1);
  owner.documentElement = document.createElement("html");
  listeners.check();
  expect(fire()).toBe(1);
  life.abort();
  owner.documentElement = document.createElement("html");
  listeners.check();
  expect(fire()).toBe(0);
});
