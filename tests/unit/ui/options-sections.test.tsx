// @vitest-environment happy-dom
// What the options page does as its sections come and go.
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test } from "vitest";
import { i18n } from "#i18n";
import { createOptions, noFilter, type StateFilter } from "../../../lib/ui/options/model.ts";
import { Options } from "../../../lib/ui/options/options.tsx";
import { Background, catalog } from "./options-fixtures.ts";

let background: Background;
let model: ReturnType<typeof createOptions>;
const never = () => new Promise<never>(() => {});
const listed = () => [...document.querySelectorAll(".row-title")].map((row) => row.textContent);
const go = (section: string) =>
  act(() => {
    location.hash = section;
    dispatchEvent(new Event("hashchange"));
  });

beforeEach(async () => {
  background = new Background();
  background.state = { ...background.state, shows: { beta: { state: "watched" } } };
  model = createOptions({ catalog, ask: background.ask });
  await model.settings.refresh();
  document.body.innerHTML = "<main></main>";
  location.hash = "shows";
  const shortcuts = { commands: async () => [], change: undefined };
  await act(() =>
    render(
      <Options
        model={model}
        say={() => ""}
        loadDetection={never}
        loadExchange={never}
        shortcuts={shortcuts}
      />,
      document.querySelector("main")!,
    ),
  );
});

test("the list of shows that is come back to is of what has been changed meanwhile, its filter as it was", async () => {
  await act(() => {
    model.filter.value = { ...noFilter, state: "mine" };
  });
  expect(listed()).toEqual(["Beta"]);
  await go("lists");
  // As an import does; and as another page of the extension does.
  await act(() => model.settings.edit({ shows: { alpha: { state: "watched" } } }).then(() => {}));
  await background.ask({ type: "edit", edit: { shows: { beta: null, delta: { state: "planned" } } } });
  await act(() => model.settings.refresh());
  await go("shows");
  expect(listed()).toEqual(["Alpha", "Delta"]);
  await model.markListed("planned");
  expect(background.state.shows).toEqual({ alpha: { state: "planned" }, delta: { state: "planned" } });
});

test("while it is looked at nothing jumps away in it", async () => {
  await act(() => {
    model.filter.value = { ...noFilter, state: "watched" };
  });
  await go("lists");
  await go("shows");
  await act(() => model.settings.edit({ shows: { beta: { state: "planned" } } }).then(() => {}));
  expect(listed()).toEqual(["Beta"]);
});

test("a show's state is read before what depends on it", async () => {
  await act(() =>
    model.settings.edit({ shows: { alpha: { state: "watching", part: 1, episode: 1 } } }).then(() => {}),
  );
  const row = [...document.querySelectorAll(".row")].find((each) => each.textContent?.includes("Alpha"))!;
  const names = [...row.querySelectorAll("select, button, input")].map((e) => e.getAttribute("aria-label"));
  expect(names).toEqual([
    i18n.t("progress.stateOf", ["Alpha"]),
    i18n.t("progress.episodes.less", ["Alpha"]),
    i18n.t("progress.episodes.seen", ["Alpha"]),
    i18n.t("progress.episodes.more", ["Alpha"]),
  ]);
});

test("of a show that is being watched it is said in words that nothing is seen yet", async () => {
  const row = () =>
    [...document.querySelectorAll(".row")].find((each) => each.textContent?.includes("Alpha"))!;
  const select = row().querySelector("select")!;
  await act(async () => {
    select.value = "watching";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  expect(background.state.shows["alpha"]).toEqual({ state: "watching", part: 1, episode: 0 });
  expect(row().querySelector(".row-facts")?.textContent).toContain(i18n.t("progress.nothing"));
  await act(() =>
    model.settings.edit({ shows: { alpha: { state: "watching", part: 1, episode: 1 } } }).then(() => {}),
  );
  expect(row().querySelector(".row-facts")?.textContent).not.toContain(i18n.t("progress.nothing"));
});

test("an empty list is called empty, with what fills it; a filter that nothing meets is not", async () => {
  const empty = () => document.querySelector(".empty")?.textContent;
  const only = (state: StateFilter) =>
    act(() => {
      model.filter.value = { ...noFilter, state };
    });
  await only("planned");
  expect(empty()).toBe(i18n.t("shows.noneHere"));
  await act(() => model.settings.edit({ shows: { beta: null } }).then(() => {}));
  await only("mine");
  expect(empty()).toBe(i18n.t("shows.noneMine"));
  await only("none");
  expect(empty()).toBeUndefined();
  await act(() => {
    model.filter.value = { ...noFilter, words: "zzzz" };
  });
  expect(empty()).toBe(i18n.t("shows.noneHere"));
});
