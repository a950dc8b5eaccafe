/** The catalog's words as types alone, so that nothing of zod reaches a content script. */
export type { Kind, Place } from "./schema.ts";
