/** Shows to the records that the detector reads when a show becomes the topic. */
import { stem } from "../../detect/stems.ts";
import { words } from "../../detect/tokens.ts";
import type { Character, Premise, Show, Spoiler } from "../schema.ts";
import type { FactRecord, ShowRecord } from "../tables.ts";
import { kinds } from "../types.ts";
import { frequencyPerMillion } from "./ordinary.ts";

/**
 * The weight of a word as evidence, 1–9: the rarer in English and among the catalog's facts, the more.
 * 0: not worth shipping.
 */
function weigh(word: string, factsWithStem: number): number {
  const rarity = 6.5 - Math.log10(frequencyPerMillion(word) + 0.2) * 2.2;
  const spread = Math.log2(1 + factsWithStem) * 0.35;
  return Math.max(0, Math.min(9, rarity - spread));
}

/** A word that many facts of the show have, or its premise, belongs to the show and not to a fact: "sword", "grail". */
function distinctness(factsOfShow: number, inPremise: boolean): number {
  return (inPremise ? 0.5 : 1) / (1 + 0.35 * (factsOfShow - 1));
}

type Fact = Premise & Partial<Pick<Spoiler, "id" | "where">>;

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

function nameWords(show: Show): Set<string> {
  const out = new Set<string>();
  const add = (s: string | undefined) => {
    for (const w of words(s ?? "")) out.add(w);
  };
  add(show.title);
  for (const a of show.aliases) add(a);
  for (const c of show.characters) {
    add(c.name);
    add(c.given);
    add(c.family);
    for (const a of c.aliases) if (!/\s/.test(a)) add(a);
  }
  return out;
}

/** One record a show, in the order given; the shows have passed `checkShow`. */
export function compileFacts(shows: readonly Show[]): ShowRecord[] {
  const spread = new Map<string, number>();
  const names = shows.map(nameWords);
  const all = shows.map((show, i) =>
    [...show.spoilers, ...show.premise].map((fact: Fact) => {
      const found = evidence(fact, names[i]!);
      for (const s of found.keys()) spread.set(s, (spread.get(s) ?? 0) + 1);
      return { fact, found };
    }),
  );
  return shows.map((show, i) => {
    const index = new Map(show.characters.map((c, n) => [c.id, n]));
    const ofShow = new Map<string, number>();
    const inPremise = new Set<string>();
    all[i]!.forEach(({ found }, n) => {
      for (const s of found.keys()) {
        ofShow.set(s, (ofShow.get(s) ?? 0) + 1);
        if (n >= show.spoilers.length) inPremise.add(s);
      }
    });
    const record = ({ fact, found }: (typeof all)[number][number], n: number): FactRecord => {
      const premise = n >= show.spoilers.length;
      const who = (as: string) => fact.who.filter((w) => w.as === as).map((w) => index.get(w.character)!);
      const scene: string[] = [];
      for (const [s, { word, own }] of found) {
        const distinct = premise ? 1 : distinctness(ofShow.get(s)!, inPremise.has(s));
        const weight = Math.round(weigh(word, spread.get(s)!) * (own ? 1 : 0.5) * distinct);
        if (weight > 0) scene.push(`${s}:${weight}`);
      }
      const where = fact.where && place(fact.where, show);
      return {
        ...(fact.id === undefined ? {} : { i: fact.id }),
        k: kinds.indexOf(fact.kind ?? "twist"),
        ...(where ? { w: where } : {}),
        a: who("subject"),
        ...(who("agent").length ? { b: who("agent") } : {}),
        ...(who("other").length ? { o: who("other") } : {}),
        ...(fact.clues.length ? { u: fact.clues } : {}),
        e: scene.join(" "),
      };
    };
    const facts = all[i]!.map(record);
    const premise = facts.slice(show.spoilers.length);
    return {
      i: show.id,
      t: show.title,
      c: show.characters.map(character),
      s: facts.slice(0, show.spoilers.length),
      ...(premise.length ? { p: premise } : {}),
    };
  });
}

function character(c: Character): ShowRecord["c"][number] {
  return [c.pronoun[0]!, ...c.roles.map((r) => r.toLowerCase())];
}

function place(where: NonNullable<Spoiler["where"]>, show: Show): number[] {
  if ("source" in where) return [];
  return [where.part, where.episode ?? show.parts[where.part - 1]!.episodes];
}
