/**
 * Vite plugin: compiles the catalog while building.
 * `virtual:catalog/tables` is what content scripts detect with, `virtual:catalog/shows` what people tick,
 * `virtual:catalog/sequels` and `virtual:catalog/brief` what the background needs of the latter,
 * `virtual:catalog/trackers` what imports are matched by. A bad entry fails the build with file, field and reason.
 */
import { readdirSync, readFileSync } from "node:fs";
import type { Show } from "../schema.ts";
import type { Tables } from "../tables.ts";
import { ascii } from "./ascii.ts";
import { carry, markCarried } from "./carry.ts";
import { compileCues } from "./cues.ts";
import { compileFacts } from "./facts.ts";
import { compileGlossaries } from "./glossary.ts";
import { hashOf, kept } from "./kept.ts";
import { compileCommonest, compileModes } from "./lists.ts";
import { compileModel } from "./model.ts";
import { compileNames } from "./names.ts";
import { packShows } from "./pack.ts";
import { readValidShows } from "./read.ts";
import { listTrackers } from "./trackers.ts";
import { compileVectors } from "./vectors.ts";

const tablesId = "virtual:catalog/tables";
const showsId = "virtual:catalog/shows";
const sequelsId = "virtual:catalog/sequels";
const briefId = "virtual:catalog/brief";
const trackersId = "virtual:catalog/trackers";
const ids = [tablesId, showsId, sequelsId, briefId, trackersId];

const dataFolder = new URL("../../../data/", import.meta.url);
const data = (file: string) => readFileSync(new URL(file, dataFolder));

export function compileTables(shows: readonly Show[]): Tables {
  const packed = packShows(compileFacts(shows));
  return {
    names: compileNames(shows),
    ...packed,
    words: ascii(JSON.stringify(packed.words)),
    // Titles are the one text of the tables that is as people write it: none may end the comment that carries it.
    titles: ascii(JSON.stringify(shows.map(({ id, title }) => [id, title])).replaceAll("*/", "*\\/")),
    follows: followsOf(shows),
    commonest: compileCommonest(),
    modes: compileModes(),
    ...compileGlossaries(),
    cues: compileCues(JSON.parse(data("cues.json").toString())),
    model: compileModel(data("model.json").toString()),
    vectors: compileVectors(data("vectors.bin"), shows).toString("base64"),
  };
}

/** The same, compiled once for all who ask for these shows on this machine. */
export function tablesOf(shows: readonly Show[]): Tables {
  const others = readdirSync(dataFolder, { withFileTypes: true }).filter(({ name }) => name !== "shows");
  const from = hashOf(others.map(({ name }) => `data/${name}`));
  return kept("tables", from + JSON.stringify(shows), () => compileTables(shows));
}

function followsOf(shows: readonly Show[]): Tables["follows"] {
  const ids = new Map(shows.map((s, i) => [s.id, i]));
  return shows.flatMap((s, i) => (s.continues === undefined ? [] : [[i, ids.get(s.continues)!] as const]));
}

/** What the interface lists: no fact leaves the tables. */
export function listShows(shows: readonly Show[]) {
  return shows
    .map(({ id, title, aliases, year, format, studio, parts, continues }) => ({
      id,
      title,
      aliases,
      year,
      format,
      ...(studio === undefined ? {} : { studio }),
      parts,
      ...(continues === undefined ? {} : { continues }),
    }))
    .sort((a, b) => a.title.localeCompare(b.title, "en"));
}

/** `read`: where the shows come from. */
export function catalogPlugin(read: () => readonly Show[] = readValidShows) {
  /** Tests run modules as they are loaded: nothing would replace the marks. */
  let building = false;
  /** Read once a build, though each module is made of them. */
  let shows: readonly Show[] | undefined;
  const catalog = () => {
    shows ??= read();
    return shows;
  };
  const literal = (text: string) => (building ? markCarried(text) : JSON.stringify(text));
  return {
    name: "spoiler-shield:catalog",
    configResolved({ command }: { command: string }) {
      building = command === "build";
    },
    buildStart() {
      shows = undefined;
    },
    generateBundle(_options: unknown, bundle: Record<string, { code?: string }>) {
      for (const file of Object.values(bundle)) if (file.code !== undefined) file.code = carry(file.code);
    },
    resolveId: (id: string) => (ids.includes(id) ? `\0${id}` : undefined),
    load(id: string) {
      if (id === `\0${tablesId}`) {
        const { names, cues, shows: records, follows, ...rest } = tablesOf(catalog());
        const fields = Object.entries(rest).map(([name, value]) => `${name}:${literal(value)}`);
        // One text, not hundreds: it costs nothing until it is read.
        fields.push(`shows:${literal(records.join(" "))}.split(" ")`, `follows:${JSON.stringify(follows)}`);
        // A function that runs is compiled with all that stands in it: what most pages need is in one of its own.
        return (
          `export function names(){return${literal(names)}}` +
          `export function cues(){return${literal(cues)}}` +
          `export function tables(){return{names:names(),cues:cues(),${fields.join()}}}`
        );
      }
      if (id === `\0${showsId}`)
        // Engines read JSON faster than an object that is written as code.
        return ascii(
          `export const shows=JSON.parse(${JSON.stringify(JSON.stringify(listShows(catalog())))});`,
        );
      if (id === `\0${sequelsId}`) {
        const sequels = catalog().flatMap((s) => (s.continues ? [{ id: s.id, continues: s.continues }] : []));
        return `export const sequels=${JSON.stringify(sequels)};`;
      }
      if (id === `\0${briefId}`) {
        const brief = catalog().map(({ id, title, parts }) => [
          id,
          [title, parts.length, parts.at(-1)!.episodes],
        ]);
        return ascii(`export const brief=${JSON.stringify(Object.fromEntries(brief))};`);
      }
      if (id === `\0${trackersId}`) {
        return `export const trackers=${JSON.stringify(listTrackers(catalog()))};`;
      }
      return undefined;
    },
  };
}
