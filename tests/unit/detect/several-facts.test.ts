// A sentence may tell more than one fact, and its reader has seen some of them.
import { expect, test } from "vitest";
import { compileTables } from "../../../lib/catalog/build/plugin.ts";
import { type ShowFile, showSchema } from "../../../lib/catalog/schema.ts";
import { createInspector } from "../../../lib/detect/inspect.ts";
import { choose } from "../../../lib/page/choose.ts";
import { closedSnapshot } from "../../../lib/preferences/snapshot.ts";
import { heading, text } from "./fixtures.ts";

const character = (given: string) => ({
  id: given.toLowerCase(),
  name: `${given} Tamsell`,
  given,
  pronoun: "she" as const,
});
const death = (who: string, episode: number, words: string, clues: string[] = [], by: string[] = []) => ({
  id: `${who}-${episode}`,
  kind: "death" as const,
  who: [{ character: who }, ...by.map((character) => ({ character, as: "agent" as const }))],
  where: { part: 1, episode },
  sentence: words,
  clues,
  scene: words
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .split(" ")
    .slice(-2),
  example: words,
  nearMiss: `${who} is here.`,
});
const show: ShowFile = {
  id: "paper-moons",
  title: "Paper Moons of Ostravel",
  year: 2003,
  format: "tv",
  parts: [{ title: "Season 1", episodes: 12 }],
  characters: ["Brindle", "Corvane", "Delphira"].map(character),
  spoilers: [
    death("brindle", 3, "Brindle is eaten by the orchard.", ["eaten + orchard"], ["delphira"]),
    death("brindle", 10, "Brindle shatters at the mirror."),
    death("corvane", 9, "Corvane burns in her chapel.", ["burn* + chapel"]),
    death("delphira", 11, "Delphira freezes below the glacier."),
    {
      ...death("delphira", 12, "Delphira is found out: her orchard has eaten her.", ["delphira + eaten"]),
      kind: "villain" as const,
    },
  ],
};
const detector = createInspector(compileTables([showSchema.parse(show)]));
const page = detector.begin({ title: "Paper Moons of Ostravel", url: "https://site.example/a" });
const read = (words: string, ...before: string[]) =>
  detector.read(
    text(words),
    before.reduce((context, words, i) => detector.read(heading(i + 2, words), context).after, page),
  ).findings;

/** Is it hidden from who has seen so many episodes? */
function hiddenAt(episode: number, words: string, findings = read(words), sections = false): boolean {
  const shows = { "paper-moons": { state: "watching", part: 1, episode } as const };
  return choose(words, findings, { ...closedSnapshot, sections, shows }, () => false).length > 0;
}

test.each([
  ["Brindle dies, and Corvane dies in the finale.", 9],
  ["Brindle is eaten in the orchard, and Corvane burns down with the chapel.", 9],
  ["Deaths: Brindle, Corvane, Delphira.", 11],
  // What comes later for her is not what this tells.
  ["Brindle dies.", 3],
  ["Brindle kicks the bucket.", 3],
  // What is known of who did it has words in common.
  ["Brindle is eaten in the orchard of Delphira.", 3],
  // Nobody says that she dies as well.
  ["Corvane sees how Brindle dies.", 3],
])("%s is hidden until episode %i has been seen", (words, episode) => {
  expect([hiddenAt(episode - 1, words), hiddenAt(episode, words)]).toEqual([true, false]);
});

test("its kind and place are those of what it says in plain words", () => {
  expect(read("We lost Brindle.")).toMatchObject([{ spoiler: 0, kind: "death", where: { episode: 3 } }]);
});

test("under two headings a passage is hidden until both have been seen", () => {
  const words = "The colours are a feast.";
  const findings = read(words, "Corvane dies", "Brindle dies");
  expect([8, 9].map((episode) => hiddenAt(episode, words, findings, true))).toEqual([true, false]);
});

test.each([
  "Does Brindle die?",
  "Does Brindle die?!",
  "“Does Brindle die?”",
  "(Does Brindle die?)",
])("%s leaves it open, whatever closes it", (words) => {
  expect(read(words)).toEqual([]);
});
