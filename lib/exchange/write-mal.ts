/** MyAnimeList's XML, as its own import takes it. */
import type { Progress } from "../catalog/progress.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import type { Status } from "./types.ts";
import { openMark } from "./values.ts";

const statuses: Readonly<Record<Status, string>> = {
  completed: "Completed",
  watching: "Watching",
  paused: "On-Hold",
  dropped: "Dropped",
  planned: "Plan to Watch",
};

const types: Readonly<Record<string, string>> = { tv: "TV", film: "Movie", ova: "OVA", ona: "ONA" };

/**
 * The file's text. Entries whose id is unknown have the id 0: we read them by title, MyAnimeList skips them;
 * so it does with manga, of which no id is known, and the file is one of anime (type 1).
 */
export function writeMal(index: CatalogIndex, shows: Readonly<Record<string, Progress>>): string {
  const entries = piecesOf(index, shows).map(entry).join("");
  const info = "  <myinfo>\n    <user_export_type>1</user_export_type>\n  </myinfo>\n";
  return `<?xml version="1.0" encoding="UTF-8"?>\n<myanimelist>\n${info}${entries}</myanimelist>\n`;
}

function entry(piece: Piece): string {
  const fields = piece.show.show.format === "manga" ? ofManga(piece) : ofAnime(piece);
  const lines = Object.entries(fields).map(([name, value]) => `    <${name}>${value}</${name}>\n`);
  const tag = piece.show.show.format === "manga" ? "manga" : "anime";
  return `  <${tag}>\n${lines.join("")}  </${tag}>\n`;
}

function ofAnime({ show, title, status, watched, episodes, mal, open }: Piece) {
  return {
    series_animedb_id: mal ?? 0,
    series_title: cdata(title),
    series_type: types[show.show.format] ?? "Unknown",
    series_episodes: episodes,
    my_watched_episodes: watched,
    ...ofBoth(statuses[status], open),
  };
}

/** The catalog knows no ids of manga. */
function ofManga({ title, status, watched, episodes, open }: Piece) {
  return {
    manga_mangadb_id: 0,
    manga_title: cdata(title),
    manga_chapters: episodes,
    my_read_chapters: watched,
    ...ofBoth(statuses[status].replace("Watch", "Read"), open),
  };
}

function ofBoth(status: string, open: boolean) {
  return {
    my_start_date: "0000-00-00",
    my_finish_date: "0000-00-00",
    my_score: 0,
    my_status: status,
    my_comments: cdata(open ? openMark : ""),
    my_times_watched: 0,
    my_tags: cdata(""),
    // Else the reader's score, dates and tags there would go, of which nothing is known here.
    update_on_import: 0,
  };
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}
