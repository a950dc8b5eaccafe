/**
 * The catalog as people write it: one JSON file a show under `data/shows/`.
 *
 * zod lives here and nowhere near a content script: the build validates every file with these schemas
 * and compiles them to the shipped form (`compile/`).
 */
import { z } from "zod";
import { kinds } from "./types.ts";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters, digits and single hyphens");

const line = z
  .string()
  .min(1)
  .refine((s) => s.trim() === s, "no space at either end")
  .refine((s) => !/[\n\t]/.test(s), "one line");

export const kindSchema = z.enum(kinds);

export const pronouns = ["she", "he", "they", "it"] as const;

/** What a character does in a spoiler. `subject` is whom it happens to; `agent` who does it. */
export const parts = ["subject", "agent", "other"] as const;

const characterSchema = z.strictObject({
  id,
  /** As English-language sites write it, western order: "Kōsei Arima", "Monkey D. Luffy", "L". */
  name: line,
  /** The part of the name used alone for this person; left out where there is only one name. */
  given: line.optional(),
  family: line.optional(),
  native: line.optional(),
  /** Other spellings, short names, nicknames and titles that by themselves mean this person. */
  aliases: z.array(line).default([]),
  /** Words by which texts mean this person without a name, inside the show only: "mother", "teacher". */
  roles: z.array(line).default([]),
  pronoun: z.enum(pronouns),
  /** Names from the above that are ordinary English words: counted only where the show is the topic. */
  ordinary: z.array(line).default([]),
});
export type Character = z.infer<typeof characterSchema>;

/** Where the show tells it. No `episode`: somewhere in that part. `source`: only in the manga or novel. */
const placeSchema = z.union([
  z.strictObject({
    part: z.int().min(1),
    episode: z.int().min(1).optional(),
  }),
  z.strictObject({ source: z.literal(true) }),
]);
export type Place = z.infer<typeof placeSchema>;

/** Words separated by spaces; `a|b` for alternatives, `word*` for a prefix, ` + ` between parts that must all stand in one sentence. */
const clue = line.regex(/^[^+]+( \+ [^+]+)*$/, "parts joined by ' + '");

const told = {
  kind: kindSchema,
  who: z.array(z.strictObject({ character: id, as: z.enum(parts).default("subject") })).default([]),
  /** The fact in one plain sentence of our own. */
  sentence: line,
  /** Wording that only this fact has in texts about this show. One is enough. */
  clues: z.array(clue).default([]),
  /** Content words that retellings of the scene use (no names): several together point to it. */
  scene: z.array(line.regex(/^\S+$/, "single words")).default([]),
};

const spoilerSchema = z.strictObject({
  id,
  ...told,
  /** Left out where it is not known for sure: then only "watched" clears it. */
  where: placeSchema.optional(),
  /** A sentence as somebody would write it, which must be found. */
  example: line,
  /** A sentence close to it that gives nothing away and must stay readable. */
  nearMiss: line,
});
export type Spoiler = z.infer<typeof spoilerSchema>;

/** What every synopsis says: never veiled. */
const premiseSchema = z.strictObject({ ...told, kind: kindSchema.optional() });
export type Premise = z.infer<typeof premiseSchema>;

export const showSchema = z.strictObject({
  $schema: z.string().optional(),
  id,
  title: line,
  /** Romaji, native, short forms and frequent misspellings. */
  aliases: z.array(line).default([]),
  /** Titles and aliases that are ordinary words or names ("Orange", "Monster", "Clannad" is none). */
  ordinaryTitles: z.array(line).default([]),
  year: z.int().min(1917).max(2030),
  format: z.enum(["tv", "film", "ova", "ona", "manga", "novel", "game"]),
  /** The show that this one continues: who has seen this has seen that. */
  continues: id.optional(),
  trackers: z
    .strictObject({ mal: z.int().positive().optional(), anilist: z.int().positive().optional() })
    .optional(),
  parts: z.array(z.strictObject({ title: line, episodes: z.int().min(1) })).min(1),
  characters: z.array(characterSchema).min(1),
  premise: z.array(premiseSchema).default([]),
  spoilers: z.array(spoilerSchema).min(1),
});
export type Show = z.infer<typeof showSchema>;
/** A show as its file may leave defaults out. */
export type ShowFile = z.input<typeof showSchema>;
