// @vitest-environment happy-dom
// With the interface in Japanese, shows are called what they are called there.
import { shows } from "virtual:catalog/shows";
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { addTitles } from "../../../lib/build/titles.ts";
import { english } from "../../../lib/catalog/build/english.ts";
import { createWords, localTitle } from "../../../lib/page/words.ts";
import { describeEdit } from "../../../lib/ui/describe-edit.ts";
import { createOptions } from "../../../lib/ui/options/model.ts";
import { ruleFrom } from "../../../lib/ui/options/rule-form.tsx";
import { Shows } from "../../../lib/ui/options/shows.tsx";
import { createSearch } from "../../../lib/ui/show-search.ts";
import { listed, titleOf } from "../../../lib/ui/show-title.ts";
import { Background } from "./options-fixtures.ts";

/** As the build has them. */
const asset = { relativeDest: "_locales/ja/messages.json", contents: "{}" };
addTitles([asset], shows);
const titles = JSON.parse(asset.contents) as Record<string, { message: string }>;
const say = (key: string, ...put: string[]) =>
  key === "app_lang" ? "ja" : (titles[key]?.message ?? english(key, ...put));
const show = (id: string) => shows.find((each) => each.id === id)!;

beforeAll(() => {
  const { chrome } = globalThis as unknown as { chrome: { i18n: object } };
  Object.assign(chrome.i18n, {
    getMessage: (key: string, put: string | string[] = []) => say(key, ...[put].flat()),
  });
});
beforeEach(() => {
  document.body.innerHTML = "<main></main>";
});

test("each show has a native title but for those that have none, and every page and menu the same", () => {
  const none = shows.filter((each) => titleOf(each) === each.title).map(({ id }) => id);
  expect(none.length).toBeLessThanOrEqual(5);
  expect(titleOf(show("your-lie-in-april"))).toBe("四月は君の嘘");
  for (const each of shows) expect(localTitle(say, each.id, each.title)).toBe(titleOf(each));
});

test("what is said of a change, and on a veil", () => {
  const edit = { shows: { "your-lie-in-april": { state: "watched" } } } as const;
  expect(describeEdit(edit, show)).toContain("四月は君の嘘");
  const finding = { start: 0, end: 1, show: "your-lie-in-april", title: "Your Lie in April" };
  const label = createWords(say).describe({ ...finding, kind: "death", score: 1, why: { by: "title" } });
  expect(label).toMatch(/^四月は君の嘘 · /);
});

test("lists are in the order of the language, and say the native title", async () => {
  const order = listed(shows).map(titleOf);
  expect(order).toEqual(order.toSorted(new Intl.Collator("ja").compare));
  expect(order).not.toEqual(shows.map(titleOf));
  const model = createOptions({
    catalog: [show("akira"), show("your-name")],
    ask: new Background().ask,
  });
  await model.settings.refresh();
  await act(() => render(<Shows model={model} />, document.querySelector("main") as Element));
  expect([...document.querySelectorAll(".row-title")].map((e) => e.textContent)).toEqual([
    "アキラ",
    "君の名は。",
  ]);
  expect(document.querySelector(".select[aria-label*='Your Name']")).toBeNull();
});

test.each(["君の嘘", "Your Lie", "shigatsu wa kimi"])("the search still finds %s", (words) => {
  expect(createSearch(listed(shows))(words)[0]?.id).toBe("your-lie-in-april");
});

test.each(["四月は君の嘘", "Your Lie in April"])("a rule about %s is about the catalog's show", (title) => {
  expect(ruleFrom("a", "phrase", "the letter", title, shows)).toMatchObject({ show: "your-lie-in-april" });
});

test("without Japanese messages nothing is built", () => {
  expect(() => addTitles([], shows)).toThrow("no Japanese messages");
});
