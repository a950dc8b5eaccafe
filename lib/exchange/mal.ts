/**
 * MyAnimeList's export, which other trackers write as well: <myanimelist> with an <anime> (or <manga>) for each entry.
 * Read as a stream of tags. Document types and their entities are not understood, so there is nothing to expand.
 */
import { Parser } from "htmlparser2";
import { type Entry, type EntryList, ExchangeError, type Status } from "./types.ts";
import { count, isOpen, kind, known, status, titles } from "./values.ts";

const root = "myanimelist";

/** As the site itself numbers them, and some tools write them. */
const numbered: Readonly<Record<string, Status>> = {
  "1": "watching",
  "2": "completed",
  "3": "paused",
  "4": "dropped",
  "6": "planned",
};

/** Longer than any comment that people write into a list; the rest is dropped. */
const longestField = 20_000;

/**
 * The site writes three levels. The parser takes time by the square of the depth, so that a file of nothing but
 * opening tags would block the page.
 */
const deepest = 50;

/**
 * Throws "unknownForm" where the first element is another one, "damaged" where the file ends before its root does or
 * elements lie deeper in each other than in any list; what is thrown while tags come in ends the reading there.
 * Entries without id and title are counted as broken.
 */
export function readMal(text: string): EntryList {
  const entries: Entry[] = [];
  let broken = 0;
  let fields: Record<string, string> | undefined;
  let field = "";
  let depth = 0;
  let opened = false;
  let closed = false;
  const parser = new Parser(
    {
      onopentag(name) {
        const tag = name.toLowerCase();
        if (!opened && tag !== root) throw new ExchangeError("unknownForm");
        opened = true;
        if (++depth > deepest) throw new ExchangeError("damaged");
        if (tag === "anime" || tag === "manga") fields = Object.create(null) as Record<string, string>;
        else field = tag;
      },
      ontext(data) {
        if (!fields || field === "") return;
        const before = fields[field] ?? "";
        if (before.length < longestField) fields[field] = before + data;
      },
      onclosetag(name, implied) {
        const tag = name.toLowerCase();
        field = "";
        depth--;
        if (tag === root) closed = !implied;
        if ((tag !== "anime" && tag !== "manga") || !fields || implied) return;
        const entry = entryOf(fields, tag);
        if (entry) entries.push(entry);
        else broken++;
        fields = undefined;
      },
    },
    // Titles are decoded once they are whole: they may hold entities of HTML, which XML does not know.
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(text);
  parser.end();
  if (!opened) throw new ExchangeError("unknownForm");
  if (!closed) throw new ExchangeError("damaged");
  return { form: "mal", entries, broken };
}

function entryOf(f: Readonly<Record<string, string>>, medium: "anime" | "manga"): Entry | undefined {
  const anime = medium === "anime";
  const names = titles(anime ? f["series_title"] : f["manga_title"]);
  const mal = anime ? known(f["series_animedb_id"]) : undefined;
  if (names.length === 0 && mal === undefined) return undefined;
  return {
    medium,
    titles: names,
    mal,
    // Without a known status MyAnimeList itself takes "Plan to Watch".
    status: f["my_rewatching"] === "1" ? "completed" : (statusOf(f["my_status"] ?? "") ?? "planned"),
    watched: count(anime ? f["my_watched_episodes"] : f["my_read_chapters"]),
    episodes: anime ? known(f["series_episodes"]) : undefined,
    kind: kind(f["series_type"]),
    open: isOpen(f["my_comments"], f["my_tags"]),
  };
}

function statusOf(written: string): Status | undefined {
  const number = count(written);
  return number === undefined ? status(written) : numbered[number];
}
