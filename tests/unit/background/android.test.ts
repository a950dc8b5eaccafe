/**
 * Firefox for Android has neither menus, nor commands, nor windows (MDN's compatibility data): the background itself,
 * as it is wired, starts there and does all the rest, whichever of them is missing. The same with a button that has
 * nothing but a title.
 */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { freshProfile } from "../preferences/fixtures.ts";

/** An event of the extension API. */
function createEvent() {
  const listeners: ((...args: never[]) => unknown)[] = [];
  return {
    addListener: (listener: (typeof listeners)[number]) => void listeners.push(listener),
    fire: (...args: unknown[]) => listeners.map((listener) => listener(...(args as never[]))),
  };
}

const createArea = () => {
  const items = new Map<string, unknown>();
  return {
    get: async (key: string | null) =>
      Object.fromEntries([...items].filter(([name]) => key === null || name === key)),
    set: async (values: object) =>
      Object.entries(values).forEach(([key, value]) => void items.set(key, value)),
    remove: async (key: string) => void items.delete(key),
  };
};

const badged = () => ({
  setBadgeText: vi.fn(),
  setBadgeBackgroundColor: vi.fn(),
  setBadgeTextColor: vi.fn(),
  setIcon: vi.fn(),
});

/** What is missing there, as it is elsewhere. */
const createDesktop = () => ({
  contextMenus: {
    create: vi.fn(),
    update: vi.fn(async () => {}),
    removeAll: vi.fn(async () => {}),
    onClicked: createEvent(),
  },
  commands: { onCommand: createEvent() },
  windows: { onFocusChanged: createEvent() },
});

/** Starts entrypoints/background.ts over a browser with such a button, and with more than Android has. */
async function start(button: Partial<ReturnType<typeof badged>>, more: object = {}) {
  const events = Object.fromEntries(
    ["message", "installed", "activated", "updated", "removed"].map((name) => [name, createEvent()]),
  ) as Record<"message" | "installed" | "activated" | "updated" | "removed", ReturnType<typeof createEvent>>;
  const setTitle = vi.fn();
  const create = vi.fn(async () => ({}));
  const sendMessage = vi.fn(async () => undefined);
  // Without `lastAccessed`.
  const query = vi.fn(async () => [{ id: 7, active: true }]);
  const api = {
    runtime: {
      id: "me",
      getURL: (path: string) => `moz-extension://me${path}`,
      onMessage: events.message,
      onInstalled: events.installed,
    },
    storage: { local: createArea(), session: createArea() },
    browserAction: { ...button, setTitle },
    tabs: {
      query,
      create,
      sendMessage,
      onActivated: events.activated,
      onUpdated: events.updated,
      onRemoved: events.removed,
    },
    ...more,
  };
  vi.resetModules();
  vi.doMock("wxt/browser", () => ({ browser: api }));
  const { default: background } = await import("../../../entrypoints/background.ts");
  background.main();
  const say = (message: unknown, sender: object) =>
    new Promise((answer) => events.message.fire(message, { id: "me", ...sender }, answer));
  return { events, setTitle, create, query, sendMessage, say };
}

const failures: unknown[] = [];
const failed = (error: unknown) => failures.push(error);
beforeEach(() => {
  freshProfile();
  failures.length = 0;
  process.on("unhandledRejection", failed);
});
afterEach(async () => {
  await new Promise((done) => setTimeout(done, 0));
  process.off("unhandledRejection", failed);
  vi.doUnmock("wxt/browser");
  expect(failures).toEqual([]);
});

const page = { url: "https://a.example/", frameId: 0, tab: { id: 7 } };
const popup = { url: "moz-extension://me/popup.html" };

test.each([
  ["as it is there", badged()],
  ["with a title alone", {}],
])("without menus, commands and windows, and a button %s", async (_, button) => {
  const { events, setTitle, create, query, say } = await start(button);
  events.installed.fire({ reason: "install" });
  expect(create).toHaveBeenCalledWith({ url: "moz-extension://me/welcome.html" });
  const summary = { veils: 2, shows: { "madoka-magica": 2 }, kinds: {}, rules: 0, revealed: false };
  await say({ type: "summary", summary }, page);
  expect(setTitle).toHaveBeenCalledWith({ tabId: 7, title: "Spoiler Shield: 2 passages hidden" });
  await say({ type: "pointed", items: ["show", "spare"] }, page);
  await say({ type: "seen", show: "madoka-magica", where: { part: 1, episode: 3 } }, page);
  const edit = { sites: { "a.example": false } };
  expect(await say({ type: "edit", edit }, popup)).toMatchObject({
    ok: true,
    value: {
      shows: { "madoka-magica": { state: "watching", part: 1, episode: 3 } },
      sitesOff: ["a.example"],
    },
  });
  await vi.waitFor(() =>
    expect(setTitle).toHaveBeenCalledWith({ tabId: 7, title: "Spoiler Shield: off on this site" }),
  );
  expect(await say({ type: "page", tabId: 7 }, popup)).toMatchObject({ ok: true, value: { veils: 2 } });
  events.activated.fire({ tabId: 7 });
  events.updated.fire(7, { status: "loading" });
  // The frames do not answer: they are gone.
  await vi.waitFor(async () =>
    expect(await say({ type: "page", tabId: 7 }, popup)).toMatchObject({ value: { veils: 0 } }),
  );
  events.removed.fire(7);
  // Only a menu asks for the tab in front.
  expect(query).not.toHaveBeenCalled();
  if ("setBadgeText" in button) expect(button.setBadgeText).toHaveBeenCalledWith({ tabId: 7, text: "off" });
});

const desktop = ["contextMenus", "commands", "windows"] as const;

test.each(desktop)("without %s alone, the others do what they do", async (missing) => {
  const all = createDesktop();
  const { [missing]: _, ...rest } = all;
  const { setTitle, query, sendMessage, say } = await start(badged(), rest);
  const summary = { veils: 1, shows: {}, kinds: {}, rules: 0, revealed: false };
  await say({ type: "summary", summary }, page);
  expect(setTitle).toHaveBeenCalledWith({ tabId: 7, title: "Spoiler Shield: 1 passage hidden" });
  const revealed = () => expect(sendMessage).toHaveBeenCalledWith(7, { type: "reveal-all" }, {});
  if (missing !== "contextMenus") {
    await vi.waitFor(() =>
      expect(all.contextMenus.create).toHaveBeenCalledWith(expect.objectContaining({ id: "reveal-all" })),
    );
    all.contextMenus.onClicked.fire({ menuItemId: "reveal-all" }, { id: 7 });
    await vi.waitFor(revealed);
    sendMessage.mockClear();
  }
  if (missing !== "commands") {
    all.commands.onCommand.fire("reveal-all", { id: 7 });
    await vi.waitFor(revealed);
  }
  if (missing === "windows") return;
  query.mockClear();
  all.windows.onFocusChanged.fire(1);
  // The menu becomes that of the tab in front, where there is one.
  expect(query).toHaveBeenCalledTimes(missing === "contextMenus" ? 0 : 1);
});
