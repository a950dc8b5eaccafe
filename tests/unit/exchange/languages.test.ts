// Lists of titles as people write them in the other languages of the interface.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readText } from "../../../lib/exchange/read.ts";
import { labelOf } from "../../../lib/exchange/season.ts";
import type { EntryList } from "../../../lib/exchange/types.ts";
import { sources } from "../locales/source.ts";

const entry = (line: string) => (readText(`${line}\n`) as EntryList).entries[0];

test.each([
  ["Monster - Folge 12", { titles: ["Monster"], watched: 12 }],
  ["Steins;Gate (Folge 3 von 24)", { titles: ["Steins;Gate"], watched: 3, episodes: 24 }],
  ["Attack on Titan Staffel 2 Folge 3", { titles: ["Attack on Titan Staffel 2"], watched: 3 }],
  ["Berserk – Kapitel 100", { titles: ["Berserk"], watched: 100 }],
  ["Berserk - ch. 100", { titles: ["Berserk"], watched: 100 }],
  ["Akira – gesehen", { titles: ["Akira"], status: "completed" }],
  ["Bleach (abgebrochen)", { titles: ["Bleach"], status: "dropped" }],
  ["Monster - épisode 12 sur 74", { titles: ["Monster"], watched: 12, episodes: 74 }],
  ["Monster, ép. 12", { titles: ["Monster"], watched: 12 }],
  ["Akira - vu", { titles: ["Akira"], status: "completed" }],
  ["Nana (à voir)", { titles: ["Nana"], status: "planned" }],
  ["Monster capítulo 12 de 74", { titles: ["Monster"], watched: 12, episodes: 74 }],
  ["Monster - episodio 12", { titles: ["Monster"], watched: 12 }],
  ["Nana - viéndolo, ep. 5", { titles: ["Nana"], status: "watching", watched: 5 }],
  ["Monster - episódio 12", { titles: ["Monster"], watched: 12 }],
  ["Nana (assistindo)", { titles: ["Nana"], status: "watching" }],
  ["モンスター 第12話", { titles: ["モンスター"], watched: 12 }],
  ["モンスター 12/74話", { titles: ["モンスター"], watched: 12, episodes: 74 }],
  ["モンスター１２話まで", { titles: ["モンスター"], watched: 12 }],
  ["進撃の巨人第2期（第3話）", { titles: ["進撃の巨人 第2期"], watched: 3 }],
  ["デスノート（視聴中）", { titles: ["デスノート"], status: "watching" }],
  ["デスノート：視聴済み", { titles: ["デスノート"], status: "completed" }],
  ["デスノート　視聴予定", { titles: ["デスノート"], status: "planned" }],
  ["Monster ✅", { titles: ["Monster"], status: "completed" }],
])("%s", (line, read) => {
  expect(entry(line)).toMatchObject(read);
});

test.each([
  "Déjà-vu",
  "The Garden of Sinners Chapter 5",
  "Kapitel 3",
  "Cap Revolution Bottleman",
  "Vista 100",
  "僕だけがいない街",
  "3月のライオン",
  "日常 見た目",
])("a title, and nothing beside it: %s", (line) => {
  const { titles, status, watched } = entry(line) ?? {};
  expect({ titles, status, watched }).toEqual({ titles: [line] });
});

test.each([
  ["staffel 2", { season: 2 }],
  ["2 staffel", { season: 2 }],
  ["saison 2", { season: 2 }],
  ["2eme saison", { season: 2 }],
  ["2a temporada", { season: 2 }],
  ["temporada 3 parte 2", { season: 3, half: 2 }],
  ["第2期", { season: 2 }],
  ["シーズン2", { season: 2 }],
  ["シーズン 2", { season: 2 }],
  ["第2シーズン", { season: 2 }],
  ["第2クール", { half: 2 }],
  ["letzte staffel", { final: true }],
  ["saison finale", { final: true }],
  ["ファイナル シーズン", { final: true }],
  ["staffellauf 2", undefined],
])("what stands behind a title: %s", (words, label) => {
  expect(labelOf(words.split(" "))).toEqual(label);
});

const states = {
  watched: { status: "completed" },
  watching: { status: "watching" },
  planned: { status: "planned" },
  open: { open: true },
} as const;
const languages = sources(["locales"], /\.yml$/).map(({ file }) => /(\w+)\.yml$/.exec(file)?.[1] ?? "");

test.each(languages)("the example that stands beneath the field: %s", (language) => {
  const [, hint = ""] =
    /^ {2}pasteHint: "(.*)"$/m.exec(readFileSync(`locales/${language}.yml`, "utf8")) ?? [];
  const examples = [...hint.matchAll(/[“„「«]\s*(.+?)\s*[”“」»]/g)].map(([, line]) => entry(line ?? ""));
  expect(examples).toMatchObject([
    { titles: [expect.stringMatching(/^monster$/i)], watched: 12 },
    { titles: [expect.stringMatching(/^nana$/i)], status: "completed" },
  ]);
});

test.each(languages)("the words of the interface itself for how it stands: %s", (language) => {
  const [, section = ""] =
    /^progress:\n((?: {2}.*\n|\n)*)/m.exec(readFileSync(`locales/${language}.yml`, "utf8")) ?? [];
  let found = 0;
  for (const [state, read] of Object.entries(states))
    for (const [, words] of section.matchAll(new RegExp(`^ +${state}: (.+)$`, "gm"))) {
      found++;
      expect(entry(`Monster - ${words}`), words).toMatchObject({ titles: ["Monster"], ...read });
    }
  // Chapters have no word of their own for the last.
  expect(found).toBe(7);
});
