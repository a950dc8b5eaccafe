/** The catalog's words without zod, so that nothing of it reaches a content script. */
import type { Place } from "./schema.ts";

export type { Place };

/**
 * What the episode of a place is. Of a place known to the part alone it is the part's last. The order is part of the
 * shipped form.
 */
export const placeUnits = ["episode", "part", "chapter"] as const;
/** A place as pages know it; where nothing else is said, its episode is one. */
export type ToldAt = Place & { readonly unit?: (typeof placeUnits)[number] | undefined };

/** What a spoiler is about. The order is part of the shipped form: records hold indices. */
export const kinds = [
  "death",
  "betrayal",
  "identity",
  "villain",
  "twist",
  "ending",
  "couple",
  "return",
  "loss",
] as const;
export type Kind = (typeof kinds)[number];

/** What a show is. */
export const formats = ["tv", "film", "ova", "ona", "manga", "novel", "game"] as const;
export type Format = (typeof formats)[number];

/** How texts speak of a character. The order is part of the shipped form, too. */
export const pronouns = ["she", "he", "they", "it"] as const;

/** Sites on which people keep lists, and by whose ids a show may be known. */
export const trackerSites = ["mal", "anilist", "kitsu"] as const;
export type TrackerIds = { readonly [Site in (typeof trackerSites)[number]]?: number | undefined };
