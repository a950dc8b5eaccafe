// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { i18n } from "#i18n";
import { mostRules } from "../../../lib/catalog/rule.ts";
import { createModel } from "../../../lib/ui/popup/model.ts";
import { Popup } from "../../../lib/ui/popup/popup.tsx";
import { prepareSearch } from "../../../lib/ui/show-search.ts";
import { Background, catalog } from "./popup-fixtures.ts";

let background: Background;
let clock: number;
const command = vi.fn(async (_tab: number, _type: string): Promise<unknown> => undefined);
const openOptions = vi.fn();

beforeEach(() => {
  background = new Background();
  clock = 1_000;
  command.mockClear();
  document.body.innerHTML = "<div id=popup></div>";
});

async function open(tab: number | undefined = 7) {
  const model = createModel({
    catalog,
    ask: background.ask,
    findTab: async () => tab,
    lastReport: async () => undefined,
    command,
    openOptions,
    now: () => clock,
    newId: () => "r1",
  });
  await act(() => render(<Popup model={model} />, document.getElementById("popup")!));
  await act(async () => {
    await model.refresh();
    await model.refreshPage();
  });
  return model;
}

const switches = () => [...document.querySelectorAll<HTMLElement>("li [role=switch]")];
const names = () => switches().map((s) => s.getAttribute("aria-label"));
const byName = (name: string) => document.querySelector<HTMLElement>(`[role=switch][aria-label="${name}"]`)!;
const button = (text: string) =>
  [...document.querySelectorAll("button")].find((b) => b.textContent === text)!;
/** And waits for the answer. */
const press = (text: string) =>
  act(async () => {
    button(text).click();
    await new Promise((done) => setTimeout(done));
  });
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

test("without a page there is no site switch, and nothing to reveal", async () => {
  background.page = { host: undefined, veils: 0, shows: {}, kinds: {}, rules: 0, problems: [] };
  await open();
  expect(byName(i18n.t("page.shield"))).toBeNull();
  expect(button(i18n.t("page.revealAll")).disabled).toBe(true);
  expect(names()).toEqual(["Alpha", "Beta & Co.", "Gamma"]);
});

test("problems of the store and of the page are said", async () => {
  background.state = { ...background.state, problems: [{ kind: "damaged", rows: 2 }, { kind: "closed" }] };
  background.page = { ...background.page, problems: [{ kind: "hiding", detail: "no root" }] };
  await open();
  const notes = [...document.querySelectorAll(".note")].map((n) => n.textContent);
  expect(notes).toEqual([
    [i18n.t("problem.hiding"), i18n.t("problem.details"), "no root"].join(""),
    expect.stringContaining("2 entries"),
    expect.stringContaining(i18n.t("problem.closed")),
  ]);
});

