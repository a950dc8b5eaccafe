import { beforeEach, expect, test, vi } from "vitest";
import { createBackground } from "../../../lib/background/background.ts";
import { createRevealed } from "../../../lib/background/revealed.ts";
import { createTabs } from "../../../lib/background/tabs.ts";
import { badgeText } from "../../../lib/background/toolbar.ts";
import type { PageCommand } from "../../../lib/messages.ts";
import type { Pause } from "../../../lib/preferences/choices.ts";
import { FakeArea, freshProfile, start } from "../preferences/fixtures.ts";
import { createSession } from "./fixtures.ts";

beforeEach(freshProfile);

const popup = { id: "me", url: "chrome-extension://me/popup.html" };
const top = { id: "me", url: "https://www.a.example/x", frameId: 0, tab: { id: 7 } };
const summary = (veils: number) => ({
  type: "summary",
  summary: { veils, shows: { alpha: veils }, kinds: {}, rules: 0, revealed: false },
});

function setup(answers: (command: PageCommand) => unknown = () => undefined) {
  const badges: string[] = [];
  const rests: (Pause | null)[] = [];
  const states: string[] = [];
  const clock = { time: 0 };
  const none = { get: async () => ({}), set: async () => {}, remove: async () => {} };
  const { preferences } = start(new FakeArea());
  const send = vi.fn(async (_tab: number, command: PageCommand, _frame?: number) => answers(command));
  const background = createBackground({
    self: { id: "me", origin: "chrome-extension://me/" },
    preferences,
    tabs: createTabs(none, () => ++clock.time),
    revealed: createRevealed(createSession()),
    toolbar: {
      async paint(_tab, report, state) {
        states.push(state);
        badges.push(badgeText(report, state, "off"));
      },
      async rest(pause) {
        rests.push(pause);
      },
      loading: () => {},
      forget: () => {},
    },
    endOf: (show) => (show === "film" ? { part: 1, episode: 1 } : undefined),
    send,
    now: () => ++clock.time,
    wait: () => Promise.resolve(),
  });
  return { background, badges, clock, preferences, rests, states, send };
}

test("the badge counts the frames' veils", async () => {
  const { background, badges } = setup();
  await background.receive(summary(2), top);
  await background.receive(summary(3), { ...top, frameId: 4 });
  await background.receive(summary(0), top);
  await background.receive(summary(0), { ...top, frameId: 4 });
  expect(badges).toEqual(["2", "5", "3", ""]);
});

test("the badge counts the veils of a frame no more that goes away", async () => {
  const { background, badges } = setup();
  await background.receive(summary(2), top);
  await background.receive(summary(3), { ...top, frameId: 4 });
  await background.receive({ type: "summary" }, { ...top, frameId: 4 });
  expect(badges).toEqual(["2", "5", "2"]);
});

test("a popup's change is answered with the state after it", async () => {
  const { background } = setup();
  const message = { type: "edit", edit: { shows: { alpha: { state: "watched" } } } };
  expect(await background.receive(message, popup)).toMatchObject({
    ok: true,
    value: { shows: { alpha: { state: "watched" } } },
  });
});

test("a store that does not open is an answer, not silence", async () => {
  const { background } = setup();
  const refuse = vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new Error("closed");
  });
  expect(await background.receive({ type: "edit", edit: { level: "careful" } }, popup)).toMatchObject({
    ok: false,
  });
  expect(await background.receive({ type: "preferences" }, popup)).toMatchObject({
    ok: true,
    value: { problems: [{ kind: "closed" }] },
  });
  refuse.mockRestore();
});

test("switching a site off shows on the badge of its tabs", async () => {
  const { background, badges } = setup();
  await background.receive(summary(2), top);
  await background.receive({ type: "edit", edit: { sites: { "a.example": false } } }, popup);
  await vi.waitFor(() => expect(badges.at(-1)).toBe("off"));
});

