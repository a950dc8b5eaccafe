/** Modules that the catalog plugin (build/plugin.ts) makes at build. */
declare module "virtual:catalog/tables" {
  import type { Tables } from "./tables.ts";
  export function tables(): Tables;
}
declare module "virtual:catalog/shows" {
  export interface ListedShow {
    readonly id: string;
    readonly title: string;
    readonly aliases: readonly string[];
    readonly year: number;
    readonly format: string;
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
