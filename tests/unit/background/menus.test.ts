import { expect, test } from "vitest";
import { createMenus, menuChoice } from "../../../lib/background/menus.ts";

const words = {
  veil: {
    show: "Show",
    showPicture: "Picture",
    spare: "None",
    seen: "Seen",
    read: "Read",
    seenAll: "All seen",
  },
  hide: "Hide",
  of: (title: string) => `of ${title}`,
  ofOther: "of another",
  revealAll: "Reveal",
};
const titles: Record<string, string> = { alpha: "Alpha", beta: "Beta", tiger: "Tiger & Bunny" };

function setup() {
  let items: { id: string; title: string; parentId?: string; visible?: boolean }[] = [];
  let rounds = 0;
  const updates: string[] = [];
  const api = {
    create: (item: (typeof items)[number]) => items.push(item),
    async update(id: string, { visible }: { visible: boolean }) {
      const item = items.find((other) => other.id === id);
      if (!item) throw new Error(`no item ${id}`);
      updates.push(id);
      item.visible = visible;
    },
    async removeAll() {
      rounds++;
      items = [];
    },
  };
  const menus = createMenus(api, words, (show) => titles[show]);
  const names = () => items.filter(({ visible }) => visible !== false).map(({ title }) => title);
  return { menus, names, updates, rounds: () => rounds, items: () => items };
}

test("the page's shows are offered, the most hidden first; unknown ones are not", async () => {
  const { menus, names, items } = setup();
  await menus.show({ shows: { alpha: 1, beta: 3, gone: 2 }, veils: 4 });
  expect(names()).toEqual(["Hide", "of Beta", "of Alpha", "of another", "Reveal"]);
  expect(
    items()
      .filter(({ title }) => title.startsWith("of "))
      .every(({ parentId }) => parentId === "hide"),
  ).toBe(true);
});

test('a title\'s "&" is written as menus want it', async () => {
  const { menus, names } = setup();
  await menus.show({ shows: { tiger: 1 }, veils: 1 });
  expect(names()).toContain("of Tiger && Bunny");
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

test("what can be done to a veil stands there while it is pointed at", async () => {
  const { menus, names, updates } = setup();
  await menus.show({ shows: {}, veils: 1 });
  await menus.point(["show", "spare", "seen"]);
  expect(names()).toEqual(["Show", "None", "Seen", "Hide", "Reveal"]);
  await menus.point(["showPicture", "spare", "seen"]);
  expect(names()).toEqual(["Picture", "None", "Seen", "Hide", "Reveal"]);
  await menus.point([]);
  expect(names()).toEqual(["Hide", "Reveal"]);
  // No more than what changes.
  expect(updates).toHaveLength(3 + 2 + 3);
});

test("pointed at before the menu is made, or while it is made anew: it is as it has to be", async () => {
  const { menus, names } = setup();
  await menus.point(["show"]);
  await menus.show({ shows: {}, veils: 0 });
  expect(names()).toEqual(["Show", "Hide"]);
  const made = menus.show({ shows: {}, veils: 1 });
  const left = menus.point([]);
  await Promise.all([made, left]);
  expect(names()).toEqual(["Hide", "Reveal"]);
});

test.each([
  ["hide", { type: "hide", show: undefined }],
  ["hide:", { type: "hide", show: undefined }],
  ["hide:alpha", { type: "hide", show: "alpha" }],
  ["reveal-all", { type: "reveal-all" }],
  ["veil:spare", { type: "choose", item: "spare" }],
  ["veil:other", undefined],
  ["other", undefined],
  [7, undefined],
])("a click on %s", (id, choice) => {
  expect(menuChoice(id)).toEqual(choice);
});
