// @vitest-environment happy-dom
// "A spoiler slipped through": what is selected on the page becomes a rule, or why it does not is said. So does what is
// searched for in vain.
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { i18n } from "#i18n";
import { mostRules } from "../../../lib/catalog/rule.ts";
import { nowhere } from "../../../lib/ui/popup/model.ts";
import { Background } from "./popup-fixtures.ts";
import { button, byName, draw, modelOf, open as openModel, press } from "./popup-page.tsx";

let background: Background;
const command = vi.fn(async (_tab: number, _type: string): Promise<unknown> => undefined);

beforeEach(() => {
  background = new Background();
});

const open = () => openModel(modelOf(background, { command }));

test("a spoiler that slipped through: the selection becomes a rule", async () => {
  command.mockImplementation(async (_tab, type) =>
    type === "selection" ? "  He was \u00a0 the ghost. " : undefined,
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

test("what is selected in the page itself comes before what was selected in a frame of it", async () => {
  const answer = async (_tab: number, _type: string, frame?: number) =>
    frame === 0 ? "He was the ghost." : "An old selection.";
  await openModel(modelOf(background, { command: answer }));
  await act(async () => button(i18n.t("page.missed")).click());
  await vi.waitFor(() =>
    expect(background.state.rules.map(({ text }) => text)).toEqual(["He was the ghost."]),
  );
});

test.each([
  ["another choice", () => byName("Alpha").click()],
  ["one episode more", () => button("+1").click()],
  ["revealing", () => button(i18n.t("page.revealAll")).click()],
])("why no rule was made is said until something else is done: %s", async (_, go) => {
  background.state = { ...background.state, shows: { beta: { state: "watching", part: 1, episode: 1 } } };
  command.mockImplementation(async () => undefined);
  await open();
  const notes = () => document.querySelector(".notes")?.textContent;
  await act(async () => button(i18n.t("page.missed")).click());
  await vi.waitFor(() => expect(notes()).toBe(i18n.t("page.missedHint")));
  await act(async () => go());
  await vi.waitFor(() => expect(notes()).toBe(""));
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
  background.page = nowhere;
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

const search = (words: string) =>
  act(async () => {
    const box = document.querySelector<HTMLInputElement>("[role=searchbox]")!;
    box.value = words;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
const hint = () => document.querySelector(".empty p")?.textContent;

test("a show that the catalog lacks becomes a rule where it was searched for, and is said to be one", async () => {
  await open();
  await search(" The  Lighthouse at Dawn ");
  expect(hint()).toBe(i18n.t("shows.noneHint"));
  const make = button("Shield “The  Lighthouse at Dawn” by a rule");
  await act(async () => make.click());
  const title = "The Lighthouse at Dawn";
  await vi.waitFor(() =>
    expect(background.state.rules).toEqual([{ id: "r1", kind: "show", text: title, title }]),
  );
  expect(hint()).toBe(i18n.t("rules.known"));
  expect(document.querySelectorAll(".empty button")).toHaveLength(0);
  await act(async () => button(i18n.t("change.undo")).click());
  await vi.waitFor(() => expect(hint()).toBe(i18n.t("shows.noneHint")));
  expect(document.querySelectorAll(".empty button")).toHaveLength(1);
});

test.each(["㎢", "x".repeat(201)])("what is no title is offered as no rule: %s", async (words) => {
  await open();
  await search(words);
  expect(hint()).toBe(i18n.t("shows.noneHint"));
  expect(document.querySelectorAll(".empty button")).toHaveLength(0);
});

test("pressed before the background has answered, it waits for that: what is a rule already is not known before", async () => {
  const rule = { id: "r0", kind: "phrase", text: "She was the ghost." } as const;
  background.state = { ...background.state, rules: [rule] };
  for (const [words, rules] of [
    ["He was the ghost.", 2],
    ["She was the ghost.", 2],
  ] as const) {
    command.mockImplementation(async () => words);
    const model = modelOf(background, { command });
    await draw(model);
    await act(() => model.refreshPage());
    await press(i18n.t("page.missed"));
    expect(background.state.rules).toHaveLength(rules);
  }
  expect(document.querySelector(".notes")?.textContent).toBe(i18n.t("rules.known"));
});

test("where the background does not answer at all, it is said that no rule was made", async () => {
  command.mockImplementation(async () => "He was the ghost.");
  const model = modelOf(background, { command });
  await draw(model);
  await act(() => model.refreshPage());
  background.broken = true;
  await press(i18n.t("page.missed"));
  expect(document.querySelector(".notes")?.textContent).toContain(i18n.t("problem.noAnswer"));
});
