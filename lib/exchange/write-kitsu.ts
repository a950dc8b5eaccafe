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

const subtypes: Readonly<Record<string, string>> = {
  tv: "TV",
  film: "movie",
  ova: "OVA",
  ona: "ONA",
  manga: "manga",
};

/** The file's text. A show whose id is not known has one that is no id of Kitsu's: "x" and its place in the list. */
export function writeKitsu(index: CatalogIndex, shows: Readonly<Record<string, Progress>>): string {
  const pieces = piecesOf(index, shows).map((piece, i) => ({
    piece,
    id: String(piece.kitsu ?? `x${i + 1}`),
  }));
  const document = {
    data: pieces.map(({ piece, id }, i) => entry(piece, id, i + 1)),
    included: pieces.map(({ piece, id }) => media(piece, id)),
  };
  return `${JSON.stringify(document, undefined, 1)}\n`;
}

const typeOf = ({ show }: Piece) => (show.show.format === "manga" ? "manga" : "anime");

function entry(piece: Piece, id: string, place: number) {
  const { status, watched, open } = piece;
  const type = typeOf(piece);
  return {
    id: String(place),
    type: "libraryEntries",
    attributes: {
      status: statuses[status],
      progress: watched,
      reconsuming: false,
      notes: open ? openMark : null,
    },
    relationships: { [type]: { data: { type, id } } },
  };
}

function media(piece: Piece, id: string) {
  const { show, title, episodes } = piece;
  const type = typeOf(piece);
  return {
    id,
    type,
    attributes: {
      canonicalTitle: title,
      [type === "manga" ? "chapterCount" : "episodeCount"]: episodes,
      subtype: subtypes[show.show.format] ?? null,
    },
  };
}
