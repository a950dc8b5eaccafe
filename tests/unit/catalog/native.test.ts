import { expect, test } from "vitest";
import { nativeParts } from "../../../lib/catalog/build/native.ts";
import type { ShowFile } from "../../../lib/catalog/schema.ts";
import { show } from "./fixtures.ts";

const parts = (native: string, family?: string, given?: string) => {
  const names: Partial<ShowFile["characters"][number]> = {
    native,
    ...(family && { family }),
    ...(given && { given }),
  };
  const [character] = show({
    characters: [{ id: "ilven", name: "Ilven", pronoun: "she", ...names }],
  }).characters;
  return nativeParts(character!);
};

test("a name changes its script where the given name begins", () => {
  expect(parts("森野サクラ", "Morino", "Sakura")).toEqual(["森野", "サクラ"]);
  expect(parts("ほしのアカリ", "Hoshino", "Akari")).toEqual(["ほしの", "アカリ"]);
  // Two changes say nothing.
  expect(parts("江ノ原健太", "Enohara", "Kenta")).toEqual([]);
});

test("kanji are divided by how long either name is", () => {
  expect(parts("山口健太", "Yamaguchi", "Kenta")).toEqual(["山口", "健太"]);
  expect(parts("五十嵐美咲", "Igarashi", "Misaki")).toEqual(["五十嵐", "美咲"]);
  expect(parts("森蘭丸", "Mori", "Ranmaru")).toEqual(["蘭丸"]);
  expect(parts("煉山杏寿郎", "Renyama", "Kyojuro")).toEqual(["煉山", "杏寿郎"]);
});

test("what is too short, polite, or no Japanese name is no name alone", () => {
  expect(parts("小川さき", "Ogawa", "Saki")).toEqual(["小川"]);
  expect(parts("山口先輩", "Yamaguchi", "Kenta")).toEqual(["山口"]);
  expect(parts("山口健太")).toEqual([]);
  expect(parts("アラン・スミス", "Smith", "Alan")).toEqual([]);
});
