/** Everything that an import or export needs, loaded when somebody begins one: parsers, the catalog's ids, zod. */
import { shows } from "virtual:catalog/shows";
import { trackers } from "virtual:catalog/trackers";
import { backupFile, writeBackup } from "../../exchange/backup.ts";
import { createCatalogIndex } from "../../exchange/catalog-index.ts";
import { pack } from "../../exchange/gzip.ts";
import { matchAll } from "../../exchange/match-all.ts";
import { createNearest } from "../../exchange/nearest.ts";
import { backupEdit, editOf, planBackup, planList } from "../../exchange/plan.ts";
import { readFile, readText } from "../../exchange/read.ts";
import { writeAnilist } from "../../exchange/write-anilist.ts";
import { writeKitsu } from "../../exchange/write-kitsu.ts";
import { writeMal } from "../../exchange/write-mal.ts";
import { writeTitles } from "../../exchange/write-titles.ts";
import type { Choices } from "../../preferences/choices.ts";

export type Engine = ReturnType<typeof createEngine>;

/** The forms that can be saved, with the names of their files. */
export const saved = {
  backup: { name: backupFile, type: "application/json" },
  mal: { name: "animelist.xml", type: "application/xml" },
  malPacked: { name: "animelist.xml.gz", type: "application/gzip" },
  anilist: { name: "anilist.json", type: "application/json" },
  kitsu: { name: "kitsu.json", type: "application/json" },
  titles: { name: "anime.txt", type: "text/plain" },
} as const;
export type SavedForm = keyof typeof saved;

export function createEngine() {
  const index = createCatalogIndex(shows, trackers);
  const write = (form: SavedForm, choices: Choices): string | Promise<Uint8Array<ArrayBuffer>> => {
    if (form === "backup") return writeBackup(choices, Date.now());
    if (form === "anilist") return writeAnilist(index, choices.shows);
    if (form === "kitsu") return writeKitsu(index, choices.shows);
    if (form === "titles") return writeTitles(index, choices.shows);
    const xml = writeMal(index, choices.shows);
    return form === "mal" ? xml : pack(xml);
  };
  return {
    index,
    readFile,
    readText,
    matchAll,
    planList,
    planBackup,
    editOf,
    backupEdit,
    nearest: createNearest(shows),
    /** The file of a form: its content, name and type. */
    file: async (form: SavedForm, choices: Choices) =>
      new File([await write(form, choices)], saved[form].name, saved[form]),
  };
}
