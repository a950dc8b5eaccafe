/** A plain list of titles, for people. */
import type { Progress } from "../catalog/progress.ts";
import type { CatalogIndex, IndexedShow } from "./catalog-index.ts";
import { partTitle } from "./parts.ts";
import { position } from "./pieces.ts";
import { resolveTitle } from "./resolve.ts";

/** The file's text: "[x]" watched, "[ ]" planned, "ep 5" as far as that, "(watching)" where that is the end. */
export function writeTitles(index: CatalogIndex, shows: Readonly<Record<string, Progress>>): string {
  const lines = Object.entries(shows).flatMap(([id, progress]) => {
    const show = index.shows.get(id);
    return show ? [line(index, show, progress)] : [];
  });
  return `${lines.sort((a, b) => a.localeCompare(b, "en")).join("\n")}\n`;
}

function line(index: CatalogIndex, show: IndexedShow, progress: Progress): string {
  const { title, parts } = show.show;
  if (progress.state === "watched") return `[x] ${title}`;
  if (progress.state === "planned") return `[ ] ${title}`;
  if (progress.state === "open") return `${title} - never shield`;
  const at = progress.part - 1;
  const name = partTitle(title, parts[at]?.title ?? "", at);
  const seen = position(show, progress.part, progress.episode);
  // By its count alone the last episode would say "watched".
  const still = seen === show.total ? " (watching)" : "";
  if (at > 0 && means(index, name, show, at)) return `${name} - ep ${progress.episode}${still}`;
  return `${title} - ep ${seen}${still}`;
}

/** Would the line be read as this part? Otherwise its episodes are counted through. */
function means(index: CatalogIndex, name: string, show: IndexedShow, part: number): boolean {
  const { meanings } = resolveTitle(index, name);
  return meanings.length === 1 && meanings[0]?.show === show && meanings[0].part === part;
}
