import { existsSync } from "node:fs";
import { expect, test, vi } from "vitest";
import {
  type Action,
  badgeText,
  createToolbar,
  iconPaths,
  shieldState,
} from "../../../lib/background/toolbar.ts";
import { buttonTitle } from "../../../lib/ui/button-title.ts";
import { timeOfDay } from "../../../lib/ui/time-of-day.ts";

const restart = { until: "restart" } as const;
const report = { host: "a.example", veils: 2, shows: {}, kinds: {}, rules: 0, revealed: false, problems: [] };

test.each([
  [0, "on", ""],
  [7, "on", "7"],
  [1_000, "on", "999+"],
  [7, "off", "aus"],
  [7, "paused", ""],
] as const)("badge for %i veils, %s: %j", (veils, state, text) => {
  expect(badgeText({ ...report, veils }, state, "aus")).toBe(text);
});

test.each([
  ["on", null, [], "a.example"],
  ["off", null, ["*.example"], "www.a.example"],
  ["paused", { until: 11 }, ["a.example"], "a.example"],
  ["off", { until: 10 }, ["a.example"], "a.example"],
  ["paused", { until: "restart" }, [], undefined],
  ["on", null, ["a.example"], undefined],
] as const)("%s: pause %j, off at %j, on %s", (state, pause, sitesOff, host) => {
  expect(shieldState({ pause, sitesOff }, host, 10)).toBe(state);
});

test("each state has its icons", () => {
  for (const state of ["on", "paused", "off"] as const)
    for (const path of Object.values(iconPaths(state))) expect(existsSync(`public${path}`), path).toBe(true);
});

/**
 * A toolbar button that keeps its looks however often the background sleeps: what it was told, tab and file or words.
 */
function button() {
  const icons: [tab: number | undefined, file: string | undefined][] = [];
  const titles: [tab: number | undefined, words: string][] = [];
  const action: Action = {
    setBadgeBackgroundColor: () => {},
    setTitle: ({ tabId, title }) => titles.push([tabId, title]),
    setBadgeText: ({ tabId }) => (tabId === 9 ? Promise.reject(new Error("no tab")) : undefined),
    setIcon: ({ tabId, path }) =>
      tabId === 9 ? Promise.reject(new Error("no tab")) : icons.push([tabId, path["16"]]),
  };
  return { icons, titles, wake: () => createToolbar(action, buttonTitle, "aus") };
}

test("a pause that ends while the background sleeps ends on every tab", async () => {
  const { icons, wake } = button();
  await wake().paint(7, report, "paused", restart);
  await wake().paint(7, report, "on", null);
  expect(icons.filter(([tab]) => tab === undefined).at(-1)).toEqual([undefined, "/icon/16.png"]);
});

test("tabs that have said nothing show a pause too; a closed tab costs nothing", async () => {
  const { icons, wake } = button();
  const toolbar = wake();
  await toolbar.paint(7, report, "off", null);
  await toolbar.paint(7, report, "paused", restart);
  await toolbar.paint(9, report, "paused", restart);
  await toolbar.paint(7, report, "on", null);
  expect(icons).toEqual([
    [7, "/icon/16-off.png"],
    [undefined, "/icon/16.png"],
    [7, "/icon/16-paused.png"],
    [undefined, "/icon/16-paused.png"],
    [7, "/icon/16.png"],
    [undefined, "/icon/16.png"],
  ]);
});

test("a pause is said with its end, which stays true when it is over and nobody has looked", async () => {
  const { titles, wake } = button();
  const toolbar = wake();
  await toolbar.paint(7, report, "paused", { until: 900_000 });
  await toolbar.paint(7, report, "paused", { until: 1_800_000 });
  await toolbar.paint(7, report, "paused", restart);
  await toolbar.paint(7, report, "on", { until: 900_000 });
  const words = [
    `Spoiler Shield: paused until ${timeOfDay(900_000)}`,
    `Spoiler Shield: paused until ${timeOfDay(1_800_000)}`,
    "Spoiler Shield: paused until the browser restarts",
  ];
  expect(titles.filter(([tab]) => tab === 7)).toEqual(
    [...words, "Spoiler Shield: 2 passages hidden"].map((title) => [7, title]),
  );
  expect(titles.filter(([tab]) => tab === undefined)).toEqual(
    [...words, "Spoiler Shield"].map((title) => [undefined, title]),
  );
});

test("an icon that cannot be set costs neither badge nor words, and is tried again", async () => {
  const setIcon = vi.fn<(details: object) => Promise<void>>(async () => {
    throw new Error("The image could not be decoded.");
  });
  const setBadgeText = vi.fn();
  const setTitle = vi.fn();
  const toolbar = createToolbar({ setIcon, setBadgeText, setTitle }, buttonTitle, "aus");
  await toolbar.paint(7, report, "off", null);
  await toolbar.rest(restart);
  expect(setBadgeText.mock.calls).toEqual([[{ tabId: 7, text: "aus" }]]);
  expect(setTitle).toHaveBeenLastCalledWith({
    title: "Spoiler Shield: paused until the browser restarts",
  });
  setIcon.mockReset();
  await toolbar.paint(7, report, "off", null);
  expect(setIcon.mock.calls).toEqual([[{ tabId: 7, path: iconPaths("off") }], [{ path: iconPaths("on") }]]);
});

test("what is there already is not painted again, unless the tab has loaded something", async () => {
  const { icons, titles, wake } = button();
  const toolbar = wake();
  await toolbar.paint(7, report, "off", null);
  const [before, words] = [icons.length, titles.length];
  await Promise.all([toolbar.paint(7, report, "off", null), toolbar.rest(null)]);
  await toolbar.paint(7, report, "off", null);
  expect([icons.length, titles.length]).toEqual([before, words]);
  // The page may be another only after this has been painted.
  toolbar.loading(7, true);
  await toolbar.paint(7, report, "off", null);
  await toolbar.paint(7, report, "off", null);
  expect(icons.slice(before)).toEqual([
    [7, "/icon/16-off.png"],
    [7, "/icon/16-off.png"],
  ]);
  await toolbar.paint(7, report, "on", null);
  await toolbar.paint(7, report, "on", null);
  toolbar.loading(7, false);
  await toolbar.paint(7, report, "on", null);
  await toolbar.paint(7, report, "on", null);
  expect(icons.slice(before + 2)).toEqual([
    [7, "/icon/16.png"],
    [7, "/icon/16.png"],
  ]);
});

test("of two icons that are set at once the later one stays, however long the first takes", async () => {
  const waits = [20, 0];
  let shown = "";
  const toolbar = createToolbar(
    {
      setTitle: () => {},
      async setIcon({ tabId, path }) {
        if (tabId === undefined) return;
        await new Promise((done) => setTimeout(done, waits.shift()));
        shown = path["16"] ?? "";
      },
    },
    buttonTitle,
    "aus",
  );
  await Promise.all([toolbar.paint(7, report, "off", null), toolbar.paint(7, report, "on", null)]);
  expect(shown).toBe("/icon/16.png");
});
