/** Values of foreign files: nothing about them is certain. */
import { decodeHTML } from "entities";
import type { Entry, Status } from "./types.ts";

export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function record(value: unknown): Json {
  return isRecord(value) ? value : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** No title is longer; what is, is text that got there by mistake. */
const longestTitle = 300;

/** A title: entities decoded (some exporters encode them twice), on one line. Undefined where there is none. */
export function title(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > longestTitle * 4) return undefined;
  const text = decodeHTML(decodeHTML(value)).replace(/\s+/g, " ").trim();
  return text === "" || text.length > longestTitle ? undefined : text;
}

/** Titles in order, also those in lists, each once. */
export function titles(...values: readonly unknown[]): string[] {
  return [...new Set(values.flat().flatMap((value) => title(value) ?? []))];
}

/** An id, or the name of a type, as text; undefined for what cannot be one. */
export function word(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** A whole number from 0, also written as text; else undefined. */
export function count(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) && (number as number) >= 0 ? (number as number) : undefined;
}

/** As `count`, and 0 means "not known": of ids and of numbers of episodes. */
export function known(value: unknown): number | undefined {
  return count(value) || undefined;
}

const statuses = new Map<string, Status>(
  Object.entries({
    completed: "completed",
    complete: "completed",
    watched: "completed",
    finished: "completed",
    repeating: "completed",
    rewatching: "completed",
    rereading: "completed",
    watching: "watching",
    current: "watching",
    currentlywatching: "watching",
    reading: "watching",
    onhold: "paused",
    paused: "paused",
    dropped: "dropped",
    plantowatch: "planned",
    plantoread: "planned",
    planned: "planned",
    planning: "planned",
  } as const),
);

/** "On-Hold", "on_hold" and "PAUSED" alike; undefined for what no tracker says. */
export function status(value: unknown): Status | undefined {
  return typeof value === "string" ? statuses.get(value.toLowerCase().replace(/[^a-z]/g, "")) : undefined;
}

/** MyAnimeList's `series_type`, AniList's `format`, Kitsu's `subtype`. */
export function kind(value: unknown): Entry["kind"] {
  const name = typeof value === "string" ? value.toLowerCase().replace(/[^a-z]/g, "") : "";
  if (name === "movie") return "film";
  if (/^(?:special|tvspecial|music|cm|pv)$/.test(name)) return "extra";
  return /^(?:tv|tvshort|ova|ona)$/.test(name) ? "series" : undefined;
}

/** What an exported show that is never shielded carries in a comment or tag. */
export const openMark = "spoiler-shield: never shield";

export function isOpen(...values: readonly unknown[]): boolean {
  return values.some((value) => typeof value === "string" && value.includes(openMark));
}
