import { beforeEach, expect, test, vi } from "vitest";
import { createGestures } from "../../../lib/background/gestures.ts";
import { mostRules } from "../../../lib/catalog/rule.ts";
import type { EditFor } from "../../../lib/preferences/choices.ts";
import { phraseRule } from "../../../lib/preferences/phrase.ts";
import { FakeArea, freshProfile, start } from "../preferences/fixtures.ts";

beforeEach(() => {
  freshProfile();
  ids = 0;
});

let ids = 0;
function setup(host: string | undefined = "www.a.example", refuse = false) {
  const { preferences } = start(new FakeArea());
  const send = vi.fn(async (): Promise<unknown> => undefined);
  const showRules = vi.fn();
  const edit = async (change: EditFor) => {
    if (refuse) throw new Error("the store is closed");
    return preferences.edit(change);
  };
  const gestures = createGestures({
    edit,
    send,
    hostOf: async () => host,
    now: () => 10,
    newId: () => `r${++ids}`,
    showRules,
  });
  return { gestures, preferences, send, showRules, state: () => preferences.state() };
}

test("the shortcut switches the site off and on again, by whatever it is off", async () => {
  const { gestures, preferences, state } = setup();
  await gestures.shortcut("toggle-site", 7);
  expect((await state()).sitesOff).toEqual(["a.example"]);
  await gestures.shortcut("toggle-site", 7);
  expect((await state()).sitesOff).toEqual([]);
  await preferences.edit({ sites: { "*.example": false } });
  await gestures.shortcut("toggle-site", 7);
  // Other sites that the pattern covers stay off.
  expect((await state()).sitesOff).toEqual(["!a.example", "*.example"]);
  await gestures.shortcut("toggle-site", 7);
  expect((await state()).sitesOff).toEqual(["*.example", "a.example"]);
});

test.each([
  [2, []],
  [3, ["a.example"]],
])("pressed %i times in a row it counts every time", async (times, sitesOff) => {
  const { gestures, state } = setup();
  await Promise.all(Array.from({ length: times }, () => gestures.shortcut("toggle-site", 7)));
  expect((await state()).sitesOff).toEqual(sitesOff);
});

test("a pause that is ended by two presses is over, and the site is off only once", async () => {
  const { gestures, preferences, state } = setup();
  await preferences.edit({ pause: { until: 99 } });
  await Promise.all([gestures.shortcut("toggle-site", 7), gestures.shortcut("toggle-site", 7)]);
  expect(await state()).toMatchObject({ pause: null, sitesOff: ["a.example"] });
});

test("where a choice cannot be saved nothing happens, and nobody waits for it", async () => {
  const { gestures, state } = setup(undefined, true);
  await gestures.shortcut("toggle-site", 7);
  await gestures.menu("hide:alpha", { tabId: 7, selection: "The captain is her father." });
  expect((await state()).revision).toBe(0);
});

test("while paused, the same shortcut ends the pause and leaves the site as it is", async () => {
  const { gestures, preferences, state } = setup();
  await preferences.edit({ pause: { until: 99 } });
  await gestures.shortcut("toggle-site", 7);
  expect(await state()).toMatchObject({ pause: null, sitesOff: [] });
});

test("where there is no site nothing happens", async () => {
  const { gestures, state } = setup("");
  await gestures.shortcut("toggle-site", 7);
  expect((await state()).revision).toBe(0);
});

test("the other shortcuts go to the page", async () => {
  const { gestures, send } = setup();
  await gestures.shortcut("reveal-all", 7);
  await gestures.shortcut("next-veil", 8);
  expect(send.mock.calls).toEqual([
    [7, { type: "reveal-all" }],
    [8, { type: "next-veil" }],
  ]);
});

test("what is chosen on a veil goes to the frame in which the menu was opened", async () => {
  const { gestures, send, state } = setup();
  await gestures.menu("veil:seen", { tabId: 7, frameId: 3, selection: "words beside it" });
  expect(send.mock.calls).toEqual([[7, { type: "choose", item: "seen" }, 3]]);
  expect((await state()).revision).toBe(0);
});

test("a selection becomes a rule of the chosen show", async () => {
  const { gestures, state } = setup();
  await gestures.menu("hide:alpha", { tabId: 7, selection: "  The captain \u00a0 is her father. " });
  expect((await state()).rules).toEqual([
    { id: "r1", kind: "phrase", text: "The captain is her father.", show: "alpha" },
  ]);
});

test("the same words twice are one rule", async () => {
  const { gestures, state } = setup();
  const hide = () => gestures.menu("hide:alpha", { tabId: 7, selection: "her father" });
  await Promise.all([hide(), hide()]);
  expect((await state()).rules).toHaveLength(1);
  await gestures.menu("hide", { tabId: 7, selection: "her father" });
  expect((await state()).rules).toHaveLength(2);
});

test("where no more rules can be kept, they are shown: nothing else would say that this one is not", async () => {
  const { gestures, preferences, showRules, state } = setup();
  const ids = Array.from({ length: mostRules }, (_, i) => `r-${i}`);
  const rules = Object.fromEntries(
    ids.map((id) => [id, { id, kind: "phrase", text: `words ${id}` } as const]),
  );
  await preferences.edit({ rules });
  await gestures.menu("hide", { tabId: 7, selection: "words r-7" });
  expect(showRules).not.toHaveBeenCalled();
  await gestures.menu("hide", { tabId: 7, selection: "her father" });
  expect(showRules).toHaveBeenCalledTimes(1);
  expect((await state()).rules).toHaveLength(mostRules);
  await preferences.edit({ rules: { "r-7": null } });
  await gestures.menu("hide", { tabId: 7, selection: "her father" });
  expect(showRules).toHaveBeenCalledTimes(1);
  expect((await state()).rules.some(({ text }) => text === "her father")).toBe(true);
});

test("of a selection that ends within a word the frame in which it stands tells the whole", async () => {
  const { gestures, send, state } = setup();
  send.mockResolvedValueOnce("The captain is her father");
  await gestures.menu("hide", { tabId: 7, frameId: 3, selection: "e captain is her fath" });
  expect(send).toHaveBeenCalledWith(7, { type: "selection" }, 3);
  expect((await state()).rules).toMatchObject([{ text: "The captain is her father" }]);
});

test("where no frame answers it is taken as the browser has it", async () => {
  const { gestures, send, state } = setup();
  send.mockRejectedValueOnce(new Error("nobody listens"));
  await gestures.menu("hide", { tabId: 7, selection: "her father" });
  expect((await state()).rules).toMatchObject([{ text: "her father" }]);
});

test("a selection without a word changes nothing", async () => {
  const { gestures, state } = setup();
  await gestures.menu("hide", { tabId: 7, selection: " … " });
  await gestures.menu("hide", { tabId: 7 });
  expect((await state()).revision).toBe(0);
});

test.each([
  ["word ".repeat(60), "word ".repeat(40).trim()],
  ["x".repeat(300), "x".repeat(200)],
  [`${"あ".repeat(199)}𠮷野家`, "あ".repeat(199)],
])("a long selection is cut to what a rule holds", (selection, text) => {
  expect(phraseRule(selection, "r")?.text).toBe(text);
});
