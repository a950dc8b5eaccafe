// @vitest-environment happy-dom
// The popup's card of the page: what is hidden there, the site's switch, and the pause.
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { i18n } from "#i18n";
import { nowhere } from "../../../lib/ui/popup/model.ts";
import { Background } from "./popup-fixtures.ts";
import { button, byName, modelOf, names, open as openModel, row } from "./popup-page.tsx";

let background: Background;
let clock: number;
const command = vi.fn(async (_tab: number, _type: string): Promise<unknown> => undefined);

beforeEach(() => {
  background = new Background();
  clock = 1_000;
  command.mockClear();
});

const open = () => openModel(modelOf(background, { command, now: () => clock }));

test("the site's switch, reveal all and hide again", async () => {
  background.page = { ...background.page, revealed: true };
  await open();
  await act(() => button(i18n.t("page.revealAll")).click());
  await act(() => button(i18n.t("page.hideAgain")).click());
  expect(command.mock.calls).toEqual([
    [7, "reveal-all"],
    [7, "hide-again"],
  ]);
  await act(() => byName(i18n.t("page.shield")).click());
  expect(background.state.sitesOff).toEqual(["a.example"]);
  expect(document.body.textContent).toContain(i18n.t("page.off"));
  expect(button(i18n.t("page.revealAll")).disabled).toBe(true);
});

test("where nothing is hidden there is nothing to reveal, and the button says why", async () => {
  background.page = { ...background.page, veils: 0, shows: {} };
  const model = await open();
  const reveal = button(i18n.t("page.revealAll"));
  const why = () => document.getElementById(reveal.getAttribute("aria-describedby") ?? "")?.textContent;
  expect([reveal.getAttribute("aria-disabled"), why()]).toEqual(["true", i18n.t("page.clean")]);
  await act(() => reveal.click());
  expect(command).not.toHaveBeenCalled();
  // Pressed, it keeps the focus when nothing is left to be revealed.
  background.page = { ...background.page, veils: 2 };
  await act(() => model.refreshPage());
  expect([reveal.getAttribute("aria-disabled"), why()]).toEqual(["false", undefined]);
  await act(() => {
    reveal.focus();
    reveal.click();
  });
  background.page = { ...background.page, veils: 0 };
  await act(() => model.refreshPage());
  expect(command.mock.calls).toEqual([[7, "reveal-all"]]);
  expect(document.activeElement).toBe(reveal);
});

test("where nothing has been revealed there is nothing to hide again, and the button says why", async () => {
  const model = await open();
  const hide = button(i18n.t("page.hideAgain"));
  const state = () => [hide.getAttribute("aria-disabled"), hide.disabled, hide.title];
  expect(state()).toEqual(["true", false, i18n.t("page.noneRevealed")]);
  await act(() => hide.click());
  expect(command).not.toHaveBeenCalled();
  // Revealed on the page while the popup stands open.
  background.page = { ...background.page, veils: 2, revealed: true };
  await act(() => model.refreshPage());
  expect(state()).toEqual(["false", false, ""]);
  await act(() => {
    hide.focus();
    hide.click();
  });
  expect(command.mock.calls).toEqual([[7, "hide-again"]]);
  background.page = { ...background.page, veils: 3, revealed: false };
  await act(() => model.refreshPage());
  expect(document.activeElement).toBe(hide);
});

test("where all of it has been revealed, that is said, not that there was nothing to hide", async () => {
  background.page = { ...background.page, veils: 0, shows: {}, revealed: true };
  await open();
  expect(document.getElementById("site-note")?.textContent).toBe(i18n.t("page.allRevealed"));
});

test("what the page tells meanwhile is heard, though nobody is asked", async () => {
  const model = await open();
  const asked = background.asked.length;
  background.lastReport = { ...background.page, host: undefined, veils: 1 };
  await act(() => model.hear());
  expect(document.getElementById("site-note")?.textContent).toBe(i18n.t("page.hidden", 1));
  expect(document.querySelector(".site-host")?.textContent).toBe("a.example");
  // Whatever else has been written there.
  background.lastReport = undefined;
  await act(() => model.hear());
  expect(document.getElementById("site-note")?.textContent).toBe(i18n.t("page.hidden", 1));
  expect(background.asked).toHaveLength(asked);
});

