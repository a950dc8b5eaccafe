/** Shows to what the detector is to know of them, in words: pack.ts makes records of it. */
import { readPattern } from "../../detect/pattern.ts";
import { stem } from "../../detect/stems.ts";
import { words } from "../../detect/tokens.ts";
import type { Character, Premise, Show, Spoiler } from "../schema.ts";
import type { FactRecord, ShowRecord } from "../tables.ts";
import { kinds, placeUnits, pronouns } from "../types.ts";
import { castClue, compileClues, type Naming, textRun } from "./clues.ts";
import { frequencyPerMillion, isCommonName, isOrdinaryWord } from "./ordinary.ts";

/** Words in a row, each with its options: stems, and prefixes with a star. */
export type TextRun = readonly (readonly string[])[];
/** As `FactRecord`, with words for numbers. */
export interface TextFact extends Omit<FactRecord, "scene" | "clues"> {
  readonly scene: readonly string[];
  readonly clues: readonly (readonly TextRun[])[];
}
export interface TextRecord extends Omit<ShowRecord, "roles" | "spoilers" | "premise"> {
  readonly roles: readonly (readonly TextRun[])[];
  readonly spoilers: readonly TextFact[];
  readonly premise: readonly TextFact[];
}

/**
 * The weight of a word as evidence, 1–9: the rarer in English and among the catalog's facts, the more.
 * 0: not worth shipping.
 */
function weigh(word: string, factsWithStem: number): number {
  const rarity = 6.5 - Math.log10(frequencyPerMillion(word) + 0.2) * 2.2;
  const spread = Math.log2(1 + factsWithStem) * 0.35;
  return Math.max(0, Math.min(9, rarity - spread));
}

/** What a premise counts for among facts: there are many, and they must not take the weight of other shows' words. */
const premiseShare = 0.5;

/** A word that many facts of the show have, or its premise, belongs to the show and not to a fact: "sword", "grail". */
function distinctness(factsOfShow: number, inPremise: boolean): number {
  return (inPremise ? 0.5 : 1) / (1 + 0.35 * (factsOfShow - 1));
}

type Fact = Premise & Partial<Pick<Spoiler, "where">>;

/** Scene words and the words of the plain sentence (half as sure), as stems, without the names. */
function evidence(fact: Fact, names: ReadonlySet<string>): Map<string, { word: string; own: boolean }> {
  const out = new Map<string, { word: string; own: boolean }>();
  for (const scene of fact.scene) {
    for (const w of words(scene)) {
      const s = stem(w);
      if (s && !names.has(w)) out.set(s, { word: w, own: true });
    }
  }
  for (const w of words(fact.sentence)) {
    const s = stem(w);
    if (s && s.length > 2 && !names.has(w) && !out.has(s)) out.set(s, { word: w, own: false });
  }
  return out;
}

/** What a character is called, aliases left out. */
const namesOf = ({ name, given = "", family = "" }: Character) => [name, given, family];

function nameWords(show: Show): Set<string> {
  const aliases = show.characters.flatMap((c) => c.aliases).filter((alias) => !/\s/.test(alias));
  const names = [show.title, ...show.aliases, ...show.characters.flatMap(namesOf), ...aliases];
  return new Set(names.flatMap((name) => words(name)));
}

/** Of aliases some hide who bears them, so that none is taken for the name. */
function namingOf(show: Show): Naming {
  const bearers = new Map<string, Set<number>>();
  const ordinary = new Set<string>();
  const stemsOf = (names: readonly string[]) =>
    names.flatMap((name) => words(name).map(stem)).filter((s) => s);
  const all = show.characters.map((c, i) => {
    const names = namesOf(c);
    const plain = names.flatMap((name) => words(name)).filter((w) => isOrdinaryWord(w) || isCommonName(w));
    for (const s of stemsOf(names)) bearers.set(s, (bearers.get(s) ?? new Set()).add(i));
    for (const s of stemsOf([...plain, ...c.ordinary])) ordinary.add(s);
    return new Set(stemsOf([...names, ...c.aliases, ...c.roles]));
  });
  // An alias of one may be the name of another.
  for (const [i, own] of all.entries()) for (const s of own) bearers.get(s)?.add(i);
  const sole = [...bearers].flatMap(([s, of]) => (of.size === 1 ? [[s, [...of][0]!] as const] : []));
  return { sole: new Map(sole), ordinary, all };
}

/** One record a show, in the order given; the shows have passed `checkShow`. */
export function compileFacts(shows: readonly Show[]): TextRecord[] {
  const spread = new Map<string, number>();
  const names = shows.map(nameWords);
  const all = shows.map((show, i) =>
    [...show.spoilers, ...show.premise].map((fact: Fact) => {
      const found = evidence(fact, names[i]!);
      const share = "example" in fact ? 1 : premiseShare;
      for (const s of found.keys()) spread.set(s, (spread.get(s) ?? 0) + share);
      return { fact, found };
    }),
  );
  return shows.map((show, i) => {
    const naming = namingOf(show);
    const index = new Map(show.characters.map((c, n) => [c.id, n]));
    const ofShow = new Map<string, number>();
    const inPremise = new Set<string>();
    all[i]!.forEach(({ found }, n) => {
      for (const s of found.keys()) {
        ofShow.set(s, (ofShow.get(s) ?? 0) + 1);
        if (n >= show.spoilers.length) inPremise.add(s);
      }
    });
    const record = ({ fact, found }: (typeof all)[number][number], n: number): TextFact => {
      const premise = n >= show.spoilers.length;
      const who = (as: string) => fact.who.filter((w) => w.as === as).map((w) => index.get(w.character)!);
      const scene: string[] = [];
      const weights: number[] = [];
      for (const [s, { word, own }] of found) {
        const distinct = premise ? 1 : distinctness(ofShow.get(s)!, inPremise.has(s));
        const weight = Math.round(weigh(word, spread.get(s)!) * (own ? 1 : 0.5) * distinct);
        if (weight === 0) continue;
        scene.push(s);
        weights.push(weight);
      }
      return {
        kind: kinds.indexOf(fact.kind ?? "twist"),
        where: fact.where && place(fact.where, show),
        people: ["subject", "agent", "other"].map(who),
        scene,
        weights,
        // Under which of two names somebody is known is what such a fact gives away.
        clues: compileClues(fact.clues).map((clue) =>
          fact.kind === "identity" ? clue : castClue(clue, naming),
        ),
      };
    };
    const facts = all[i]!.map(record);
    return {
      pronouns: show.characters.map((c) => pronouns.indexOf(c.pronoun)),
      roles: show.characters.map(rolesOf),
      spoilers: facts.slice(0, show.spoilers.length),
      premise: facts.slice(show.spoilers.length),
    };
  });
}

/** Phrases of nothing but articles say nothing. */
function rolesOf(c: Character): TextRun[] {
  return c.roles.flatMap((role) => readPattern(role.toLowerCase().replaceAll(" + ", " "))).map(textRun);
}

function place(where: NonNullable<Spoiler["where"]>, show: Show): number[] {
  if ("source" in where) return [];
  const last = show.parts[where.part - 1]!.episodes;
  const { part, episode = last } = where;
  const counted = show.format === "manga" ? "chapter" : "episode";
  // Of a film its number says nothing.
  const unit = where.episode === undefined || last === 1 ? "part" : counted;
  return [part, episode, placeUnits.indexOf(unit)];
}
