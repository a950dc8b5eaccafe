/** Modules that the catalog plugin (build/plugin.ts) makes at build. */
declare module "virtual:catalog/tables" {
  import type { Tables } from "./tables.ts";
  /** `Tables.names` and `Tables.cues` alone: the rest is not touched. */
  export function names(): string;
  export function cues(): string;
  export function tables(): Tables;
}
declare module "virtual:catalog/shows" {
  import type { Format } from "./types.ts";
  export interface ListedShow {
    readonly id: string;
    readonly title: string;
    readonly aliases: readonly string[];
    readonly year: number;
    readonly format: Format;
    readonly studio?: string;
    readonly parts: readonly { readonly title: string; readonly episodes: number }[];
    readonly continues?: string;
  }
  /** Sorted by title. */
  export const shows: readonly ListedShow[];
}
declare module "virtual:catalog/sequels" {
  /** Shows that continue another. */
  export const sequels: readonly { readonly id: string; readonly continues: string }[];
}
declare module "virtual:catalog/brief" {
  /** By show id its title, and its last episode: of which part, and which of it. */
  export const brief: Readonly<Record<string, readonly [title: string, part: number, episode: number]>>;
}
declare module "virtual:catalog/trackers" {
  /** An entry on the trackers: its episode n is the n-th of ours from this place on, counted on through the parts. */
  export interface TrackerEntry {
    readonly part: number;
    readonly episode: number;
    /** How many of our episodes it covers: whoever has completed it has seen so many from its place on, and no more. */
    readonly episodes: number;
    readonly mal?: number;
    readonly anilist?: number;
    readonly kitsu?: number;
  }
  /** Shows that have entries; the entries in order. */
  export const trackers: readonly { readonly id: string; readonly entries: readonly TrackerEntry[] }[];
}
