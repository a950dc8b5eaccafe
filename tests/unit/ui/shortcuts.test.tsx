// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { i18n } from "#i18n";
import { type Command, Shortcuts } from "../../../lib/ui/options/shortcuts.tsx";

let now: Command[];
const commands = async () => now;
const change = vi.fn(async () => {});

beforeEach(async () => {
  now = [
    { name: "toggle-site", description: "Switch the shield", shortcut: "Alt+Shift+S" },
    { name: "next-veil", description: "Next passage", shortcut: "" },
    { name: "_execute_action", description: "", shortcut: "Alt+Shift+P" },
  ];
  document.body.innerHTML = "<main></main>";
  await draw(change);
});

const draw = (way: typeof change | undefined) =>
  act(async () => render(<Shortcuts commands={commands} change={way} />, document.querySelector("main")!));
const rows = () =>
  [...document.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));

test("each command stands there with its key, or that it has none", () => {
  expect(rows()).toEqual([
    ["Switch the shield", "Alt+Shift+S"],
    ["Next passage", i18n.t("shortcuts.unset")],
    [i18n.t("shortcuts.popup"), "Alt+Shift+P"],
  ]);
});

test("keys that were changed in the browser are read when the reader comes back", async () => {
  await act(async () => document.querySelector("button")!.click());
  expect(change).toHaveBeenCalledOnce();
  now = [{ ...now[0], shortcut: "Alt+J" }];
  await act(async () => {
    dispatchEvent(new Event("focus"));
  });
  expect(rows()).toEqual([["Switch the shield", "Alt+J"]]);
});

test("where the browser has no page for them there is no way to it", async () => {
  await draw(undefined);
  expect(document.querySelector("button")).toBeNull();
});
