import { shows } from "virtual:catalog/shows";
import { beforeEach, expect, test, vi } from "vitest";
import { english } from "../../../lib/catalog/build/english.ts";
import { studiosOf } from "../../../lib/ui/options/studios.ts";

/** So many shows of each studio. */
const made = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([studio, count]) =>
    shows.slice(0, count).map((show) => ({ ...show, studio })),
  );

const speak = (language: string) => {
  const { chrome } = globalThis as unknown as { chrome: { i18n: object } };
  vi.spyOn(chrome.i18n as { getMessage: (key: string) => string }, "getMessage").mockImplementation((key) =>
    key === "app_lang" ? language : english(key),
  );
};
beforeEach(() => {
  vi.restoreAllMocks();
});

test("studios of three shows and more can be chosen, by their names, whatever letter they are written with", () => {
  const names = studiosOf(made({ Trigger: 3, ufotable: 4, Bones: 5, MAPPA: 3, Madhouse: 3, Lerche: 2 }));
  expect(names.map(([, words]) => words)).toEqual(["Bones", "Madhouse", "MAPPA", "Trigger", "ufotable"]);
});

test("in Japanese they are called what they are called there; what is chosen stays the same", () => {
  speak("ja");
  expect(studiosOf(made({ "Kyoto Animation": 3, MAPPA: 3, Bones: 3 }))).toEqual([
    ["MAPPA", "MAPPA"],
    ["Bones", "ボンズ"],
    ["Kyoto Animation", "京都アニメーション"],
  ]);
});

test("those that readers ask for have enough shows in the catalog", () => {
  const studios = studiosOf(shows).map(([studio]) => studio);
  for (const studio of [
    "Bones",
    "Kyoto Animation",
    "Madhouse",
    "MAPPA",
    "Shaft",
    "Studio Ghibli",
    "Sunrise",
    "Toei Animation",
    "Trigger",
    "ufotable",
  ])
    expect(studios).toContain(studio);
});

test("a studio is spelt in one way", () => {
  const spelt = new Set(shows.flatMap(({ studio }) => studio ?? []));
  const bare = (name: string) => name.toLowerCase().replaceAll(/studio|animation|[^a-z0-9]/g, "");
  expect(new Set([...spelt].map(bare)).size).toBe(spelt.size);
});
