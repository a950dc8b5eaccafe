import { shows } from "virtual:catalog/shows";
import { afterEach, expect, test, vi } from "vitest";
import { partName } from "../../../lib/ui/progress/part-name.ts";
import { marked } from "../locales/marked.ts";

declare const chrome: { i18n: { getMessage: (key: string, put?: string | string[]) => string } };
const titles = [...new Set(shows.flatMap(({ parts }) => parts.map(({ title }) => title)))];
const inMarks = () =>
  vi.spyOn(chrome.i18n, "getMessage").mockImplementation((key, put = []) => marked(key, ...[put].flat()));
afterEach(() => vi.restoreAllMocks());

test("in English the catalog's names stay as they are, but for those that say a number in words", () => {
  const changed = titles.filter((title) => partName(title) !== title);
  expect(Object.fromEntries(changed.map((title) => [title, partName(title)]))).toEqual({
    "2nd Season: Eve of Awakening": "Season 2: Eve of Awakening",
    "Second Season": "Season 2",
    "The Final Season": "Final Season",
    "The Final Season Part 2": "Final Season Part 2",
    "Third season (1997–98)": "Season 3 (1997–98)",
  });
});

test.each([
  ["Season 12", "⟦Season ⟧12⟦⟧"],
  ["Cour 2", "⟦Cour ⟧2⟦⟧"],
  ["Season 4: To the Top", "⟦⟧⟦Season ⟧4⟦⟧⟦: ⟧To the Top⟦⟧"],
  ["Shi (Season 4)", "⟦⟧Shi⟦ (⟧⟦Season ⟧4⟦⟧⟦)⟧"],
  ["Third season (1997–98)", "⟦⟧⟦Season ⟧3⟦⟧⟦ (⟧1997–98⟦)⟧"],
  ["X (film, 1996)", "⟦⟧X⟦ (⟧⟦film⟧, 1996⟦)⟧"],
  ["Special (episode 25)", "⟦⟧⟦special⟧⟦ (⟧⟦episode ⟧25⟦⟧⟦)⟧"],
  ["OVA I–X", "⟦OVA ⟧I–X⟦⟧"],
  ["Alabasta", "Alabasta"],
  ["K-On! The Movie", "K-On! The Movie"],
])("%s is put together of words of the layer and names", (title, words) => {
  inMarks();
  expect(partName(title)).toBe(words);
});

/** Titles of their own, though a plain word is in them. */
const proper = [
  "Final Series",
  "Given the Movie",
  "K-On! The Movie",
  "Monogatari Series: Second Season",
  "Owarimonogatari Second Season",
  "Season 3: The Culling Game Part 1",
  "The Animated Series (2017)",
  "The School Idol Movie",
  "Tokyo Ghoul:re 2nd Season",
];

test("no plain name of the catalog is left in English", () => {
  inMarks();
  const plain =
    /\b(seasons?|part \d|cour|films?|movie|ova|ona|tv|specials?|episodes?|series|epilogue|manga)\b/i;
  const left = titles.filter((title) => plain.test(partName(title).replace(/⟦[^⟦⟧]*⟧/g, " ")));
  expect(left.sort()).toEqual(proper);
});
