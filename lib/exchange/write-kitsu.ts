/** Kitsu as JSON: library entries with their shows, as its public interface gives one page of them. */
import type { Progress } from "../catalog/progress.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import type { Status } from "./types.ts";
import { openMark } from "./values.ts";

const statuses: Readonly<Record<Status, string>> = {
  completed: "completed",
  watching: "current",
  paused: "on_hold",
  dropped: "dropped",
  planned: "planned",
};

const subtypes: Readonly<Record<string, string>> = { tv: "TV", film: "movie", ova: "OVA", ona: "ONA" };

/** The file's text. A show whose id is not known has one that is no id of Kitsu's: "x" and its place in the list. */
export function writeKitsu(index: CatalogIndex, shows: Readonly<Record<string, Progress>>): string {
  const pieces = piecesOf(index, shows).map((piece, i) => ({
    piece,
    id: String(piece.kitsu ?? `x${i + 1}`),
  }));
  const document = {
    data: pieces.map(({ piece, id }, i) => entry(piece, id, i + 1)),
    included: pieces.map(({ piece, id }) => anime(piece, id)),
  };
  return `${JSON.stringify(document, undefined, 1)}\n`;
}

function entry({ status, watched, open }: Piece, id: string, place: number) {
  return {
    id: String(place),
    type: "libraryEntries",
    attributes: {
      status: statuses[status],
      progress: watched,
      reconsuming: false,
      notes: open ? openMark : null,
    },
    relationships: { anime: { data: { type: "anime", id } } },
  };
}

function anime({ show, title, episodes }: Piece, id: string) {
  return {
    id,
    type: "anime",
    attributes: {
      canonicalTitle: title,
      episodeCount: episodes,
      subtype: subtypes[show.show.format] ?? null,
    },
  };
}
