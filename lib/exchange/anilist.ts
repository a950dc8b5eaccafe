/**
 * AniList as JSON. Two forms: the download of one's own data (`lists` of `series_id`, without titles), and what the
 * many exporters keep of the public interface: `MediaListCollection` with lists of entries, whole or unwrapped.
 */
import type { Entry, EntryList, Status } from "./types.ts";
import { count, isOpen, isRecord, type Json, kind, known, list, record, status, titles } from "./values.ts";

const ownStatuses: readonly Status[] = ["watching", "planned", "completed", "dropped", "paused", "completed"];

/** Undefined where the JSON is not AniList's. */
export function readAnilist(json: unknown): EntryList | undefined {
  const own = list(record(json)["lists"]).filter((row) => isRecord(row) && "series_id" in row);
  const rows = own.length > 0 ? own.map((row) => ownEntry(record(row))) : entries(json).map(mediaEntry);
  if (rows.length === 0) return undefined;
  const good = rows.filter((row) => row !== undefined);
  return { form: "anilist", entries: onceEach(good), broken: rows.length - good.length };
}

function ownEntry(row: Json): Entry | undefined {
  const anilist = known(row["series_id"]);
  const medium = row["series_type"] === 1 || row["series_type"] === "MANGA" ? "manga" : "anime";
  const state = count(row["status"]);
  const found = state === undefined ? status(row["status"]) : ownStatuses[state];
  if (anilist === undefined || found === undefined) return undefined;
  const watched = count(row["progress"]);
  return { titles: [], anilist, medium, status: found, watched, open: isOpen(row["notes"]) };
}

/**
 * Everything that has a `media` (or its id) and a status, wherever the exporter has put it. Who asks the interface for
 * no more than they need has the status at the list and not at its entries.
 */
function entries(json: unknown): Json[] {
  const found: Json[] = [];
  const visit = (value: unknown, depth: number, above: unknown) => {
    if (depth > 8) return;
    if (Array.isArray(value)) for (const item of value) visit(item, depth + 1, above);
    else if (isRecord(value)) {
      const own = value["status"] ?? above;
      const isEntry = isRecord(value["media"]) || "mediaId" in value;
      if (isEntry && ("status" in value || above)) found.push({ ...value, status: own });
      else for (const item of Object.values(value)) visit(item, depth + 1, own);
    }
  };
  visit(json, 0, undefined);
  return found;
}

function mediaEntry(row: Json): Entry | undefined {
  const media = record(row["media"]);
  const name = media["title"];
  const { romaji, english, native, userPreferred } = record(name);
  const names = titles(name, romaji, english, userPreferred, native, list(media["synonyms"]));
  const anilist = known(media["id"]) ?? known(row["mediaId"]);
  const mal = known(media["idMal"]);
  const found = status(row["status"]);
  if (!found || (names.length === 0 && anilist === undefined && mal === undefined)) return undefined;
  return {
    titles: names,
    anilist,
    mal,
    medium: media["type"] === "MANGA" || "chapters" in media ? "manga" : "anime",
    status: found,
    watched: count(row["progress"]),
    episodes: known(media["episodes"]),
    kind: kind(media["format"]),
    open: isOpen(row["notes"]),
  };
}

/** Custom lists hold entries a second time. MyAnimeList numbers anime and manga apart, AniList together. */
function onceEach(all: readonly Entry[]): Entry[] {
  const seen = new Map<unknown, Entry>();
  for (const entry of all) {
    const { anilist, mal, medium } = entry;
    seen.set(anilist ?? (mal === undefined ? entry : `${medium} ${mal}`), entry);
  }
  return [...seen.values()];
}
