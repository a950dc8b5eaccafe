/** Templates with names of the whole catalog put into them, and what share of them is veiled. */
import type { Show } from "../../lib/catalog/schema.ts";
import { threshold } from "../../lib/detect/levels.ts";
import type { Passage } from "../../lib/detect/types.ts";
import { detectorFor, loadShows } from "./detector.ts";

const shows = loadShows();
const detector = detectorFor(shows);

export interface Pick {
  readonly show: string;
  readonly names: readonly string[];
  readonly pronoun: string;
}

type Kind = Show["spoilers"][number]["kind"];

/** Of every fifth show or so that lists such a fact the first one, and whom it is about; `people`: as many have to be. */
export function picks(kind: Kind, people = 1): Pick[] {
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
export function say(template: string, { show, names, pronoun }: Pick): string | undefined {
  const words = pronoun === "he" || pronoun === "she" ? he[pronoun] : undefined;
  const spoken = template
    .replace(/\bSHOW\b/g, show)
    .replace(/(?<![\p{L}])[XY](?![\p{L}])/gu, (letter) => names[letter === "X" ? 0 : 1] ?? letter)
    .replace(/\b[PQR]\b/g, (letter) => words?.["PQR".indexOf(letter)] ?? letter);
  if (/\b[PQR]\b/.test(spoken)) return undefined;
  return spoken.charAt(0).toUpperCase() + spoken.slice(1);
}

/** Where the templates stand: the page's title and language, and the passages above, templates as well. */
export interface Page {
  readonly title: string;
  readonly lang?: string;
  readonly above?: readonly Omit<Passage, "offset">[];
  readonly role?: Passage["role"];
}

const review: Page = { title: "SHOW review" };

/** The share of all sentences that are veiled at the balanced level. `before`: what names whom a pronoun means. */
export function veiled(
  templates: readonly string[],
  who: readonly Pick[],
  before = "",
  page = review,
): number {
  let all = 0;
  let hidden = 0;
  for (const pick of who) {
    let context = detector.begin({ ...page, title: say(page.title, pick)!, url: "https://site.example/a" });
    for (const passage of page.above ?? [])
      context = detector.read({ ...passage, text: say(passage.text, pick)! }, context).after;
    const lead = say(before, pick) ?? "";
    for (const template of templates) {
      const words = say(template, pick);
      if (words === undefined) continue;
      const { findings } = detector.read(
        { text: lead + words, role: page.role ?? "text", level: 0 },
        context,
      );
      all++;
      if (findings.some((f) => !f.bySection && f.end > lead.length && f.score >= threshold("balanced")))
        hidden++;
    }
  }
  console.log(`${page.title}: ${hidden} of ${all} veiled (${(hidden / all).toFixed(3)})`);
  return hidden / all;
}
