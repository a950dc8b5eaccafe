/** AniList as JSON: the `MediaListCollection` of its public interface, which most tools understand. */
import type { Progress } from "../catalog/progress.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import type { Status } from "./types.ts";
import { openMark } from "./values.ts";

const statuses: Readonly<Record<Status, string>> = {
  completed: "COMPLETED",
  watching: "CURRENT",
  paused: "PAUSED",
  dropped: "DROPPED",
  planned: "PLANNING",
};

const formats: Readonly<Record<string, string>> = {
  tv: "TV",
  film: "MOVIE",
  ova: "OVA",
  ona: "ONA",
  manga: "MANGA",
};

/** The file's text. */
export function writeAnilist(index: CatalogIndex, shows: Readonly<Record<string, Progress>>): string {
  const entries = piecesOf(index, shows).map(entry);
  const lists = [...new Set(entries.map(({ status }) => status))].map((status) => ({
    name: status,
    isCustomList: false,
    status,
    entries: entries.filter((e) => e.status === status),
  }));
  return `${JSON.stringify({ data: { MediaListCollection: { lists } } }, undefined, 1)}\n`;
}

function entry({ show, title, status, watched, episodes, mal, anilist, open }: Piece) {
  const manga = show.show.format === "manga";
  return {
    ...(anilist === undefined ? {} : { mediaId: anilist }),
    status: statuses[status],
    progress: watched,
    notes: open ? openMark : null,
    media: {
      id: anilist ?? null,
      idMal: mal ?? null,
      type: manga ? "MANGA" : "ANIME",
      format: formats[show.show.format] ?? null,
      ...(manga ? { chapters: episodes } : { episodes }),
      title: { romaji: null, english: title, native: null },
    },
  };
}
