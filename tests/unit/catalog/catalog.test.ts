import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { readShows, showsFolder } from "../../../lib/catalog/build/read.ts";
import { allTitleSpellings } from "../../../lib/catalog/build/spellings.ts";
import type { State } from "../../../lib/detect/context.ts";
import { detectorFor } from "../../corpus/detector.ts";

const { shows, errors } = readShows();
const detector = detectorFor(shows);
/** Ids of the shows that a page of this title is about. */
const topics = (title: string, url = "https://site.example/a") =>
  (detector.begin({ title, url }) as State).page.map((s) => shows[s]!.id);

test("every file of the catalog is valid", () => {
  expect(errors).toEqual([]);
});

test("every file is a show, in the order of their ids, each id once", () => {
  const ids = shows.map((s) => s.id);
  expect(ids).toEqual(
    readdirSync(showsFolder)
      .filter((f) => f.endsWith(".json"))
      .sort()
      .map((f) => f.slice(0, -5)),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test("examples and near misses differ from each other and stand once in their show", () => {
  for (const s of shows) {
    const lines = s.spoilers.flatMap((x) => [x.example, x.nearMiss]);
    expect(new Set(lines).size, s.id).toBe(lines.length);
  }
});

test("all films of Studio Ghibli can be marked at once; Nausicaä was animated by Topcraft", () => {
  const ids = shows.filter((s) => s.studio === "Studio Ghibli").map((s) => s.id);
  expect(ids.join(" ")).toBe(
    "arrietty castle-in-the-sky from-up-on-poppy-hill grave-of-the-fireflies howls-moving-castle kikis-delivery-service " +
      "my-neighbor-totoro ocean-waves only-yesterday pom-poko ponyo porco-rosso princess-mononoke spirited-away " +
      "tales-from-earthsea the-boy-and-the-heron the-cat-returns the-tale-of-the-princess-kaguya the-wind-rises " +
      "when-marnie-was-there whisper-of-the-heart",
  );
});

test("a page with a show's title is about that show, unless the title is an ordinary word", () => {
  const spellings = allTitleSpellings(shows).map((list) => list.map((t) => t.spelling.join(" ")));
  shows.forEach((s, i) => {
    if (s.ordinaryTitles.includes(s.title)) return;
    const namesakes = shows.filter((_, k) => spellings[k]!.includes(spellings[i]![0]!)).map((x) => x.id);
    const found = topics(s.title);
    expect(found, s.title).toContain(s.id);
    for (const id of found) expect(namesakes, s.title).toContain(id);
  });
});

test("so is one with more words around the title", () => {
  for (const s of shows) {
    if (s.ordinaryTitles.includes(s.title)) continue;
    expect(topics(`${s.title} review | A site`), s.title).toContain(s.id);
  }
});

test.each([
  "Re: Hello",
  "Home",
  "My holiday in the north",
  "How to grow orange trees in a cold country",
  "The power of light in a dark room",
  "We need to talk about monster trucks again",
])("everyday titles are about no show: %s", (title) => {
  expect(topics(title)).toEqual([]);
});
