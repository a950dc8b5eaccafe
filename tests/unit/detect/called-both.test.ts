// Two names of one character side by side, and a title that asks.
import { expect, test } from "vitest";
import { compileTables } from "../../../lib/catalog/build/plugin.ts";
import { type ShowFile, showSchema } from "../../../lib/catalog/schema.ts";
import { createInspector } from "../../../lib/detect/inspect.ts";

const show: ShowFile = {
  id: "a-lantern",
  title: "Is the Lantern a Lighthouse?",
  aliases: ["Zelkova Skies"],
  year: 2001,
  format: "tv",
  parts: [{ title: "Season 1", episodes: 12 }],
  characters: [
    {
      id: "marwen",
      name: "Marwen Oskalla",
      given: "Marwen",
      family: "Oskalla",
      aliases: ["Cinder Knight", "Oskalline"],
      pronoun: "she",
    },
    { id: "tivolin", name: "Tivolin Breckard", aliases: ["Pale Vulture"], pronoun: "he" },
  ],
  spoilers: [
    {
      id: "marwen-is-the-knight",
      kind: "identity",
      who: [{ character: "marwen" }],
      sentence: "Marwen is the Cinder Knight.",
      clues: ["cinder + marwen"],
      scene: ["helmet", "cinder"],
      example: "Under the helmet of the Cinder Knight is Marwen.",
      nearMiss: "Marwen tells of a knight.",
    },
  ],
  premise: [
    {
      kind: "identity",
      who: [{ character: "tivolin" }],
      sentence: "At night Tivolin is the thief whom all call the Pale Vulture.",
      scene: ["thief", "night", "vulture"],
    },
  ],
};
const detector = createInspector(compileTables([showSchema.parse(show)]));
const page = detector.begin({ title: "Zelkova Skies", url: "https://site.example/a" });
const read = (text: string) => detector.inspect({ text, role: "item", level: 0 }, page).sentences;

test.each([
  ["Marwen Oskalla (Cinder Knight)", true],
  ["Marwen Oskalla / Cinder Knight", true],
  ["Cinder Knight: Marwen", true],
  ["Marwen Oskalla, the Cinder Knight", true],
  ["the cinder knight aka marwen", true],
  ["Marwen vs. Cinder Knight", false],
  ["Marwen fights the Cinder Knight.", false],
  ["Is Marwen the Cinder Knight?", false],
  ["Cinder Knight", false],
  ["Marwen Oskalla (Oskalline)", false],
  ["Marwen, Tivolin, Cinder Knight", false],
  ["Tivolin Breckard (Pale Vulture)", false],
])("two names tell who somebody is, if a listed fact does and nothing else is said: %s", (text, plain) => {
  expect(read(text)[0]!.judged[0]!.candidate.plain.length > 0).toBe(plain);
});

test("a mark behind a title ends a question, unless the title may be one", () => {
  expect(read("Does Marwen sing in Zelkova Skies? Yes, she does.")).toHaveLength(2);
  expect(read("I saw Is the Lantern a Lighthouse? Marwen sings.")).toHaveLength(1);
});
