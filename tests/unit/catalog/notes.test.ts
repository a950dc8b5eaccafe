import { expect, test } from "vitest";
import { notesOn } from "../../../lib/catalog/build/notes.ts";
import { show } from "./fixtures.ts";

const ilven = { id: "ilven", name: "Ilven", pronoun: "she" as const };

test("a show whose names are its own has no notes", () => {
  expect(notesOn([show(), show({ id: "b", title: "Vellum Brigade" })])).toEqual([]);
});

test("a title that another story has too is noted on both sides, one that a sequel has is not", () => {
  const other = show({ id: "other", title: "Vellum Brigade", aliases: ["Quiet Orrery"] });
  const sequel = show({ id: "sequel", title: "Quiet Orrery", continues: "quiet-orrery" });
  expect(notesOn([show(), sequel])).toEqual([]);
  expect(notesOn([show(), other])).toEqual([
    'quiet-orrery.json: title: "Quiet Orrery" is also a title of other',
    'other.json: aliases.0: "Quiet Orrery" is also a title of quiet-orrery',
  ]);
});

test("a character named like another show is noted", () => {
  const other = show({ id: "other", title: "Ilven" });
  const [note] = notesOn([show({ characters: [ilven] }), other]);
  expect(note).toBe("quiet-orrery.json: characters.0: a name of Ilven is also a title of other");
});

test("a name that is an English word is noted unless the file says so", () => {
  const light = { id: "light", name: "Light", pronoun: "he" as const };
  expect(notesOn([show({ characters: [ilven, light] })])).toEqual([
    expect.stringMatching(/^quiet-orrery.json: characters.1: "light" stands \d+ times in a million words/),
  ]);
  expect(notesOn([show({ characters: [ilven, { ...light, ordinary: ["Light"] }] })])).toEqual([]);
});
