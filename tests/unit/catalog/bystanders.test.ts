/** Names of the catalog that texts about other things have, too: by themselves they make nothing a page about a show. */
import { expect, test } from "vitest";
import { tablesOf } from "../../../lib/catalog/build/plugin.ts";
import { readValidShows } from "../../../lib/catalog/build/read.ts";
import { createDetector } from "../../../lib/detect/detect.ts";
import type { Role } from "../../../lib/detect/types.ts";

const detector = createDetector(tablesOf(readValidShows()));

function topical(text: string, lang = "en", role: Role = "text", title = "Notes"): boolean {
  const start = detector.begin({ title, url: "https://page.example/", lang });
  return detector.read({ text, role, level: role === "heading" ? 2 : 0 }, start).after.topical;
}

test.each([
  "Then the Prime Minister and the Dark Lord went to see King Arthur.",
  "That was The End, and they never learned the Truth.",
  "They met on 14th Street, on the fourteenth.",
  "A tinsel star hung over the crone.",
  "Edward the Elder fought beside Alexander the Great.",
  "Sweyn and Regulus wrote to Ansbach about the Sibyl.",
  "Mary Magdalene never met Queen Marie.",
])("what anybody may be called names nobody of ours: %s", (text) => {
  expect(topical(text)).toBe(false);
});

test("but whoever has a name of their own is named by it", () => {
  expect(topical("Then Lelouch Lamperouge left.")).toBe(true);
  expect(topical("then lelouch left")).toBe(true);
});

test("a chapter's number is no title, which the site's name makes it", () => {
  expect(topical("X", "en", "heading")).toBe(false);
  expect(topical("They left.", "en", "text", "X - MyAnimeList.net")).toBe(true);
});

test.each([
  ["de", "Der Himmel war klar, und die Liebe schlief in der Nacht."],
  ["de", "Er wischte sich das Gesicht und sah auf die Erde."],
  ["de", "Er gab sich alle Kraft, doch das Übel und die Macht der Linie blieben ihm ein Rätsel."],
  ["ja", "かなたの山に、こだまが返ってくる。"],
  ["ja", "その寺には不動明王の像がある。"],
  ["fr", "Rien, en effet, ne bougeait plus sur la terrasse quand il sortit."],
])("a word of the language with a capital is nobody (%s): %s", (lang, text) => {
  expect(topical(text, lang)).toBe(false);
});

test("unless the show is named, there or before", () => {
  expect(topical("Am Ende erinnert sich Frieren an den Himmel.", "de")).toBe(true);
});
