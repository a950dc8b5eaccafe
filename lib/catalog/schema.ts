/**
 * The catalog as people write it: one JSON file a show under `data/shows/`.
 *
 * zod lives here and nowhere near a content script: the build validates every file with these schemas and compiles them
 * to the shipped form (`build/`). The descriptions go into `data/show.schema.json`, where editors show them.
 */
import { z } from "zod";
import { formats, kinds, pronouns } from "./types.ts";

const id = z
  .string()
  .min(1, "empty")
  .max(80, "longer than 80 letters")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "not lower-case letters, digits and single hyphens")
  // Looked up by it, any list of shows would have it: "constructor".
  .refine((s) => !(s in {}), "a name that every object has")
  .describe("Lower-case letters, digits and single hyphens.");

/**
 * Controls, directions, joiners, halves of letters: with them a title could pass for another, or turn what is around
 * it.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

const line = z
  .string()
  .min(1, "empty")
  .max(300, "longer than 300 letters")
  .refine((s) => s.trim() === s, "no space at either end")
  .refine((s) => !/[\n\t]/.test(s), "one line")
  .refine((s) => !unseen.test(s), "a sign that nobody sees, or half of one");

const lines = z.array(line).default([]);

const kindSchema = z.enum(kinds);

/** What a character does in a spoiler. `subject` is whom it happens to; `agent` who does it. */
export const parts = ["subject", "agent", "other"] as const;

const characterSchema = z.strictObject({
  id,
  name: line.describe(
    'As English-language sites write it, western order: "Kōsei Arima", "Monkey D. Luffy", "L".',
  ),
  given: line
    .optional()
    .describe("The part of the name used alone for this person; left out where there is only one name."),
  family: line.optional(),
  native: line.optional().describe("In the original script; a space where the family name ends."),
  aliases: lines.describe(
    "Other spellings, short names, nicknames and titles that by themselves mean this person.",
  ),
  roles: lines.describe(
    'Words by which texts mean this person without a name, inside the show only: "mother", "teacher".',
  ),
  pronoun: z.enum(pronouns),
  ordinary: lines.describe(
    "Names from the above that are ordinary English words: counted only where the show is the topic.",
  ),
});
export type Character = z.infer<typeof characterSchema>;

const part = z.int().min(1).max(99).describe("Counted from 1, in the order of `parts`.");
const episode = z.int().min(1).max(9999).describe("Counted from 1 within the part.");

/** Where the show tells it. No `episode`: somewhere in that part. `source`: only in the manga or novel. */
const placeSchema = z
  .union([
    z.strictObject({ part, episode: episode.optional() }),
    z.strictObject({ source: z.literal(true).describe("Told only in the manga or novel so far.") }),
  ])
  .describe('Only as exact as it is known for sure. Left out: only "watched" clears it.');
export type Place = z.infer<typeof placeSchema>;

const clue = line.regex(/^[^+]+( \+ [^+]+)*$/, "parts joined by ' + '");

const who = z
  .array(z.strictObject({ character: id, as: z.enum(parts).default("subject") }))
  .default([])
  .describe("`subject`: whom it happens to or is about; `agent`: who does it; `other`: who is involved.");

const told = {
  sentence: line.describe("The fact in one plain sentence of our own."),
  clues: z
    .array(clue)
    .default([])
    .describe(
      "Wording that only this fact has in texts about this show. Words in a row; `a|b` for alternatives of one word, " +
        "of which a hyphen may tie several (`gives-up|leaves`), `word*` for a prefix, ` + ` between parts that must all stand in one sentence. One clue is enough.",
    ),
  scene: z
    .array(line.regex(/^\S+$/, "not a single word"))
    .default([])
    .describe("Content words that retellings of the scene use (no names): several together point to it."),
};

const spoilerSchema = z.strictObject({
  id,
  kind: kindSchema,
  who,
  where: placeSchema.optional(),
  ...told,
  example: line.describe("A sentence as somebody would write it, which must be found."),
  nearMiss: line.describe("A sentence close to it that gives nothing away and must stay readable."),
});
export type Spoiler = z.infer<typeof spoilerSchema>;

const premiseSchema = z.strictObject({ kind: kindSchema.optional(), who, ...told });
export type Premise = z.infer<typeof premiseSchema>;

const trackerId = z.int().positive().max(9_999_999);

/** An entry on the trackers, by the place where it starts. */
const trackerSchema = z.strictObject({
  part,
  episode: episode.default(1),
  episodes: z
    .int()
    .min(1)
    .max(9999)
    .optional()
    .describe(
      "How many of our episodes it covers. Left out: up to where the next entry starts, or to the end.",
    ),
  mal: trackerId.optional().describe("https://myanimelist.net/anime/…"),
  anilist: trackerId.optional().describe("https://anilist.co/anime/…"),
  kitsu: trackerId.optional().describe("https://kitsu.app/anime/…"),
});

export const showSchema = z.strictObject({
  $schema: z.string().optional(),
  id,
  title: line.describe("As English-language sites write it."),
  aliases: lines.describe(
    "Romaji, native, short forms and frequent misspellings. The first in kana or kanji is what Japanese readers see as the title.",
  ),
  ordinaryTitles: lines.describe(
    'Titles and aliases that are ordinary words or names ("Orange", "Monster"): they count only in a clear context.',
  ),
  year: z.int().min(1917, "the year is missing").max(2030),
  format: z.enum(formats),
  studio: line
    .optional()
    .describe(
      "The studio that animated it, as it writes its name, where one did: readers mark all of a studio's at once.",
    ),
  continues: id.optional().describe("The show that this one continues: who has seen this has seen that."),
  trackers: z
    .array(trackerSchema)
    .default([])
    .describe(
      "The show's entries on the big trackers, in order of their places: one for all parts, one a part, or several in one part.",
    ),
  parts: z
    .array(z.strictObject({ title: line, episodes: z.int().min(1, "how many episodes?").max(9999) }))
    .min(1)
    .describe("Seasons or arcs in broadcast order; a film is one part of one episode."),
  characters: z.array(characterSchema).min(1).max(254),
  premise: z
    .array(premiseSchema)
    .default([])
    .describe("What every synopsis says although it sounds like a spoiler: never veiled."),
  spoilers: z.array(spoilerSchema).min(1),
});
export type Show = z.infer<typeof showSchema>;
/** A show as its file may leave defaults out. */
export type ShowFile = z.input<typeof showSchema>;