test("what is wrong can be copied and repaired; what a repair has left can only be removed", async () => {
  background.state = { ...background.state, problems: [{ kind: "damaged", rows: 2 }] };
  await open();
  const files: File[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((file) => {
    files.push(file as File);
    return "#";
  });
  await press(i18n.t("problem.copy"));
  expect(files[0]?.name).toBe("list.json");
  expect(await files[0]?.text()).toBe("all of it");
  background.state = { ...background.state, problems: [{ kind: "damaged", rows: 1 }] };
  await press(i18n.t("problem.repair"));
  expect(document.querySelector(".note")?.textContent).toContain(i18n.t("problem.damaged", 1));
  background.state = { ...background.state, problems: [] };
  await press(i18n.t("problem.discard"));
  expect(document.querySelector(".note")).toBeNull();
  expect(background.asked.map(({ type }) => type).slice(-3)).toEqual(["copy", "repair", "discard"]);
});

test("that choices were lost is said until the reader has understood it", async () => {
  background.state = { ...background.state, problems: [{ kind: "lost" }] };
  await open();
  expect(document.querySelector(".note")?.textContent).toContain(i18n.t("problem.lost"));
  expect([...document.querySelectorAll(".note button")].map((button) => button.textContent)).toEqual([
    i18n.t("problem.dismiss"),
  ]);
  background.state = { ...background.state, problems: [] };
  await press(i18n.t("problem.dismiss"));
  expect(background.asked.at(-1)).toEqual({ type: "dismiss" });
  expect(document.querySelector(".note")).toBeNull();
});

test("a repair and a copy that fail are said", async () => {
  background.state = { ...background.state, problems: [{ kind: "closed" }] };
  await open();
  background.broken = true;
  await press(i18n.t("problem.repair"));
  expect(document.querySelector(".notes")?.textContent).toContain(i18n.t("problem.notRepaired"));
  await press(i18n.t("problem.copy"));
  expect(document.querySelector(".notes")?.textContent).toContain(i18n.t("problem.notCopied"));
  expect(document.querySelector(".notes")?.textContent).toContain(i18n.t("problem.closed"));
});

test("a background that does not answer is said, and the list waits", async () => {
  background.broken = true;
  await open();
  expect(document.querySelector(".notes")?.textContent).toBe(i18n.t("problem.noAnswer"));
  expect(switches()).toEqual([]);
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

const opener = (title: string) =>
  [...document.querySelectorAll<HTMLElement>(".show-text")].find((b) => b.textContent?.startsWith(title))!;
const row = (title: string) => opener(title).closest("li")!;
const choose = (select: HTMLSelectElement, value: string) =>
  act(async () => {
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });

test("a show opens, is set to watching, goes on by one episode, and undo takes each step back", async () => {
  await open();
  await act(() => opener("Gamma").click());
  expect(opener("Gamma").getAttribute("aria-expanded")).toBe("true");
  await choose(row("Gamma").querySelector("select")!, "watching");
  expect(background.state.shows).toEqual({ gamma: { state: "watching", part: 1, episode: 0 } });
  expect(row("Gamma").textContent).toContain(i18n.t("progress.nothing"));
  // What comes by the choice comes after it, for the eye and for Tab.
  expect(
    [...row("Gamma").querySelectorAll(".progress select, .progress input")].map((e) => e.localName),
  ).toEqual(["select", "input"]);
  await act(() => opener("Gamma").click());
  expect(row("Gamma").querySelector("select")).toBeNull();
  await act(async () => row("Gamma").querySelector<HTMLElement>(".next")!.click());
  expect(background.state.shows).toEqual({ gamma: { state: "watching", part: 1, episode: 1 } });
  expect(row("Gamma").textContent).toContain(i18n.t("progress.episodes.only", [1]));
  expect(document.querySelector(".toast")?.textContent).toContain("Gamma");
  await press(i18n.t("change.undo"));
  expect(background.state.shows).toEqual({ gamma: { state: "watching", part: 1, episode: 0 } });
  expect(document.querySelector(".toast")?.textContent).toContain(i18n.t("progress.nothing"));
  await press(i18n.t("change.undo"));
  expect(background.state.shows).toEqual({});
  expect(background.asked.filter(({ type }) => type === "undo")).toEqual([
    { type: "undo", change: 2 },
    { type: "undo", change: 1 },
  ]);
  expect(document.querySelector(".toast")).toBeNull();
});

test("the focus stays on the toast's button while there is more to take back, and then goes back", async () => {
  await open();
  await act(() => byName("Gamma").focus());
  await act(() => byName("Gamma").click());
  await act(() => byName("Alpha").click());
  await act(() => button(i18n.t("change.undo")).focus());
  // A key that is held down clicks again and again: each step is to be wanted.
  const held = new KeyboardEvent("keydown", { key: "Enter", repeat: true, bubbles: true, cancelable: true });
  expect(button(i18n.t("change.undo")).dispatchEvent(held)).toBe(false);
  await press(i18n.t("change.undo"));
  expect(document.activeElement).toBe(button(i18n.t("change.undo")));
  await press(i18n.t("change.undo"));
  expect(document.activeElement).toBe(byName("Gamma"));
});

test("Ctrl+Z takes back from anywhere but a field, and what has been taken back is said, each time", async () => {
  await open();
  // As keys come: what is drawn in between is seen.
  const z = async (target: Element, more = {}) => {
    target.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true, ...more }));
    for (let i = 0; i < 5; i++) await new Promise((done) => setTimeout(done));
  };
  const heard: (string | null)[] = [];
  const status = document.querySelector(".toast-place > .sr-only")!;
  new MutationObserver(() => heard.push(status.textContent)).observe(status, {
    characterData: true,
    childList: true,
    subtree: true,
  });
  for (let i = 0; i < 2; i++) {
    await act(() => byName("Gamma").click());
    await z(document.querySelector("input[type=search]")!);
    await z(byName("Beta & Co."), { repeat: true });
    expect(background.state.shows).toEqual({ gamma: { state: "watched" } });
    await z(byName("Beta & Co."));
    expect(background.state.shows).toEqual({});
  }
  const words = i18n.t("change.undone", [i18n.t("change.named", ["Gamma", i18n.t("progress.watched")])]);
  expect(heard.filter((each) => each === words)).toHaveLength(2);
  await z(byName("Beta & Co."));
  expect(background.asked.filter(({ type }) => type === "undo")).toHaveLength(2);
});

