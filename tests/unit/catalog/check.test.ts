import { expect, test } from "vitest";
import { checkCatalog, checkShow } from "../../../lib/catalog/build/check.ts";
import type { ShowFile } from "../../../lib/catalog/schema.ts";
import { file, show, spoiler } from "./fixtures.ts";

const errors = (changes: Record<string, unknown>, name = "quiet-orrery.json") =>
  checkShow(name, { ...file(), ...changes }).errors;
const character = (changes: Partial<ShowFile["characters"][number]>) => ({
  characters: [{ ...file().characters[0]!, ...changes }],
});

test("a valid show has no errors, and defaults are filled in", () => {
  const { show, errors } = checkShow("quiet-orrery.json", file());
  expect(errors).toEqual([]);
  expect(show).toMatchObject({ aliases: [], premise: [], characters: [{ aliases: [], ordinary: [] }] });
});

test.each([
  ["an id that is none", { id: "Quiet_Orrery" }, /^quiet-orrery\.json: id: not lower-case letters/],
  ["a field that nobody knows", { mood: "gloomy" }, /^quiet-orrery\.json: file: .*mood/],
  ["a line with a line break", { title: "Quiet\nOrrery" }, /^quiet-orrery\.json: title: one line$/],
  ["no spoilers", { spoilers: [] }, /^quiet-orrery\.json: spoilers: /],
  [
    "an unknown kind",
    { spoilers: [{ ...spoiler(), kind: "joke" }] },
    /^quiet-orrery\.json: spoilers\.0\.kind: /,
  ],
  [
    "a spoiler without an example",
    { spoilers: [{ ...spoiler(), example: undefined }] },
    /^quiet-orrery\.json: spoilers\.0\.example: /,
  ],
  [
    "a clue whose parts are not joined",
    { spoilers: [spoiler({ clues: ["fall+dome"] })] },
    /^quiet-orrery\.json: spoilers\.0\.clues\.0: parts joined by/,
  ],
])("the schema refuses %s", (_, changes, message) => {
  expect(errors(changes)).toEqual([expect.stringMatching(message)]);
});

test.each<[string, Partial<ShowFile>, string]>([
  [
    "a character that is not in the show",
    { spoilers: [spoiler({ who: [{ character: "nobody" }] })] },
    'spoilers.0.who: no character "nobody"',
  ],
  [
    "the same in the premise",
    { premise: [{ sentence: "They meet.", who: [{ character: "nobody" }] }] },
    'premise.0.who: no character "nobody"',
  ],
  ["a title twice", { aliases: ["Orrery", "Q", "Q"] }, 'aliases.2: "Q" stands there twice'],
  [
    "a name twice",
    character({ aliases: ["Lio", "Lio"] }),
    'characters.0.aliases.1: "Lio" stands there twice',
  ],
  [
    "a part that the show does not have",
    { spoilers: [spoiler({ where: { part: 3 } })] },
    "spoilers.0.where: there is no part 3",
  ],
  [
    "an episode that the part does not have",
    { spoilers: [spoiler({ where: { part: 2, episode: 11 } })] },
    "spoilers.0.where: part 2 has only 10 episodes",
  ],
  [
    "a clue that cannot match",
    { spoilers: [spoiler({ clues: ["the"] })] },
    'spoilers.0.clues: "the" has no word that can match',
  ],
  [
    "a clue that cannot match, the place unknown",
    { spoilers: [{ ...spoiler({ clues: ["the"] }), where: undefined }] },
    'spoilers.0.clues: "the" has no word that can match',
  ],
  [
    "a clue that cannot match, in the source only",
    { spoilers: [spoiler({ clues: ["the"], where: { source: true } })] },
    'spoilers.0.clues: "the" has no word that can match',
  ],
  [
    "a premise's clue that cannot match",
    { premise: [{ sentence: "They meet.", clues: ["the"] }] },
    'premise.0.clues: "the" has no word that can match',
  ],
  [
    "a clue with a part that no sentence is asked for",
    { spoilers: [spoiler({ clues: ["dome + her"] })] },
    'spoilers.0.clues: "her" in "dome + her" is passed over: no sentence is asked for it',
  ],
  [
    "a spoiler that nothing points to",
    { spoilers: [spoiler({ clues: [], scene: [], where: { source: true } })] },
    "spoilers.0: neither clues nor scene",
  ],
  [
    "an ordinary name that is none of the names",
    character({ ordinary: ["Light"] }),
    'characters.0.ordinary: "Light" is not one of the names',
  ],
  [
    "an ordinary title that is none of the titles",
    { ordinaryTitles: ["Orrery"] },
    'ordinaryTitles: "Orrery" is neither title nor alias',
  ],
  [
    "a spoiler's id used twice",
    { spoilers: [spoiler(), spoiler()] },
    'spoilers.1.id: "ilven-dies" used twice',
  ],
  [
    "a character's id used twice",
    { characters: [file().characters[0]!, file().characters[0]!] },
    'characters.1.id: "ilven" used twice',
  ],
])("the check refuses %s", (_, changes, message) => {
  expect(errors(changes)).toEqual([`quiet-orrery.json: ${message}`]);
});

test("the file bears the show's id", () => {
  expect(errors({}, "orrery.json")).toEqual(["orrery.json: id: the file is not named quiet-orrery.json"]);
});

test("in the whole catalog no id stands twice and no show continues one that is missing", () => {
  expect(checkCatalog([show(), show()])).toEqual(["quiet-orrery.json: id: used twice"]);
  expect(checkCatalog([show({ continues: "loud-orrery" })])).toEqual([
    'quiet-orrery.json: continues: no show "loud-orrery"',
  ]);
  expect(checkCatalog([show(), show({ id: "orrery-two", continues: "quiet-orrery" })])).toEqual([]);
});

test("two shows cannot continue each other", () => {
  const pair = [show({ continues: "orrery-two" }), show({ id: "orrery-two", continues: "quiet-orrery" })];
  expect(checkCatalog(pair)).toEqual([
    "quiet-orrery.json: continues: the shows continue each other",
    "orrery-two.json: continues: the shows continue each other",
  ]);
});
