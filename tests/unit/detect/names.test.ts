import { expect, test } from "vitest";
import { encodeNames } from "../../../lib/catalog/build/encode-names.ts";
import { compileNames } from "../../../lib/catalog/build/names.ts";
import type { Show } from "../../../lib/catalog/schema.ts";
import * as strength from "../../../lib/catalog/strength.ts";
import { bearersAt, emptyText, readText } from "../../../lib/detect/named-text.ts";
import { decodeNames, strengthAt } from "../../../lib/detect/names.ts";
import { hashWord } from "../../../lib/detect/tokens.ts";
import { shows } from "./fixtures.ts";

const namesOf = (of: readonly Show[]) => decodeNames(compileNames(of));
const index = namesOf(shows);

function found(letters: string, names = index): string[] {
  const text = emptyText(names);
  readText(text, letters);
  const { tokens, hits } = text;
  return hits.from.map((from, h) => letters.slice(tokens.start[from], tokens.end[hits.to[h]! - 1]));
}

test("the longest name is taken", () => {
  expect(found("So Marwen Oskalla met Marwen and Oskalla.")).toEqual(["Marwen Oskalla", "Marwen", "Oskalla"]);
});

test("the first words of a name alone are no name", () => {
  expect(found("Death came, then a Lantern; Zelkova grew")).toEqual([]);
});

test("a name whose beginning failed is found further on", () => {
  expect(found("Death Death Lantern")).toEqual(["Death Lantern"]);
});

test("no name goes across the end of a sentence", () => {
  expect(found("It ends in death. Lantern shops open.")).toEqual([]);
  expect(found("I like Marwen. Oskalla too.")).toEqual(["Marwen", "Oskalla"]);
});

test("marks before a small letter are no end of a sentence", () => {
  const skating = namesOf([{ ...shows[0]!, id: "yuri", title: "Yuri!!! on Ice" }]);
  expect(found("All of Yuri!!! on Ice", skating)).toEqual(["Yuri!!! on Ice"]);
  expect(found("I love Yuri!!! On ice they dance", skating)).toEqual([]);
});

test("the full stop of an abbreviation is no end of a sentence", () => {
  const doctor = { ...shows[0]!, id: "dr-stone", title: "Dr. Stone" };
  expect(found("The first season of Dr. Stone", namesOf([doctor]))).toEqual(["Dr. Stone"]);
  expect(found("She saw the doctor. Stone walls", namesOf([{ ...doctor, title: "Doctor Stone" }]))).toEqual(
    [],
  );
});

test("hyphens, markup's spaces and marks between the words do not hide it", () => {
  expect(found("Death-Lantern")).toEqual(["Death-Lantern"]);
  expect(found("Marwen \n     Oskalla")).toEqual(["Marwen \n     Oskalla"]);
  expect(found("“Marwen” Oskalla")).toEqual(["Marwen” Oskalla"]);
});

test("more than a few marks between the words do", () => {
  expect(found("Death — — — Lantern")).toEqual([]);
});

/** Two names of one person, neither of which stands for itself, and another's. */
const pair = namesOf([
  {
    ...shows[0]!,
    characters: [
      {
        ...shows[0]!.characters[0]!,
        id: "a",
        name: "Yui Sato",
        given: "Yui",
        family: "Sato",
        aliases: ["Velm"],
      },
      { ...shows[0]!.characters[0]!, id: "b", name: "Ren", given: undefined, family: undefined, aliases: [] },
    ],
  },
]);
const strengthsIn = (letters: string) => {
  const text = emptyText(pair);
  readText(text, letters);
  return text.hits.from.map((_, h) => strengthAt(pair, bearersAt(text, h)[0]!));
};

test("names side by side that mean one character are one, which stands for itself", () => {
  expect(found("Yui", pair)).toEqual(["Yui"]);
  expect(strengthsIn("Yui saw Sato")).toEqual([strength.shared, strength.shared]);
  for (const text of ["Yui Sato", "Sato Yui", "sato, yui", "Sato-Yui", "Velm Yui Sato"]) {
    expect(found(text, pair)).toEqual([text]);
    expect(strengthsIn(text)).toEqual([strength.distinct]);
  }
  // Each name that is joined is kept: a page must not have it done without end.
  expect(found("Yui Sato ".repeat(50), pair).length).toBeGreaterThan(10);
});

test("names of two characters, one said twice, and what a colon or a bracket parts stay two", () => {
  for (const text of ["Yui Ren", "Yui Yui", "Yui: Sato", "Yui (Sato)", "Yui. Sato"])
    expect(found(text, pair)).toHaveLength(2);
});

test("the hits of the text before are gone", () => {
  const text = emptyText(index);
  readText(text, "Marwen");
  readText(text, "nobody");
  expect(text.hits).toEqual({ from: [], to: [], name: [] });
});

test("there is a table of however many names", () => {
  for (const count of [0, 1, 2, 5, 40, 700, 1_100, 1_450, 1_802, 2_560]) {
    const names = Array.from({ length: count }, (_, i) => ({
      hashes: [hashWord(`name${i}`)],
      bearers: [{ show: 0, character: i, strength: strength.distinct }],
    }));
    expect(() => encodeNames(names), `${count}`).not.toThrow();
  }
});
