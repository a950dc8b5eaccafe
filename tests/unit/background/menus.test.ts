import { expect, test } from "vitest";
import { createMenus, menuChoice } from "../../../lib/background/menus.ts";

const words = {
  hide: "Hide",
  of: (title: string) => `of ${title}`,
  ofOther: "of another",
  revealAll: "Reveal",
};
const titles: Record<string, string> = { alpha: "Alpha", beta: "Beta" };

function setup() {
  let items: { id: string; title: string; parentId?: string }[] = [];
  let rounds = 0;
  const api = {
    create: (item: (typeof items)[number]) => items.push(item),
    async removeAll() {
      rounds++;
      items = [];
    },
  };
  const menus = createMenus(api, words, (show) => titles[show]);
  return { menus, names: () => items.map(({ title }) => title), rounds: () => rounds, items: () => items };
}

test("the page's shows are offered, the most hidden first; unknown ones are not", async () => {
  const { menus, names, items } = setup();
  await menus.show({ shows: { alpha: 1, beta: 3, gone: 2 }, veils: 4 });
  expect(names()).toEqual(["Hide", "of Beta", "of Alpha", "of another", "Reveal"]);
  expect(
    items()
      .slice(1, 4)
      .every(({ parentId }) => parentId === "hide"),
  ).toBe(true);
});

test("without a show the item itself hides, and without veils there is nothing to reveal", async () => {
  const { menus, names } = setup();
  await menus.show({ shows: {}, veils: 0 });
  expect(names()).toEqual(["Hide"]);
});

test("the same page costs nothing, and rounds do not mix", async () => {
  const { menus, names, rounds } = setup();
  const one = menus.show({ shows: { alpha: 1 }, veils: 1 });
  const same = menus.show({ shows: { alpha: 2 }, veils: 2 });
  const two = menus.show({ shows: {}, veils: 0 });
  await Promise.all([one, same, two]);
  expect(rounds()).toBe(2);
  expect(names()).toEqual(["Hide"]);
});

test.each([
  ["hide", { type: "hide", show: undefined }],
  ["hide:", { type: "hide", show: undefined }],
  ["hide:alpha", { type: "hide", show: "alpha" }],
  ["reveal-all", { type: "reveal-all" }],
  ["other", undefined],
  [7, undefined],
])("a click on %s", (id, choice) => {
  expect(menuChoice(id)).toEqual(choice);
});
