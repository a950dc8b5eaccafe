/** What is said as plainly as can be is found: templates with names of the whole catalog, a hundred shows each. */
import { describe, expect, it } from "vitest";
import { deaths, ofPronouns, others } from "./plain.ts";
import { harmless, harmlessPronouns } from "./plain-harmless.ts";
import ofOthers from "./plain-others.json" with { type: "json" };
import { answers, foreign, germanOrder, labels, noAnswers, noLabels, questions } from "./plain-pages.ts";
import { picks, veiled } from "./plain-picks.ts";

const dying = picks("death");
const couples = picks("couple", 2);
const villains = picks("villain");
const betrayals = picks("betrayal");
const returns = picks("return");

describe("plain words", () => {
  const named = "X is my favourite character of the whole show. ";

  it("of who dies", () => {
    expect(veiled(deaths, dying)).toBeGreaterThan(0.88);
    expect(veiled(ofPronouns, dying, named)).toBeGreaterThan(0.9);
  });

  it("of who marries, betrays, is behind it, is maimed, comes back", () => {
    expect(veiled(others.couple, couples)).toBeGreaterThan(0.7);
    expect(veiled(others.betrayal, betrayals)).toBeGreaterThan(0.88);
    expect(veiled(others.villain, villains)).toBeGreaterThan(0.8);
    expect(veiled(others.loss, picks("loss"))).toBeGreaterThan(0.75);
    expect(veiled(others.return, returns)).toBeGreaterThan(0.85);
  });

  it("and what only sounds like it stays", () => {
    for (const all of [dying, betrayals, villains, returns]) {
      // A sentence each for four hundred names would take as long as all the others together.
      const who = all.filter((_, i) => i % 2 === 0);
      expect(veiled(harmless, who)).toBeLessThan(0.045);
      expect(veiled(harmlessPronouns, who, named)).toBeLessThan(0.01);
    }
  });
});

/**
 * Written by people who had not seen the detector, in all the ways in which they have met it (plain-others.json). Of what
 * is `unseen` no sentence that gives something away was looked at when words were added.
 */
describe("plain words of others", () => {
  const fourth = <T>(all: readonly T[]) => all.filter((_, i) => i % 4 === 0);
  const people = {
    death: fourth(dying),
    couple: fourth(couples),
    betrayal: fourth(betrayals),
    villain: fourth(villains),
    loss: fourth(picks("loss")),
    // All: who is among twenty-five moves the share by two in a hundred.
    return: returns,
  };
  const { seen, unseen } = ofOthers;

  it.each([
    ["death", 0.8, 0.74],
    ["couple", 0.5, 0.5],
    ["betrayal", 0.75, 0.6],
    ["villain", 0.7, 0.54],
    ["loss", 0.6, 0.38],
    ["return", 0.68, 0.67],
  ] as const)("tell of %s", (kind, least, unlooked) => {
    expect(veiled(seen[kind], people[kind])).toBeGreaterThan(least);
    expect(veiled(unseen[kind], people[kind])).toBeGreaterThan(unlooked);
  });

  it("and what only sounds like it stays", () => {
    for (const { harmless } of [seen, unseen])
      expect(veiled(harmless, [...people.death, ...people.betrayal, ...people.villain])).toBeLessThan(0.09);
    expect(veiled(unseen.harmlessCouple, people.couple)).toBeLessThan(0.13);
  });
});

describe("where the page has said the rest", () => {
  it("a name answers a question", () => {
    for (const title of questions) expect(veiled(answers, dying, "", { title })).toBeGreaterThan(0.85);
    for (const title of noAnswers) expect(veiled(answers, dying, "", { title })).toBeLessThan(0.02);
  });

  it("a label is followed by whom it is about", () => {
    const page = { title: "SHOW (Anime) - all the tropes", role: "item" } as const;
    expect(veiled(labels.death, dying, "", page)).toBeGreaterThan(0.85);
    expect(veiled(labels.villain, villains, "", page)).toBeGreaterThan(0.9);
    expect(veiled(labels.betrayal, betrayals, "", page)).toBeGreaterThan(0.9);
    expect(veiled(labels.couple, couples, "", page)).toBeGreaterThan(0.75);
    expect(veiled(noLabels, dying, "", page)).toBeLessThan(0.05);
  });
});

describe("plain words in other languages", () => {
  it.each(Object.entries(foreign))("%s", (lang, templates) => {
    const page = { title: "SHOW", lang };
    expect(veiled(templates.death, dying, "", page)).toBeGreaterThan(0.85);
    expect(veiled(templates.villain, villains, "", page)).toBeGreaterThan(0.9);
    expect(veiled(templates.betrayal, betrayals, "", page)).toBeGreaterThan(0.9);
  });

  it("German, in its own order", () => {
    const page = { title: "SHOW", lang: "de" };
    expect(veiled(germanOrder.death, dying, "", page)).toBeGreaterThan(0.85);
    expect(veiled(germanOrder.harmless, dying, "", page)).toBeLessThan(0.25);
  });
});
