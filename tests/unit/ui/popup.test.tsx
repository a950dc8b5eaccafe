// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { i18n } from "#i18n";
import { mostRules } from "../../../lib/catalog/rule.ts";
import { prepareSearch } from "../../../lib/ui/show-search.ts";
import { Background } from "./popup-fixtures.ts";
import { button, byName, modelOf, names, open as openModel, row, switches } from "./popup-page.tsx";

let background: Background;
let clock: number;
const command = vi.fn(async (_tab: number, _type: string): Promise<unknown> => undefined);
const openOptions = vi.fn();

beforeEach(() => {
  background = new Background();
  clock = 1_000;
  command.mockClear();
});

const open = (tab: number | undefined = 7) =>
  openModel(modelOf(background, { findTab: async () => tab, command, openOptions, now: () => clock }));

const type = (words: string) =>
  act(() => {
    const box = document.querySelector<HTMLInputElement>("input[type=search]")!;
    box.value = words;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });

test("every show has one switch, named exactly by its title; those on the page come first", async () => {
  await open();
  expect(names()).toEqual(["Gamma", "Beta & Co.", "Alpha"]);
  expect(document.querySelector("li")?.textContent).toContain("2 hidden");
});

test("a show whose veils are gone stays where it was", async () => {
  const model = await open();
  background.page = { ...background.page, veils: 4, shows: { beta: 1, alpha: 3 } };
  await act(() => model.refreshPage());
  expect(names()).toEqual(["Gamma", "Beta & Co.", "Alpha"]);
  expect(byName("Gamma").closest("li")?.textContent).not.toContain("hidden");
  expect(byName("Alpha").closest("li")?.textContent).toContain("3 hidden");
});

test("a show that is unticked among the others stays there with the focus, though it is hidden now", async () => {
  background.state = { ...background.state, shows: { alpha: { state: "watched" } } };
  background.page = { ...background.page, shows: { gamma: 2 } };
  const model = await open();
  const alpha = byName("Alpha");
  await act(() => alpha.focus());
  await act(async () => alpha.click());
  background.page = { ...background.page, veils: 5, shows: { gamma: 2, beta: 1, alpha: 2 } };
  await act(() => model.refreshPage());
  expect(document.activeElement).toBe(alpha);
  expect(alpha.isConnected).toBe(true);
  expect(names()).toEqual(["Gamma", "Beta & Co.", "Alpha"]);
});

test("ticking a show tells the background, and ticking again takes it back", async () => {
  await open();
  await act(() => byName("Gamma").click());
  expect(byName("Gamma").getAttribute("aria-checked")).toBe("true");
  expect(background.state.shows).toEqual({ gamma: { state: "watched" } });
  await act(() => byName("Gamma").click());
  expect(byName("Gamma").getAttribute("aria-checked")).toBe("false");
  expect(background.state.shows).toEqual({});
});

test("a show that is ticked by mistake and unticked again is where it was", async () => {
  const gamma = { state: "watching", part: 1, episode: 5 } as const;
  background.state = { ...background.state, shows: { gamma } };
  await open();
  await act(async () => byName("Gamma").click());
  expect(background.state.shows).toEqual({ gamma: { state: "watched" } });
  await act(async () => byName("Gamma").click());
  expect(background.state.shows).toEqual({ gamma });
});

test("where it was is where it was last: taken off the list meanwhile, it is not on it", async () => {
  background.state = { ...background.state, shows: { alpha: { state: "watching", part: 1, episode: 3 } } };
  const model = await open();
  await act(async () => {
    await model.tick("alpha", true);
    await model.setProgress("alpha", null);
    await model.tick("alpha", true);
    await model.tick("alpha", false);
  });
  expect(model.state.value?.shows["alpha"]).toBeUndefined();
});

test("many switches one after the other, without waiting", async () => {
  await open();
  await act(() => {
    for (const s of switches()) s.click();
  });
  expect(Object.keys(background.state.shows).sort()).toEqual(["alpha", "beta", "gamma"]);
  expect(switches().every((s) => s.getAttribute("aria-checked") === "true")).toBe(true);
});

test("a choice that cannot be saved goes back, and that is said", async () => {
  await open();
  background.broken = true;
  await act(async () => byName("Gamma").click());
  expect(byName("Gamma").getAttribute("aria-checked")).toBe("false");
  expect(document.querySelector(".notes")?.textContent).toBe(i18n.t("problem.notSaved"));
});

test("a show known from its sequel says so; its own switch stays the user's", async () => {
  background.state = { ...background.state, shows: { beta: { state: "watched" } } };
  await open();
  expect(byName("Alpha").getAttribute("aria-checked")).toBe("false");
  expect(byName("Alpha").closest("li")?.textContent).toContain(i18n.t("progress.implied"));
});

test("searching shows what is found, and says how many; a slip of the pen once the library is there", async () => {
  await open();
  await act(prepareSearch);
  await type("bta");
  expect(names()).toEqual(["Beta & Co."]);
  expect(document.querySelector(".shows [role=status]")?.textContent).toBe("1 show found");
  await type("zzzzzz");
  expect(document.body.textContent).toContain(i18n.t("shows.none"));
  await type("");
  expect(names()).toHaveLength(3);
});