test("Escape closes a show that is open, and not the popup with it", async () => {
  await open();
  await act(() => opener("Gamma").click());
  const select = row("Gamma").querySelector("select")!;
  const pressEscape = () => {
    const key = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
    return act(() => void select.dispatchEvent(key)).then(() => key.defaultPrevented);
  };
  await act(() => select.focus());
  expect(await pressEscape()).toBe(true);
  expect(document.activeElement).toBe(opener("Gamma"));
  expect(opener("Gamma").getAttribute("aria-expanded")).toBe("false");
});

test("the toast of the change before stays for as long, and not while it is pointed at", async () => {
  await open();
  await act(() => byName("Gamma").click());
  await act(() => byName("Alpha").click());
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const point = (type: string) =>
      act(() => void document.querySelector(".toast-place")?.dispatchEvent(new PointerEvent(type)));
    const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
    await point("pointerenter");
    await act(async () => button(i18n.t("change.undo")).click());
    await wait(11_000);
    expect(document.querySelector(".toast")?.textContent).toContain("Gamma");
    await point("pointerleave");
    await wait(9_000);
    expect(document.querySelector(".toast")).not.toBeNull();
    await wait(2_000);
    expect(document.querySelector(".toast")).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test("one show is open at a time", async () => {
  await open();
  await act(() => opener("Gamma").click());
  await act(() => opener("Alpha").click());
  expect(document.querySelectorAll("[aria-expanded=true]")).toHaveLength(1);
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

test("an empty field says nothing of episodes: they stay", async () => {
  background.state = { ...background.state, shows: { gamma: { state: "watching", part: 1, episode: 5 } } };
  await open();
  await act(() => opener("Gamma").click());
  const field = row("Gamma").querySelector<HTMLInputElement>(".step-input")!;
  await act(async () => {
    field.value = "";
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  expect(field.value).toBe("5");
  expect(background.state.shows).toEqual({ gamma: { state: "watching", part: 1, episode: 5 } });
});

test("the next toast goes by itself, though the button of the one before has gone with the focus on it", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    await open();
    await act(async () => byName("Gamma").click());
    await act(async () => button(i18n.t("change.undo")).focus());
    await act(async () => button(i18n.t("change.undo")).click());
    await act(async () => byName("Beta & Co.").click());
    expect(document.querySelector(".toast")).not.toBeNull();
    await act(() => {
      vi.advanceTimersByTime(11_000);
    });
    expect(document.querySelector(".toast")).toBeNull();
  } finally {
    vi.useRealTimers();
  }
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
