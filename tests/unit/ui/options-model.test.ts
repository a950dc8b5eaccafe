import { beforeEach, expect, test } from "vitest";
import { createOptions, noFilter, type OptionsModel } from "../../../lib/ui/options/model.ts";
import { Background, catalog } from "./options-fixtures.ts";

let background: Background;
let model: OptionsModel;
const listed = () => model.listed.value.map(({ id }) => id);

beforeEach(async () => {
  background = new Background();
  background.state = {
    ...background.state,
    shows: { beta: { state: "watched" }, delta: { state: "planned" } },
  };
  model = createOptions({ catalog, ask: background.ask });
  await model.settings.refresh();
});

test.each([
  [{}, ["alpha", "beta", "gamma", "delta"]],
  [{ to: "2014" }, ["alpha", "beta"]],
  [{ from: "2015" }, ["gamma", "delta"]],
  [{ to: "２０１４" }, ["alpha", "beta"]],
  [{ from: "20" }, ["alpha", "beta", "gamma", "delta"]],
  [{ format: "film" as const }, ["beta", "delta"]],
  [{ studio: "Studio Ghibli" }, ["beta", "delta"]],
  [{ state: "mine" as const }, ["beta", "delta"]],
  [{ state: "none" as const }, ["alpha", "gamma"]],
  [{ state: "planned" as const }, ["delta"]],
  [{ words: "gam" }, ["gamma"]],
  [{ format: "film" as const, from: "2015", state: "mine" as const }, ["delta"]],
])("narrowed to %o", (change, ids) => {
  model.filter.value = { ...noFilter, ...change };
  expect(listed()).toEqual(ids);
});

test("everything before 2015 is one change, and one undo", async () => {
  model.filter.value = { ...noFilter, to: "2014" };
  await model.markListed("watched");
  expect(background.asked.at(-1)).toEqual({ type: "edit", edit: { shows: { alpha: { state: "watched" } } } });
  expect(Object.keys(background.state.shows).sort()).toEqual(["alpha", "beta", "delta"]);
  await model.settings.undo();
  expect(background.state.shows).toEqual({ beta: { state: "watched" }, delta: { state: "planned" } });
  expect(model.settings.undoable.value).toBeUndefined();
});

test("nothing to change asks nothing of the background", async () => {
  model.filter.value = { ...noFilter, state: "watched" };
  const before = background.asked.length;
  await model.markListed("watched");
  expect(background.asked).toHaveLength(before);
});

test("a show that is changed stays in the list until the filter changes", async () => {
  model.filter.value = { ...noFilter, state: "planned" };
  expect(listed()).toEqual(["delta"]);
  await model.settings.edit({ shows: { delta: { state: "watched" } } });
  expect(listed()).toEqual(["delta"]);
  model.filter.value = { ...noFilter, state: "planned", words: " " };
  expect(listed()).toEqual([]);
});

test("a choice that cannot be saved goes back, and that is said", async () => {
  background.broken = true;
  await model.settings.edit({ shows: { gamma: { state: "watched" } } });
  expect(model.settings.state.value?.shows).not.toHaveProperty("gamma");
  expect(model.settings.failure.value).toBe("notSaved");
});
