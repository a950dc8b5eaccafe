// @vitest-environment happy-dom
// The popup's shows: ticked, found, told; the level, and the way to the options.
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { i18n } from "#i18n";
import { prepareSearch } from "../../../lib/ui/show-search.ts";
import { Background } from "./popup-fixtures.ts";
import { byName, modelOf, names, open as openModel, switches } from "./popup-page.tsx";

let background: Background;
const openOptions = vi.fn();

beforeEach(() => {
  background = new Background();
});

const open = () => openModel(modelOf(background, { openOptions }));

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

test("the options page is one press away", async () => {
  await open();
  await act(() => document.querySelector<HTMLElement>(`[title="${i18n.t("popup.options")}"]`)!.click());
  expect(openOptions).toHaveBeenCalled();
});
