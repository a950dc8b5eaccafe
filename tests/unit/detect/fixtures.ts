/** A catalog of invented shows, and detectors over it. */
import fc from "fast-check";
import { compileTables } from "../../../lib/catalog/build/plugin.ts";
import { type Show, type ShowFile, showSchema } from "../../../lib/catalog/schema.ts";
import { featureNames, neighbourNames } from "../../../lib/detect/feature-names.ts";
import { createInspector, type InspectingDetector } from "../../../lib/detect/inspect.ts";
import type { JudgedSentence } from "../../../lib/detect/judged.ts";
import { inputCount, type ModelFile } from "../../../lib/detect/model.ts";
import type { Context, Passage } from "../../../lib/detect/types.ts";

const lantern: ShowFile = {
  id: "death-lantern",
  title: "Death Lantern",
  year: 2001,
  format: "tv",
  parts: [{ title: "Season 1", episodes: 12 }],
  characters: [
    {
      id: "marwen",
      name: "Marwen Oskalla",
      given: "Marwen",
      family: "Oskalla",
      aliases: ["Qlarion"],
      pronoun: "she",
    },
    { id: "sakura", name: "Sakura", pronoun: "she" },
    { id: "haruto", name: "Haruto", pronoun: "he" },
  ],
  spoilers: [
    {
      id: "marwen-dies",
      kind: "death",
      who: [{ character: "marwen" }],
      where: { part: 1, episode: 9 },
      sentence: "Marwen drowns in the flooded crypt.",
      clues: ["drown* + crypt"],
      scene: ["flood", "crypt", "water"],
      example: "Marwen drowns in the crypt.",
      nearMiss: "Marwen explores the crypt.",
    },
  ],
};

const harbor: ShowFile = {
  id: "harbor",
  title: "Harbor",
  aliases: ["Last Harbor", "71"],
  ordinaryTitles: ["Harbor", "Last Harbor", "71"],
  year: 2004,
  format: "film",
  parts: [{ title: "Film", episodes: 1 }],
  characters: [
    { id: "ace", name: "Ace", ordinary: ["Ace"], pronoun: "he" },
    { id: "tivolin", name: "Tivolin Breckard", given: "Tivolin", family: "Breckard", pronoun: "he" },
  ],
  spoilers: [
    {
      id: "ace-dies",
      kind: "death",
      who: [{ character: "ace" }, { character: "tivolin", as: "agent" }],
      where: { part: 1 },
      sentence: "Tivolin poisons Ace at the banquet.",
      clues: ["poison* + banquet"],
      scene: ["poison", "banquet", "goblet"],
      example: "Ace dies of the poison.",
      nearMiss: "Ace enjoys the banquet.",
    },
  ],
};

const zelkova: ShowFile = {
  id: "zelkova-skies",
  title: "Zelkova Skies!",
  aliases: ["ZkS"],
  year: 2010,
  format: "tv",
  parts: [{ title: "Season 1", episodes: 24 }],
  characters: [
    { id: "sakura", name: "Sakura", pronoun: "she" },
    { id: "kenji", name: "Kenji", pronoun: "he" },
    { id: "hiroshi", name: "Hiroshi", pronoun: "he" },
    { id: "obrecht", name: "Obrecht Vantongeren", given: "Obrecht", family: "Vantongeren", pronoun: "he" },
  ],
  spoilers: [
    {
      id: "obrecht-traitor",
      kind: "betrayal",
      who: [{ character: "obrecht" }],
      sentence: "Obrecht sold the maps to the enemy fleet.",
      scene: ["maps", "fleet", "sold"],
      example: "Obrecht betrays them all.",
      nearMiss: "Obrecht draws maps.",
    },
    {
      id: "kenji-shoves-sakura",
      kind: "death",
      who: [{ character: "sakura" }, { character: "kenji", as: "agent" }],
      sentence: "Kenji shoves Sakura off the viaduct.",
      clues: ["shove* + viaduct"],
      scene: ["viaduct", "fall"],
      example: "Kenji shoves Sakura off the viaduct.",
      nearMiss: "Kenji meets Sakura under the viaduct.",
    },
  ],
};

