/**
 * AniList as JSON. Two forms: the download of one's own data (`lists` of `series_id`, without titles), and what the
 * many exporters keep of the public interface: `MediaListCollection` with lists of entries, whole or unwrapped.
 */
import type { Entry, EntryList, Status } from "./types.ts";
import { count, isOpen, isRecord, type Json, kind, known, list, record, status, titles } from "./values.ts";

type Medium = Entry["medium"];

const ownStatuses: readonly Status[] = ["watching", "planned", "completed", "dropped", "paused", "completed"];

/** Undefined where the JSON is not AniList's. */
export function readAnilist(json: unknown): EntryList | undefined {
  const own = list(record(json)["lists"]).filter((row) => isRecord(row) && "series_id" in row);
  const rows =
    own.length > 0
      ? own.map((row) => ownEntry(record(row)))
      : entries(json).map(({ row, medium }) => mediaEntry(row, medium));
  if (rows.length === 0) return undefined;
  const good = rows.filter((row) => row !== undefined);
  return { form: "anilist", entries: onceEach(good), broken: rows.length - good.length };
}

function ownEntry(row: Json): Entry | undefined {
  const anilist = known(row["series_id"]);
  const medium = count(row["series_type"]) === 1 ? "manga" : (typeOf(row["series_type"]) ?? "anime");
  const state = count(row["status"]);
  const found = state === undefined ? status(row["status"]) : ownStatuses[state];
  if (anilist === undefined || found === undefined) return undefined;
  const watched = count(row["progress"]);
  return { titles: [], anilist, medium, status: found, watched, open: isOpen(row["notes"]) };
}

interface Row {
  readonly row: Json;
  /** What the whole list is of, where anything above the row says so. */
  readonly medium: Medium | undefined;
}

/**
 * Everything that has a `media` (or its id) and a status, wherever the exporter has put it. Who asks the interface for
 * no more than they need has the status at the list and not at its entries, and what kind of list it is in a `type`
 * beside the lists, or in what they call the list (`mangaList`).
 */
function entries(json: unknown): Row[] {
  const found: Row[] = [];
  const visit = (value: unknown, depth: number, above: unknown, whole: Medium | undefined) => {
    if (depth > 8) return;
    if (Array.isArray(value)) for (const item of value) visit(item, depth + 1, above, whole);
    else if (isRecord(value)) {
      const own = value["status"] ?? above;
      const medium = typeOf(value["type"]) ?? whole;
      const isEntry = isRecord(value["media"]) || "mediaId" in value;
      if (isEntry && ("status" in value || above)) found.push({ row: { ...value, status: own }, medium });
      else for (const [key, item] of Object.entries(value)) visit(item, depth + 1, own, named(key) ?? medium);
    }
  };
  visit(json, 0, undefined, undefined);
  return found;
}

function mediaEntry(row: Json, whole: Medium | undefined): Entry | undefined {
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
    medium: typeOf(media["type"]) ?? byCounts(row, media) ?? whole ?? "anime",
    status: found,
    watched: count(row["progress"]),
    episodes: known(media["episodes"]),
    kind: kind(media["format"]),
    open: isOpen(row["notes"]),
  };
}

/** AniList's `MediaType`; undefined for what is none. */
function typeOf(value: unknown): Medium | undefined {
  if (typeof value !== "string") return undefined;
  return /^anime$/i.test(value) ? "anime" : /^manga$/i.test(value) ? "manga" : undefined;
}

/** Of a list that is called "manga", "mangaList", "animeList". */
function named(key: string): Medium | undefined {
  return /^manga/i.test(key) ? "manga" : /^anime/i.test(key) ? "anime" : undefined;
}

/**
 * By what it is and what there is of it: a manga has chapters and volumes, an anime episodes. A query that asks for all
 * of them gets `null` for what the other medium has, and what still runs has `null` everywhere.
 */
function byCounts(row: Json, media: Json): Medium | undefined {
  const { format } = media;
  if (typeof format === "string" && /^(?:manga|novel|one_shot)$/i.test(format)) return "manga";
  if (kind(format) || known(media["episodes"])) return "anime";
  if (known(media["chapters"]) || known(media["volumes"]) || known(row["progressVolumes"])) return "manga";
  const has = (field: string) => field in media;
  return (has("chapters") || has("volumes")) && !has("episodes") ? "manga" : undefined;
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
