import { expect, test } from "vitest";
import { compileGlossaries, packForms, readForms } from "../../../lib/catalog/build/glossary.ts";
import { tongues } from "../../../lib/detect/tongue.ts";

test("a line gives the forms of an English word", () => {
  const forms = readForms("# of dying\ndies: muere pierde_la_vida\n-: se\n\ndies: fallece", "es.txt");
  expect([...forms]).toEqual([
    ["dies", [["muere"], ["pierde", "la", "vida"], ["fallece"]]],
    ["-", [["se"]]],
  ]);
});

test("what is wrong is named with its file and line", () => {
  expect(() => readForms("dies muere", "es.txt")).toThrow('es.txt:1: "dies muere" is no line of a glossary');
  expect(() => readForms("dies: muere\nkills: Muere", "es.txt")).toThrow(
    'es.txt:2: "Muere" stands for "dies" already',
  );
  expect(() => readForms("dies: ¡!", "es.txt")).toThrow('"¡!" is no word or phrase');
  expect(() => readForms("dies: a_b_c_d_e_f_g", "es.txt")).toThrow("at most 6 words");
});

test("a word keeps the accents by which it differs from another", () => {
  const forms = readForms("and: e\nis: É\nkilled: tué\nkills: tue\nmother: mère", "x.txt");
  expect([...forms.values()].flat(2)).toEqual(["e", "é", "tué", "tue", "mere"]);
  expect(() => readForms("is: é É", "x.txt")).toThrow('x.txt:1: "É" stands for "is" already');
  expect(() => readForms("is: é ê", "x.txt")).toThrow('x.txt:1: "ê" stands for "is" already');
});

test("forms of two words that cannot be told apart by their keys are refused", () => {
  const english = Array.from({ length: 60 }, (_, i) => `word${i}`);
  const made = (of: number) =>
    new Map(english.map((word, i) => [word, Array.from({ length: of }, (_, n) => [`form${i * of + n}`])]));
  expect(() => packForms(english, made(4), "es.txt")).not.toThrow();
  // Fifteen thousand keys of 24 bits.
  expect(() => packForms(english, made(250), "es.txt")).toThrow(
    /^es\.txt: "form\d+" \(word\d+\) has the key of a form of "word\d+"$/,
  );
});

test("every tongue but English has a glossary with some thousand words", () => {
  const { english, glossaries } = compileGlossaries();
  expect(english.split(" ")).toEqual([...new Set(english.split(" "))].sort());
  const sizes = glossaries.split(" ").map((text) => Buffer.from(text, "base64").length);
  expect(sizes).toHaveLength(tongues.length - 1);
  for (const size of sizes) expect(size).toBeGreaterThan(6000);
});
