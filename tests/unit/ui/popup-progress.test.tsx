// @vitest-environment happy-dom
// How far one is, set and taken back in the popup.
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { i18n } from "#i18n";
import { Background } from "./popup-fixtures.ts";
import { button, byName, modelOf, opener, open as openModel, press, row } from "./popup-page.tsx";

let background: Background;
beforeEach(() => {
  background = new Background();
});

const open = () => openModel(modelOf(background));

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
  expect(button(i18n.t("change.undo"))).toBeUndefined();
});

test("one episode more goes on from where the show is when it is written, and takes nothing back", async () => {
  const at = (episode: number) => ({ gamma: { state: "watching", part: 1, episode } }) as const;
  background.state = { ...background.state, shows: at(3) };
  const model = await open();
  const next = () => row("Gamma").querySelector<HTMLElement>(".next")!;
  // On a veil, a moment before the popup hears of it.
  background.state = { ...background.state, shows: at(8) };
  await act(async () => next().click());
  expect(background.state.shows).toEqual(at(8));
  expect(row("Gamma").textContent).toContain(i18n.t("progress.episodes.only", [8]));
  await act(() => opener("Gamma").click());
  background.state = { ...background.state, shows: at(10) };
  const more = i18n.t("progress.episodes.more", ["Gamma"]);
  await act(async () => document.querySelector<HTMLElement>(`[aria-label="${more}"]`)!.click());
  expect(model.state.value?.shows).toEqual(at(10));
  // Back by one is meant as it stands there.
  const less = i18n.t("progress.episodes.less", ["Gamma"]);
  await act(async () => document.querySelector<HTMLElement>(`[aria-label="${less}"]`)!.click());
  expect(background.state.shows).toEqual(at(9));
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
  const status = document.querySelector(".toast-place [role=status]")!;
  new MutationObserver((records) => {
    for (const { addedNodes } of records) heard.push(...[...addedNodes].map((node) => node.textContent));
  }).observe(status, { childList: true, subtree: true });
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

test("the toast of the change before stays for as long, and while it is pointed at or in a tab behind", async () => {
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
    const hide = (hidden: boolean) =>
      act(() => {
        vi.spyOn(document, "hidden", "get").mockReturnValue(hidden);
        document.dispatchEvent(new Event("visibilitychange"));
      });
    await hide(true);
    await point("pointerleave");
    await wait(11_000);
    expect(document.querySelector(".toast")).not.toBeNull();
    await hide(false);
    await wait(9_000);
    expect(document.querySelector(".toast")).not.toBeNull();
    await wait(2_000);
    expect(document.querySelector(".toast")).toBeNull();
  } finally {
    vi.restoreAllMocks();
    vi.useRealTimers();
  }
});

test("a double click on +1, or a key that is held down on it, is one episode", async () => {
  background.state = { ...background.state, shows: { gamma: { state: "watching", part: 1, episode: 5 } } };
  await open();
  const next = row("Gamma").querySelector<HTMLElement>(".next")!;
  const click = (detail: number) =>
    act(() => void next.dispatchEvent(new MouseEvent("click", { bubbles: true, detail })));
  await click(1);
  await click(2);
  expect(background.state.shows).toEqual({ gamma: { state: "watching", part: 1, episode: 6 } });
  const held = (repeat: boolean) => {
    const key = new KeyboardEvent("keydown", { key: "Enter", repeat, bubbles: true, cancelable: true });
    next.dispatchEvent(key);
    return key.defaultPrevented;
  };
  expect([held(false), held(true)]).toEqual([false, true]);
  // Pressed once more, it is once more.
  await click(1);
  expect(background.state.shows).toEqual({ gamma: { state: "watching", part: 1, episode: 7 } });
});

test("one show is open at a time", async () => {
  await open();
  await act(() => opener("Gamma").click());
  await act(() => opener("Alpha").click());
  expect(document.querySelectorAll("[aria-expanded=true]")).toHaveLength(1);
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

test("Escape in the field gives up what was typed, though the focus leaves it", async () => {
  const shows = { gamma: { state: "watching", part: 1, episode: 2 } } as const;
  background.state = { ...background.state, shows };
  await open();
  await act(() => opener("Gamma").click());
  const field = row("Gamma").querySelector<HTMLInputElement>(".step-input")!;
  const change = () => field.dispatchEvent(new Event("change", { bubbles: true }));
  // As browsers do with what has been typed, which happy-dom does not.
  field.addEventListener("blur", () => field.value === "2" || change());
  await act(() => field.focus());
  field.value = "12";
  await act(
    () =>
      void field.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }),
      ),
  );
  expect(document.activeElement).toBe(opener("Gamma"));
  expect(background.state.shows).toEqual(shows);
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

test("after an undo it says what has been undone, and offers what was before that as such", async () => {
  await open();
  await act(() => byName("Beta & Co.").click());
  await act(() => byName("Gamma").click());
  const said = () => [...document.querySelectorAll(".toast p")].map((p) => p.textContent);
  const watched = (title: string) => i18n.t("change.named", [title, i18n.t("progress.watched")]);
  await press(i18n.t("change.undo"));
  expect(said()).toEqual([
    i18n.t("change.undone", [watched("Gamma")]),
    i18n.t("change.before", [watched("Beta & Co.")]),
  ]);
  await press(i18n.t("change.undo"));
  expect(said()).toEqual([i18n.t("change.undone", [watched("Beta & Co.")])]);
  expect(button(i18n.t("change.undo"))).toBeUndefined();
  // What is new is no more than what it is.
  await act(async () => {
    byName("Alpha").click();
    await new Promise((done) => setTimeout(done));
  });
  expect(said()).toEqual([watched("Alpha")]);
});

test("an undo that has been overtaken elsewhere says nothing of having undone", async () => {
  await open();
  await act(() => byName("Gamma").click());
  await background.ask({ type: "edit", edit: { level: "careful" } });
  await press(i18n.t("change.undo"));
  expect(background.asked.at(-1)).toEqual({ type: "undo", change: 1 });
  expect(document.body.textContent).not.toContain(i18n.t("change.undone", [""]));
});
