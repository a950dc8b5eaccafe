/**
 * Kitsu as JSON: library entries in JSON:API form (one page or several in an array), mostly with the shows and their
 * ids at other trackers under `included`. What Kitsu itself offers as a file is MyAnimeList's XML.
 */
import type { Entry, EntryList } from "./types.ts";
import {
  count,
  isOpen,
  isRecord,
  type Json,
  kind,
  known,
  list,
  record,
  status,
  titles,
  word,
} from "./values.ts";

const entryTypes = ["libraryEntries", "library-entries"];

/** Undefined where the JSON is not Kitsu's. */
export function readKitsu(json: unknown): EntryList | undefined {
  const pages = (Array.isArray(json) ? json : [json]).filter(isRecord);
  const resources = pages.flatMap((page) => ("data" in page ? list(page["data"]) : [page])).filter(isRecord);
  const rows = resources.filter((row) => entryTypes.includes(word(row["type"]) ?? ""));
  if (rows.length === 0) return undefined;
  const included = new Map<string, Json>();
  for (const item of pages.flatMap((page) => list(page["included"])).filter(isRecord)) {
    included.set(`${word(item["type"])} ${word(item["id"])}`, item);
  }
  const found = rows.map((row) => entryOf(row, included));
  const good = found.filter((entry) => entry !== undefined);
  return { form: "kitsu", entries: good, broken: found.length - good.length };
}

function entryOf(row: Json, included: ReadonlyMap<string, Json>): Entry | undefined {
  const attributes = record(row["attributes"]);
  const target = mediaOf(record(row["relationships"]));
  const media = target && included.get(`${target.type} ${target.id}`);
  const found = attributes["reconsuming"] === true ? "completed" : status(attributes["status"]);
  if (!target || !found) return undefined;
  const show = record(media?.["attributes"]);
  const names = titles(
    show["canonicalTitle"],
    Object.values(record(show["titles"])),
    list(show["abbreviatedTitles"]),
  );
  const ids = media ? externalIds(media, included) : {};
  const kitsu = known(target.id);
  if (names.length === 0 && [ids.mal, ids.anilist, kitsu].every((id) => id === undefined)) return undefined;
  return {
    titles: names,
    ...ids,
    kitsu,
    medium: target.type === "manga" ? "manga" : "anime",
    status: found,
    watched: count(attributes["progress"]),
    episodes: known(show["episodeCount"]),
    kind: kind(show["subtype"]),
    open: isOpen(attributes["notes"]),
  };
}

function mediaOf(relationships: Json): { type: string; id: string } | undefined {
  for (const name of ["anime", "media", "manga"]) {
    const data = record(record(relationships[name])["data"]);
    const id = word(data["id"]);
    if (id !== undefined) return { type: word(data["type"]) ?? name, id };
  }
  return undefined;
}

function externalIds(media: Json, included: ReadonlyMap<string, Json>): Pick<Entry, "mal" | "anilist"> {
  const ids: { mal?: number | undefined; anilist?: number | undefined } = {};
  const mappings = record(record(media["relationships"])["mappings"]);
  for (const item of list(mappings["data"])) {
    const { externalSite, externalId } = record(
      included.get(`mappings ${word(record(item)["id"])}`)?.["attributes"],
    );
    if (externalSite === "myanimelist/anime") ids.mal = known(externalId);
    if (externalSite === "anilist/anime" || externalSite === "anilist") {
      ids.anilist = known(word(externalId)?.replace("anime/", ""));
    }
  }
  return ids;
}
