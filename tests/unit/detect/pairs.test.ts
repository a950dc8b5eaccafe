import { expect, test } from "vitest";
import { eager, plainPage, shows, text } from "./fixtures.ts";

const zelkova = shows.findIndex((s) => s.id === "zelkova-skies");
const found = (words: string) => eager.read(text(words), plainPage).findings.map((f) => f.show);

test("two common names of one show and a clue of what befalls one of them prove each other", () => {
  expect(found("It is Kenji who shoves Sakura off the viaduct.")).toEqual(["zelkova-skies"]);
  const { after } = eager.read(text("Kenji was jealous. Sakura is shoved off a viaduct."), plainPage);
  expect(after).toMatchObject({ topical: true, recent: [{ show: zelkova }] });
});

test("so do they where one kills the other, and the catalog says so", () => {
  for (const words of ["Kenji kills Sakura.", "Kenji, who kills Sakura, hides."])
    expect(found(words), words).toEqual(["zelkova-skies"]);
  for (const words of [
    "Does Kenji kill Sakura?",
    "Kenji kills Sakura?",
    "Sakura kills Kenji.",
    "Kenji kills for Sakura.",
  ])
    expect(found(words), words).toEqual([]);
});

test.each([
  ["a clue of nothing that befalls them", "Kenji waited for Sakura under the viaduct."],
  ["one name", "Somebody shoves Sakura off the viaduct."],
  ["one name twice", "Sakura ran. Somebody shoves Sakura off the viaduct."],
  ["names of two shows", "Haruto shoves Hiroshi off the viaduct."],
  ["words without capitals", "kenji shoves sakura off the viaduct."],
  ["names far from each other", "Kenji waited. It was cold. He sang. They shoved Sakura off the viaduct."],
  ["two who are not meant", "Kenji shoves Hiroshi aside. The viaduct is old."],
])("%s prove nothing", (_, words) => {
  expect(found(words)).toEqual([]);
});
