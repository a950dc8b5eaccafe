/** What is said as plainly as can be is found: templates with names of the whole catalog, a hundred shows each. */
import { describe, expect, it } from "vitest";
import type { Show } from "../../lib/catalog/schema.ts";
import { threshold } from "../../lib/detect/levels.ts";
import { detectorFor, loadShows } from "./detector.ts";
import { deaths, harmless, harmlessPronouns, ofPronouns, others } from "./plain.ts";

const shows = loadShows();
const detector = detectorFor(shows);

interface Pick {
  readonly show: string;
  readonly names: readonly string[];
  readonly pronoun: string;
}

/** Of every fifth show that lists such a fact the first one, and whom it is about; `people`: as many have to be. */
function picks(kind: Show["spoilers"][number]["kind"], people = 1): Pick[] {
  const found = shows.flatMap((show): Pick[] => {
    const fact = show.spoilers.find((s) => s.kind === kind && s.who.length >= people);
    // Who betrays is the agent, where there is one.
    const agent = kind === "betrayal" ? fact?.who.find((w) => w.as === "agent") : undefined;
    const ids = (agent ? [agent] : (fact?.who ?? [])).slice(0, people).map((w) => w.character);
    const who = ids.flatMap((id) => show.characters.filter((c) => c.id === id));
    if (who.length < people || (fact?.who[0]?.as !== "subject" && !agent)) return [];
    return [{ show: show.title, names: who.map((c) => c.given ?? c.name), pronoun: who[0]!.pronoun ?? "it" }];
  });
  const every = Math.max(1, Math.floor(found.length / 100));
  return found.filter((_, i) => i % every === 0).slice(0, 100);
}

const he = { he: ["he", "him", "his"], she: ["she", "her", "her"] } as const;

/** The template with the names in it; undefined where there is no pronoun to put there. */
function say(template: string, { names, pronoun }: Pick): string | undefined {
  const words = pronoun === "he" || pronoun === "she" ? he[pronoun] : undefined;
  const spoken = template
    .replace(/\b[XY]\b/g, (letter) => names[letter === "X" ? 0 : 1] ?? letter)
    .replace(/\b[PQR]\b/g, (letter) => words?.["PQR".indexOf(letter)] ?? letter);
  if (/\b[PQR]\b/.test(spoken)) return undefined;
  return spoken.charAt(0).toUpperCase() + spoken.slice(1);
}

/** The share of all sentences that are veiled at the balanced level. `before`: what names whom a pronoun means. */
function veiled(templates: readonly string[], who: readonly Pick[], before = ""): number {
  let all = 0;
  let hidden = 0;
  for (const pick of who) {
    const context = detector.begin({ title: `${pick.show} review`, url: "https://site.example/a" });
    const lead = say(before, pick) ?? "";
    for (const template of templates) {
      const words = say(template, pick);
      if (words === undefined) continue;
      const { findings } = detector.read({ text: lead + words, role: "text", level: 0 }, context);
      all++;
      if (findings.some((f) => !f.bySection && f.end > lead.length && f.score >= threshold("balanced")))
        hidden++;
    }
  }
  console.log(`${hidden} of ${all} veiled (${(hidden / all).toFixed(3)})`);
  return hidden / all;
}

describe("plain words", () => {
  const dying = picks("death");
  const named = "X is my favourite character of the whole show. ";

  it("of who dies", () => {
    expect(veiled(deaths, dying)).toBeGreaterThan(0.8);
    expect(veiled(ofPronouns, dying, named)).toBeGreaterThan(0.85);
  });

  it("of who marries, betrays, is behind it, is maimed, comes back", () => {
    expect(veiled(others.couple, picks("couple", 2))).toBeGreaterThan(0.6);
    expect(veiled(others.betrayal, picks("betrayal"))).toBeGreaterThan(0.75);
    expect(veiled(others.villain, picks("villain"))).toBeGreaterThan(0.75);
    expect(veiled(others.loss, picks("loss"))).toBeGreaterThan(0.7);
    expect(veiled(others.return, picks("return"))).toBeGreaterThan(0.75);
  });

  it("and what only sounds like it stays", () => {
    for (const who of [dying, picks("betrayal"), picks("villain"), picks("return")]) {
      // Who is listed as the villain and fights one is hidden in a third of the cases.
      expect(veiled(harmless, who)).toBeLessThan(0.08);
      expect(veiled(harmlessPronouns, who, named)).toBeLessThan(0.02);
    }
  });
});
