import { expect, test } from "vitest";
import {
  allTitleSpellings,
  characterNames,
  longVowels,
  ordinarySpellings,
  spell,
  titleSpellings,
} from "../../../lib/catalog/build/spellings.ts";
import type { ShowFile } from "../../../lib/catalog/schema.ts";
import { show } from "./fixtures.ts";

const joined = (list: readonly (readonly string[])[]) => list.map((s) => s.join(" "));
const names = (changes: Partial<ShowFile["characters"][number]>) => {
  const [character] = show({
    characters: [{ id: "ilven", name: "Ilven", pronoun: "she", ...changes }],
  }).characters;
  const { full, alone, native } = characterNames(character!);
  return { full: joined(full), alone: joined(alone), native: joined(native) };
};
const titles = (title: string, aliases: string[] = []) =>
  joined(titleSpellings(show({ title, aliases })).map((t) => t.spelling));

test("long vowels are written in several ways", () => {
  expect(joined(spell("Kōsei", true))).toEqual(expect.arrayContaining(["kosei", "kousei"]));
  expect(joined(spell("Yūki", true))).toEqual(expect.arrayContaining(["yuki", "yuuki"]));
  expect(joined(spell("Shouta", true))).toEqual(expect.arrayContaining(["shouta", "shota"]));
});

test("many long vowels do not make endless spellings", () => {
  expect(longVowels("Ōōōōōōōō").length).toBeLessThanOrEqual(12);
});

test("English words keep their vowels", () => {
  expect(titles("Blood Moon")).toEqual(["blood moon"]);
});

test("names stand in either order, with either spelling", () => {
  const { full, alone } = names({ name: "Kōsei Arima", given: "Kōsei", family: "Arima" });
  expect(full).toEqual(
    expect.arrayContaining(["kosei arima", "arima kosei", "kousei arima", "arima kousei"]),
  );
  expect(alone).toEqual(expect.arrayContaining(["kosei", "kousei", "arima"]));
  expect(full).not.toContain("arima");
});

test("an article may be left out", () => {
  expect(names({ aliases: ["the Colossal Titan"] }).full).toEqual(
    expect.arrayContaining(["the colossal titan", "colossal titan"]),
  );
});

test("a native name is read whole, and in parts where the file says where the family name ends", () => {
  const read = (native: string, ordinary: string[] = []) =>
    names({ native, name: "Hikaru Yorugami", given: "Hikaru", family: "Yorugami", ordinary });
  expect(read("夜神 光")).toMatchObject({
    full: expect.arrayContaining(["夜 神 光"]),
    native: ["夜 神", "光"],
  });
  expect(read("夜神光").native).toEqual([]);
  // A word by itself.
  expect(read("夜神 ゆい").native).toEqual(["夜 神"]);
  expect(read("夜神 ヒカル").native).toEqual(["夜 神", "ヒ カ ル"]);
});

test("a native name of the west has its points, and proves its show unless it is a word", () => {
  const read = (ordinary: string[]) =>
    names({
      name: "Ilven D. Quorl",
      given: "Ilven",
      family: "Quorl",
      native: "イルヴェン・D・クォール",
      ordinary,
    });
  expect(read([])).toMatchObject({
    full: expect.arrayContaining(["イ ル ヴ ェ ン", "ク ォ ー ル"]),
    native: [],
  });
  expect(read(["Ilven"]).native).toEqual(["イ ル ヴ ェ ン"]);
  expect(read([]).full).not.toContain("d");
});

test("no spelling stands twice", () => {
  const { full, alone } = names({
    name: "Kōsei Arima",
    given: "Kōsei",
    family: "Arima",
    aliases: ["Kosei Arima"],
  });
  expect(new Set(full).size).toBe(full.length);
  expect(new Set(alone).size).toBe(alone.length);
});

test("the part of a title before its colon names it too", () => {
  expect(titles("Anohana: The Flower We Saw")).toEqual(["anohana the flower we saw", "anohana"]);
});

test("titles that are joined by a cross, or by and, are found however they are written", () => {
  expect(titles("SPY×FAMILY")).toEqual(expect.arrayContaining(["spyxfamily", "spy x family"]));
  expect(titles("Hunter x Hunter")).toEqual(expect.arrayContaining(["hunter x hunter", "hunterxhunter"]));
  expect(titles("Salt & Sail")).toEqual(expect.arrayContaining(["salt sail", "salt and sail"]));
});

test("how many words a title writes with a capital is counted", () => {
  const [first] = titleSpellings(show({ title: "Attack on Titan" }));
  expect(first).toMatchObject({ capitals: 2, ordinary: false });
});

test("a title without its article asks for one capital less; of two ways to write it the fewer are enough", () => {
  const capitals = (title: string, aliases: string[], spelling: string) =>
    titleSpellings(show({ title, aliases })).find((t) => t.spelling.join(" ") === spelling)!.capitals;
  expect(capitals("The Promised Land", [], "the promised land")).toBe(3);
  expect(capitals("The Promised Land", [], "promised land")).toBe(2);
  expect(capitals("Further Than the Sea", ["Further than the Sea"], "further than the sea")).toBe(2);
});

test("the part before the colon is no title where another show bears it", () => {
  const first = show({ title: "Salt Harbour" });
  const second = show({ id: "salt-2", title: "Salt Harbour: The Return" });
  const alone = show({ id: "anohana", title: "Anohana: The Flower" });
  const [, ofSecond, ofAlone] = allTitleSpellings([first, second, alone]).map((list) =>
    joined(list.map((t) => t.spelling)),
  );
  expect(ofSecond).toEqual(["salt harbour the return"]);
  expect(ofAlone).toEqual(["anohana the flower", "anohana"]);
});

test("an ordinary name is so in all its spellings", () => {
  const name = { id: "ilven", name: "Kōsei Arima", given: "Kōsei", family: "Arima", pronoun: "he" as const };
  const [character] = show({ characters: [{ ...name, ordinary: ["Kōsei Arima"] }] }).characters;
  const spellings = [...ordinarySpellings(character!)];
  expect(spellings).toEqual(expect.arrayContaining(["kousei arima", "arima kosei"]));
  expect(spellings).not.toContain("kosei");
});