test("a page without a site on which something is hidden, as a file of one's own, is a page", async () => {
  background.page = { ...background.page, host: undefined, veils: 2 };
  const model = await open();
  const host = () => document.querySelector(".site-host")?.textContent;
  expect([host(), button(i18n.t("page.revealAll")).disabled]).toEqual([i18n.t("page.this"), false]);
  background.page = { ...background.page, veils: 0, revealed: true };
  await act(() => model.refreshPage());
  expect([host(), button(i18n.t("page.hideAgain")).disabled]).toEqual([i18n.t("page.this"), false]);
  background.page = { ...background.page, revealed: false };
  await act(() => model.refreshPage());
  expect(host()).toBe(i18n.t("page.none"));
});

test.each([
  ["in the tab", {}],
  ["nor a tab", { findTab: async () => undefined }],
])("without a page there is no site switch, and nothing to reveal: %s", async (_, options) => {
  background.page = nowhere;
  await openModel(modelOf(background, options));
  expect(byName(i18n.t("page.shield"))).toBeNull();
  for (const key of ["page.revealAll", "page.hideAgain"] as const)
    expect(button(i18n.t(key))).toBeUndefined();
  expect(names()).toEqual(["Alpha", "Beta & Co.", "Gamma"]);
});

test("the kinds of what is hidden are said, never what it is", async () => {
  background.page = { ...background.page, kinds: { gamma: { death: 2, twist: 1 } }, rules: 2 };
  await open();
  // In one line with the rest: of a page with many shows more are in sight.
  expect(row("Gamma").querySelector(".show-facts")?.textContent).toBe(
    "2011 · TV · death\u00a0×\u00a02 · twist",
  );
  expect(document.querySelector(".site")?.textContent).toContain(i18n.t("page.byRules", 2));
});

test("a pause of 15 minutes is said with its end, and resuming ends it", async () => {
  await open();
  await act(async () => button(i18n.t("pause.minutes")).click());
  expect(background.state.pause).toEqual({ until: 901_000 });
  expect(byName(i18n.t("page.shield"))).toBeNull();
  expect(button(i18n.t("page.revealAll"))).toBeUndefined();
  await act(async () => button(i18n.t("pause.resume")).click());
  expect(background.state.pause).toBeNull();
  await act(async () => button(i18n.t("pause.restart")).click());
  expect(document.querySelector(".site")?.textContent).toContain(i18n.t("pause.untilRestart"));
});

test("a pause that ends while the popup stands open is over there too", async () => {
  const model = await open();
  await act(async () => button(i18n.t("pause.minutes")).click());
  clock += 15 * 60_000 + 1;
  await act(() => model.refreshPage());
  expect(byName(i18n.t("page.shield"))).not.toBeNull();
  expect(button(i18n.t("pause.resume"))).toBeUndefined();
  expect(button(i18n.t("pause.minutes"))).toBeDefined();
});

test("a site that a pattern switches off is switched on as an exception, and off again", async () => {
  background.state = { ...background.state, sitesOff: ["*.example"] };
  await open();
  expect(document.querySelector(".site")?.textContent).toContain(i18n.t("page.offBy", ["*.example"]));
  await act(async () => byName(i18n.t("page.shield")).click());
  expect(background.state.sitesOff).toEqual(["!a.example", "*.example"]);
  expect(document.querySelector(".toast")?.textContent).toContain(i18n.t("change.siteOn", ["a.example"]));
  await act(async () => byName(i18n.t("page.shield")).click());
  expect(background.state.sitesOff).toEqual(["*.example", "a.example"]);
});

test("where the shield is off on all sites, that is said in words", async () => {
  background.state = { ...background.state, sitesOff: ["*"] };
  await open();
  expect(document.querySelector(".site")?.textContent).toContain(i18n.t("sites.offAll"));
});
