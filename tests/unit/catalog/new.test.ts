import { expect, test } from "vitest";
import { checkShow } from "../../../lib/catalog/build/check.ts";
import { idOf, namesakes, newEntry } from "../../../lib/catalog/build/new.ts";
import { isInOrder } from "../../../lib/catalog/build/order.ts";
import { show } from "./fixtures.ts";

test("a new entry lacks nothing but what has to be filled in", () => {
  const entry = newEntry("Moonlit Harbor: The Sea");
  expect(entry).toMatchObject({ id: "moonlit-harbor-the-sea", title: "Moonlit Harbor: The Sea" });
  expect(isInOrder(entry)).toBe(true);
  const { errors } = checkShow("moonlit-harbor-the-sea.json", entry);
  expect(errors.map((e) => e.replace("moonlit-harbor-the-sea.json: ", ""))).toEqual([
    "aliases.0: empty",
    "year: the year is missing",
    "parts.0.episodes: how many episodes?",
    "characters.0.id: empty",
    "characters.0.name: empty",
    "characters.0.roles.0: empty",
    "premise.0.sentence: empty",
    "premise.0.scene.0: empty",
    "spoilers.0.id: empty",
    "spoilers.0.who.0.character: empty",
    "spoilers.0.sentence: empty",
    "spoilers.0.clues.0: empty",
    "spoilers.0.scene.0: empty",
    "spoilers.0.example: empty",
    "spoilers.0.nearMiss: empty",
  ]);
});

test("filled in, it is valid", () => {
  const entry = newEntry("Moonlit Harbor");
  const [spoiler] = entry.spoilers;
  const filled = {
    ...entry,
    aliases: [],
    year: 2014,
    parts: [{ title: "Season 1", episodes: 12 }],
    characters: [{ id: "yui", name: "Yui", pronoun: "she" }],
    premise: [],
    spoilers: [
      {
        ...spoiler,
        id: "yui-drowns",
        who: [{ character: "yui" }],
        sentence: "Yui drowns.",
        clues: ["rope + cut"],
        scene: ["rope"],
        example: "She went under with the rope in her hand.",
        nearMiss: "Yui mends ropes.",
      },
    ],
  };
  expect(checkShow("moonlit-harbor.json", filled).errors).toEqual([]);
});

test("ids are what is left of a title in Latin letters and digits", () => {
  expect(idOf("Kaiju No. 8")).toBe("kaiju-no-8");
  expect(idOf("Fūko's Étude!")).toBe("fuko-s-etude");
  expect(idOf("月夜の港")).toBe("");
});

test("a title that the catalog has under any name is no new one", () => {
  const known = [show({ aliases: ["Shizuka na Orrery"] }), show({ id: "other", title: "Other" })];
  expect(namesakes("quiet orrery!", known).map((s) => s.id)).toEqual(["quiet-orrery"]);
  expect(namesakes("Shizuka na Orrery", known).map((s) => s.id)).toEqual(["quiet-orrery"]);
  expect(namesakes("Loud Orrery", known)).toEqual([]);
});
