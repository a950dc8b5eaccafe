/** What a list is made of, whatever file it came from. */
import type { TrackerIds } from "../catalog/types.ts";

/** The forms that can be read. `backup` is our own; the others are lists of entries. */
export type Form = "mal" | "anilist" | "kitsu" | "titles" | "backup";

export type Status = "completed" | "watching" | "paused" | "dropped" | "planned";

/** One line of a list: a season, film or show with what the reader has seen of it. */
export interface Entry extends TrackerIds {
  /** As the file writes them, entities decoded, the main one first. Empty where the file has ids only. */
  readonly titles: readonly string[];
  /** Undefined in a plain list that says nothing: the episodes seen do, or who imports it says what it means. */
  readonly status: Status | undefined;
  /** Episodes seen; undefined where the file does not count. */
  readonly watched?: number | undefined;
  /** Episodes that there are; undefined where unknown. */
  readonly episodes?: number | undefined;
  readonly medium: "anime" | "manga";
  /** What the tracker calls it; `extra`: specials, music, advertisements. */
  readonly kind?: "series" | "film" | "extra" | undefined;
  /** A plain line means "everything up to here"; a tracker lists each season by itself. */
  readonly upTo?: boolean | undefined;
  /** Our own mark in a foreign form: never shield this show. */
  readonly open?: boolean | undefined;
}

export interface EntryList {
  readonly form: Exclude<Form, "backup">;
  readonly entries: readonly Entry[];
  /** Lines or records that looked like entries and could not be read. */
  readonly broken: number;
}

/** What can be wrong with a file as a whole. The interface has the words for each. */
export type Fault =
  /** Neither text nor gzip of text. */
  | "notText"
  /** Larger than any list, packed or unpacked. */
  | "tooLarge"
  /** gzip that ends early or is damaged. */
  | "damaged"
  /** Text of none of the forms. */
  | "unknownForm"
  /** The right form with nothing in it. */
  | "empty"
  /** A backup that a newer version has written. */
  | "tooNew"
  /** A backup whose content does not hold. */
  | "badBackup";

/** Thrown by everything that reads a file: nothing has been changed then. */
export class ExchangeError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault, detail = "") {
    super(detail ? `${fault}: ${detail}` : fault);
    this.name = "ExchangeError";
    this.fault = fault;
  }
}
