/** The catalog's words without zod, so that nothing of it reaches a content script. */
export type { Place } from "./schema.ts";

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