test("twenty frames that tell what they hide have no list read; nor do they where a pause is asked about", async () => {
  const { background, badges, preferences } = setup();
  const shows = Object.fromEntries(Array.from({ length: 550 }, (_, i) => [`s${i}`, { state: "watched" }]));
  await preferences.edit({ shows: shows as Record<string, { state: "watched" }> });
  const read = vi.spyOn(IDBObjectStore.prototype, "getAll");
  const frames = Array.from({ length: 20 }, (_, frameId) => ({ ...top, frameId }));
  await Promise.all(frames.map((frame) => background.receive(summary(1), frame)));
  await Promise.all(frames.map((frame) => background.receive({ type: "paused" }, frame)));
  expect(read.mock.contexts.map((store) => (store as IDBObjectStore).name)).toEqual([]);
  expect(badges.at(-1)).toBe("20");
  read.mockRestore();
});

test("a frame that tells after a change shows what is so then, whoever has changed it", async () => {
  const { background, states } = setup();
  const off = { type: "edit", edit: { sites: { "a.example": false } } };
  await background.receive(summary(2), top);
  // Nobody waits for the one before the other is said.
  const edited = background.receive(off, popup);
  await background.receive(summary(3), top);
  expect(states.at(-1)).toBe("off");
  await edited;
  const other = start(new FakeArea()).preferences;
  await other.undo();
  await background.receive(summary(4), top);
  expect(states.at(-1)).toBe("on");
  await other.edit({ pause: { until: "restart" } });
  await background.receive(summary(5), top);
  expect(states.at(-1)).toBe("paused");
});

test("a page's report names its site even where no frame has said anything", async () => {
  const { background } = setup((command) =>
    command.type === "where" ? { host: "www.b.example" } : undefined,
  );
  expect(await background.receive({ type: "page", tabId: 7 }, popup)).toEqual({
    ok: true,
    value: { host: "b.example", veils: 0, shows: {}, kinds: {}, rules: 0, revealed: false, problems: [] },
  });
});

test("a tab that goes elsewhere: frames that do not answer are forgotten", async () => {
  const { background, badges, send } = setup();
  await background.loading(7, true);
  expect(send).not.toHaveBeenCalled();
  await background.receive(summary(2), top);
  await background.loading(7, true);
  expect(send).toHaveBeenCalledWith(7, { type: "report" });
  expect(badges.at(-1)).toBe("");
});

test("a change of address by script keeps the count: the frames answer", async () => {
  const { background, badges } = setup((command) => {
    if (command.type === "report") void background.receive(summary(2), top);
  });
  await background.receive(summary(2), top);
  await background.loading(7, true);
  expect(badges.at(-1)).toBe("2");
});

test("what is not ours gets no answer", () => {
  const { background } = setup();
  expect(background.receive({ type: "preferences" }, { ...popup, id: "other" })).toBeUndefined();
});

test("a pause shows on all tabs, and goes when it is undone", async () => {
  const { background, states } = setup();
  await background.receive(summary(2), top);
  await background.receive(summary(1), { ...top, tab: { id: 8 } });
  await background.receive({ type: "edit", edit: { pause: { until: "restart" } } }, popup);
  await vi.waitFor(() => expect(states).toEqual(["on", "on", "paused", "paused"]));
  expect(await background.receive({ type: "paused" }, top)).toBe(true);
  await background.receive({ type: "undo" }, popup);
  await vi.waitFor(() => expect(states.slice(4)).toEqual(["on", "on"]));
  expect(await background.receive({ type: "paused" }, top)).toBe(false);
});

const pause = { until: 900_000 };
const paused = { type: "edit", edit: { pause } };

test("a pause shows also where no tab has said anything, and goes when a shortcut ends it", async () => {
  const { background, rests } = setup();
  await background.receive(paused, popup);
  await vi.waitFor(() => expect(rests).toEqual([pause]));
  await background.edit({ pause: null });
  await vi.waitFor(() => expect(rests).toEqual([pause, null]));
});