test("while a word is still being put together, arrows and Escape are left to it", async () => {
  await open();
  await type("bet");
  const box = document.querySelector<HTMLInputElement>("[role=searchbox]")!;
  const press = (key: string, isComposing: boolean) =>
    act(async () => {
      box.dispatchEvent(new KeyboardEvent("keydown", { key, isComposing, bubbles: true, cancelable: true }));
    });
  box.focus();
  await press("ArrowDown", true);
  await press("Escape", true);
  expect(document.activeElement).toBe(box);
  expect(box.value).toBe("bet");
  await press("ArrowDown", false);
  expect(document.activeElement).toBe(byName("Beta & Co."));
  await press("Escape", false);
  expect(box.value).toBe("");
});

test("the site's switch, reveal all and hide again", async () => {
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

test("without a page there is no site switch, and nothing to reveal", async () => {
  background.page = { host: undefined, veils: 0, shows: {}, kinds: {}, rules: 0, problems: [] };
  await open();
  expect(byName(i18n.t("page.shield"))).toBeNull();
  expect(button(i18n.t("page.revealAll")).disabled).toBe(true);
  expect(names()).toEqual(["Alpha", "Beta & Co.", "Gamma"]);
});

test("the level is chosen among three, told to the background and explained", async () => {
  await open();
  const radios = [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  expect(radios.map((radio) => [radio.value, radio.checked])).toEqual([
    ["certain", false],
    ["balanced", true],
    ["careful", false],
  ]);
  // Whoever comes to one of them hears what that one means.
  expect(
    radios.map((radio) => document.getElementById(radio.getAttribute("aria-describedby")!)?.textContent),
  ).toEqual([i18n.t("level.certainNote"), i18n.t("level.balancedNote"), i18n.t("level.carefulNote")]);
  await act(async () => radios[2]!.click());
  expect(background.asked.at(-1)).toEqual({ type: "edit", edit: { level: "careful" } });
  expect(radios.map((radio) => radio.checked)).toEqual([false, false, true]);
  expect(document.querySelector(".levels .site-note:not([hidden])")?.textContent).toBe(
    i18n.t("level.carefulNote"),
  );
});

test("the kinds of what is hidden are said, never what it is", async () => {
  background.page = { ...background.page, kinds: { gamma: { death: 2, twist: 1 } }, rules: 2 };
  await open();
  expect(row("Gamma").querySelector(".show-kinds")?.textContent).toBe("death × 2 · twist");
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

test("a spoiler that slipped through: the selection becomes a rule", async () => {
  command.mockImplementation(async (_tab, type) =>
    type === "selection" ? "  He was \n the ghost. " : undefined,
  );
  await open();
  await act(async () => button(i18n.t("page.missed")).click());
  const rule = { id: "r1", kind: "phrase", text: "He was the ghost." };
  await vi.waitFor(() => expect(background.state.rules).toEqual([rule]));
  command.mockImplementation(async () => undefined);
  await act(async () => button(i18n.t("page.missed")).click());
  await vi.waitFor(() =>
    expect(document.querySelector(".notes")?.textContent).toBe(i18n.t("page.missedHint")),
  );
});

test("the same spoiler that slipped through once more is the same rule, and a double click is one", async () => {
  let id = 0;
  const select = async () => "He was the ghost.";
  await openModel(modelOf(background, { command: select, newId: () => `r${++id}` }));
  const click = (detail: number) =>
    act(async () => {
      button(i18n.t("page.missed")).dispatchEvent(new MouseEvent("click", { bubbles: true, detail }));
      await new Promise((done) => setTimeout(done));
    });
  await click(1);
  await click(2);
  expect(document.querySelector(".notes")?.textContent).toBe("");
  await click(1);
  expect(background.state.rules).toHaveLength(1);
  expect(document.querySelector(".notes")?.textContent).toBe(i18n.t("rules.known"));
});

test("a spoiler that slipped through where there is no page: no word of a selection", async () => {
  background.page = { veils: 0, shows: {}, kinds: {}, rules: 0, problems: [], host: undefined };
  await open();
  await act(async () => button(i18n.t("page.missed")).click());
  await vi.waitFor(() => expect(document.querySelector(".notes")?.textContent).toBe(i18n.t("page.noneHint")));
});

test("a spoiler that slipped through where no more rules can be kept: that is said, and nothing is tried", async () => {
  command.mockImplementation(async () => "He was the ghost.");
  const rules = Array.from({ length: mostRules }, (_, i) => ({
    id: `r${i}`,
    kind: "phrase" as const,
    text: `No. ${i}`,
  }));
  background.state = { ...background.state, rules };
  await open();
  await act(async () => button(i18n.t("page.missed")).click());
  await vi.waitFor(() =>
    expect(document.querySelector(".notes")?.textContent).toBe(i18n.t("rules.full", mostRules)),
  );
  expect(background.asked.some(({ type }) => type === "edit")).toBe(false);
});

test("the options page is one press away", async () => {
  await open();
  await act(() => document.querySelector<HTMLElement>(`[title="${i18n.t("popup.options")}"]`)!.click());
  expect(openOptions).toHaveBeenCalled();
});
