// @vitest-environment happy-dom
// What is chosen by radio buttons and check boxes: how much is hidden, and how it looks.
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import { i18n } from "#i18n";
import { type Choices, defaults } from "../../../lib/preferences/choices.ts";
import { Hiding } from "../../../lib/ui/options/hiding.tsx";
import { Look } from "../../../lib/ui/options/look.tsx";
import { createOptions } from "../../../lib/ui/options/model.ts";
import { Background, catalog } from "./options-fixtures.ts";

// Its frame is a page with the real shield in it: the browser tests look at that.
vi.mock("../../../lib/ui/sample-veil.tsx", () => ({ SampleVeil: () => null }));

let background: Background;

beforeEach(async () => {
  background = new Background();
  background.state = { ...background.state, spared: ["a", "b"] };
  const model = createOptions({ catalog, ask: background.ask });
  await model.settings.refresh();
  document.body.innerHTML = "<main></main>";
  const page = [<Hiding key="hiding" model={model} />, <Look key="look" model={model} say={() => ""} />];
  await act(() => render(page, document.querySelector("main")!));
});

/** By its words, without the line that explains them. */
const choice = (words: string) =>
  [...document.querySelectorAll(".choice")]
    .find((each) => (each.querySelector(".choice-text span") ?? each).textContent === words)!
    .querySelector("input")!;
const answered = () => new Promise((done) => setTimeout(done));
const { look } = defaults;

test.each<[string, Partial<Choices>]>([
  [i18n.t("level.certain"), { level: "certain" }],
  [i18n.t("level.careful"), { level: "careful" }],
  [i18n.t("scope.list"), { scope: "list" }],
  [i18n.t("sections.title"), { sections: true }],
  [i18n.t("look.bar"), { look: { ...look, style: "bar" } }],
  [i18n.t("look.strength1"), { look: { ...look, strength: 1 } }],
  [i18n.t("look.strength3"), { look: { ...look, strength: 3 } }],
  [i18n.t("look.label"), { look: { ...look, label: false } }],
])("%s", async (words, change) => {
  const input = choice(words);
  const before = input.checked;
  await act(async () => {
    input.click();
    await answered();
  });
  const { lastChange, revision: _, problems: __, ...after } = background.state;
  expect(after).toEqual({ ...defaults, spared: ["a", "b"], ...change });
  expect(input.checked).toBe(!before);
  // As it was, by "undo".
  expect(lastChange?.inverse).toEqual(
    Object.fromEntries(Object.keys(change).map((key) => [key, defaults[key as keyof Choices]])),
  );
});

test("what holds is what is marked", () => {
  const marked = [...document.querySelectorAll<HTMLInputElement>("input:checked")];
  const words = marked.map((input) => input.parentElement?.querySelector(".choice-text span")?.textContent);
  expect(words).toEqual([
    i18n.t("level.balanced"),
    i18n.t("scope.all"),
    i18n.t("look.blur"),
    i18n.t("look.strength2"),
    i18n.t("look.label"),
  ]);
});

test("what was called no spoiler can be hidden again", async () => {
  await act(async () => {
    document.querySelector("button")!.click();
    await answered();
  });
  expect(background.state.spared).toEqual([]);
});