/** Named after its heroine; in the other show somebody bears her name. */
const [veshnalor, tallow]: ShowFile[] = ["Veshnalor", "Tallow Roads"].map((title) => ({
  id: title.toLowerCase().replace(" ", "-"),
  title,
  year: 2015,
  format: "tv",
  parts: [{ title: "Season 1", episodes: 12 }],
  characters: [{ id: "veshnalor", name: "Veshnalor", pronoun: "she" }],
  spoilers: [
    {
      id: "veshnalor-wins",
      kind: "ending",
      sentence: "She wins the race.",
      scene: ["race"],
      example: "Veshnalor wins the race.",
      nearMiss: "Veshnalor loves races.",
    },
  ],
}));

export const shows: Show[] = [lantern, harbor, zelkova, veshnalor!, tallow!].map((s) => showSchema.parse(s));
export const tables = compileTables(shows);

/** With the learned weights. */
export const learned: InspectingDetector = createInspector(tables);

/** With weights that call every candidate a spoiler: what it does not find, no weights can find. */
export const eager: InspectingDetector = createInspector({ ...tables, model: JSON.stringify(flatModel(5)) });

/** With weights that call nothing a spoiler: what it finds, it finds by rule. */
export const shy: InspectingDetector = createInspector({ ...tables, model: JSON.stringify(flatModel(-5)) });

/** The same log-odds for every candidate. */
function flatModel(odds: number): ModelFile {
  const { dimensions } = JSON.parse(tables.model) as ModelFile;
  const inputs = inputCount(dimensions);
  return {
    names: featureNames,
    dimensions,
    linear: [...Array<number>(inputs).fill(0), odds],
    units: [],
    hidden: "",
    phrases: "",
    neighbours: [...neighbourNames.map((n) => Number(n === "own")), 0],
    story: "",
  };
}

export const text = (words: string): Passage => ({ text: words, role: "text", level: 0 });
export const heading = (level: number, words: string): Passage => ({ text: words, role: "heading", level });
export const page = (title: string, url = "https://site.example/a") => eager.begin({ title, url });
/** A page whose title and address name no show. */
export const plainPage = page("Notes of a week");

/** The context after these passages. */
export function after(start: Context, ...passages: readonly Passage[]): Context {
  return passages.reduce((context, p) => eager.read(p, context).after, start);
}

/** What a sentence names, as "show" or "show/character". */
export function named({ sentence }: JudgedSentence): string[] {
  return sentence.mentions.map((m) => {
    const show = shows[m.show]!;
    return m.character < 0 ? show.id : `${show.id}/${show.characters[m.character]!.id}`;
  });
}

/** Everything that a passage names. */
export function mentions(words: string, context: Context): string[] {
  return eager.inspect(text(words), context).sentences.flatMap(named);
}

/** For each sentence the shows that it may be about and why, as "show by page". */
export function belongs(words: string, context: Context): string[][] {
  return eager
    .inspect(text(words), context)
    .sentences.map(({ judged }) =>
      judged.map(({ candidate: c }) => `${shows[c.show]!.id} by ${c.by}`).sort(),
    );
}

const vocabulary =
  "Marwen Oskalla Death Lantern Ace Harbor Sakura Kenji Haruto Hiroshi Zelkova Skies! dies she spoilers ahead (2004) anime “ ” . ? tree killed";

/** Headings, texts and items of the shows' names and what tempts beside them. */
export const anyPassage: fc.Arbitrary<Passage> = fc
  .tuple(
    fc.array(fc.constantFrom(...vocabulary.split(" ")), { maxLength: 12 }),
    fc.constantFrom("heading", "text", "item"),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([words, role, level]) =>
    role === "heading" ? heading(level, words.join(" ")) : text(words.join(" ")),
  );