test.each<[string, (background: ReturnType<typeof setup>["background"]) => unknown]>([
  ["the browser turns to another tab", (background) => background.look()],
  ["a page asks something", (background) => background.receive({ type: "paused" }, top)],
  ["the popup opens", (background) => background.receive({ type: "preferences" }, popup)],
])("a pause that the clock has ended is over on every button when %s", async (_, wake) => {
  const { background, clock, rests, states } = setup();
  await background.receive(summary(2), { ...top, tab: { id: 8 } });
  // Its button is painted, though no frame of it speaks.
  await background.receive({ type: "page", tabId: 9 }, popup);
  await background.receive(paused, popup);
  await vi.waitFor(() => expect(states.slice(-2)).toEqual(["paused", "paused"]));
  const before = states.length;
  clock.time = 900_000;
  await wake(background);
  await vi.waitFor(() => expect(rests.at(-1)).toBeNull());
  await vi.waitFor(() => expect(states.slice(before)).toEqual(["on", "on"]));
  await background.look();
  expect(states).toHaveLength(before + 2);
});

test("a pause that has ended while the background slept is over on every button when it wakes", async () => {
  const { background, clock, preferences, rests, states } = setup();
  await background.receive(summary(2), top);
  await preferences.edit({ pause });
  await background.start();
  expect(rests).toEqual([]);
  clock.time = 900_000;
  await background.start();
  expect(rests).toEqual([null]);
  expect(states).toEqual(["on", "on"]);
});

test("a pause that a change has ended by the way is over on every button", async () => {
  const { background, preferences, states } = setup();
  await background.receive(summary(2), top);
  await preferences.edit({ pause: { until: "restart" } });
  await background.start();
  await start(new FakeArea()).preferences.edit({ pause: null });
  await background.receive({ type: "edit", edit: { level: "careful" } }, popup);
  await vi.waitFor(() => expect(states).toEqual(["on", "on"]));
});

test("who has seen what the end of a show tells has watched it", async () => {
  const { background, preferences } = setup();
  for (const show of ["film", "unknown"])
    await background.receive({ type: "seen", show, where: { part: 1, episode: 1 } }, top);
  expect((await preferences.state()).shows).toEqual({
    film: { state: "watched" },
    unknown: { state: "watching", part: 1, episode: 1 },
  });
});

const seen = (episode: number) => ({ type: "seen", show: "alpha", where: { part: 1, episode } });

test("of two answers that are given at once neither takes back what the other says", async () => {
  const { background, preferences } = setup();
  await Promise.all([background.receive(seen(5), top), background.receive(seen(3), top)]);
  expect((await preferences.state()).shows).toEqual({ alpha: { state: "watching", part: 1, episode: 5 } });
});

test.each([
  [0, 1],
  [1, 0],
])("one episode more and an answer on a veil that know nothing of each other end, in either order, at the further one", async (...order) => {
  const { background, preferences } = setup();
  const shows = { alpha: { state: "watching", part: 1, episode: 5 } } as const;
  await preferences.edit({ shows });
  const next = { shows: { alpha: { ...shows.alpha, episode: 6 } } };
  const at: [object, object][] = [
    [{ type: "edit", edit: next, onward: true }, popup],
    [seen(8), top],
  ];
  for (const i of order) await background.receive(...at[i]!);
  expect((await preferences.state()).shows).toEqual({ alpha: { ...shows.alpha, episode: 8 } });
});

test("what is no spoiler by one press is one change", async () => {
  const { background, preferences } = setup();
  await background.receive({ type: "spare", keys: ["1", "2"] }, top);
  expect((await preferences.state()).spared).toEqual(["1", "2"]);
  expect((await preferences.undo()).spared).toEqual([]);
});

test("the same answer twice at once is one change", async () => {
  const { background, preferences } = setup();
  await Promise.all([background.receive(seen(5), top), background.receive(seen(5), top)]);
  expect(await preferences.undo()).toMatchObject({ shows: {}, lastChange: null });
});
