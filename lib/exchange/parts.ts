/** The parts of a show: their names in lists, and which one is meant by what stands behind the show's title. */
import type { IndexedShow, Meaning } from "./catalog-index.ts";
import { fold } from "./fold.ts";
import { type Label, labelOf, sameLabel } from "./season.ts";

/** "Attack on Titan: Season 2", as we write it ourselves; the first part goes by the show's title. */
export function partTitle(show: string, part: string, at: number): string {
  if (at <= 0 || part === "") return show;
  return part.startsWith(show) ? part : `${show}: ${part}`;
}

/** What follows the longest of the names at the beginning of the title. */
export function behind(title: string, names: readonly string[]): string | undefined {
  const found = names
    .filter((name) => name !== "" && title.startsWith(`${name} `))
    .sort((a, b) => b.length - a.length);
  return found[0] === undefined ? undefined : title.slice(found[0].length + 1);
}

/** The label of "season 2 arise from the shadow": as many words from the front as make one. */
export function leadingLabel(text: string): Label | undefined {
  const tokens = text.split(" ");
  for (let n = tokens.length; n > 0; n--) {
    const label = labelOf(tokens.slice(0, n));
    if (label && (n === tokens.length || label.season || label.half) && Object.keys(label).length > 0)
      return label;
  }
  return undefined;
}

/** "Season 2: Arise from the Shadow", "Ordinal Scale (film)", "The Movie": in full, and by their telling half. */
export function variants(title: string, own: string): string[] {
  const bare = title.replace(/\([^)]*\)/g, " ");
  const after = bare.replace(/^[^:]*\bseason\b[^:]*:/i, "");
  return [
    ...new Set([own, fold(title), fold(bare), fold(after)].flatMap((name) => [name, plainPart(name)])),
  ].filter((name) => name !== "" && !isNumber(name));
}

function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
}

/** Without the words that one list writes and another does not. */
function plainPart(name: string): string {
  return name
    .replace(/\b(?:the|movie|film|gekijouban|arc|saga)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The part of the show that is meant by what stands behind the show's title; `half`: which cour of it. */
export function followedBy(show: IndexedShow, rest: readonly string[]): Omit<Meaning, "show"> | undefined {
  const label = labelOf(rest);
  const found = label && byLabel(show, label);
  if (found) return found;
  const text = rest.join(" ");
  const plain = plainPart(text);
  const film = rest.some((word) => word === "movie" || word === "film" || word === "gekijouban");
  const at = show.parts.flatMap((part, i) => {
    if (film && !part.film) return [];
    return part.names.includes(text) || (plain !== "" && part.names.includes(plain)) ? [i] : [];
  });
  return at.length === 1 ? { part: at[0] } : undefined;
}

/** Of more episodes others make several seasons, each in its own way: "Naruto Season 1" is not all 220. */
const longestSeason = 60;

function byLabel(show: IndexedShow, label: Label): Omit<Meaning, "show"> | undefined {
  const { season, half, final, year } = label;
  const only = (wanted: Label) => {
    const at = show.parts.flatMap((part, i) => (part.label && sameLabel(part.label, wanted) ? [i] : []));
    return at.length === 1 ? at[0] : undefined;
  };
  if (year !== undefined) {
    const at = show.show.parts.findIndex(({ title }) => title.includes(String(year)));
    if (at > 0 || (at === 0 && show.parts.length > 1)) return { part: at };
    if (at < 0 && year !== show.show.year) return undefined;
  }
  if (season === undefined && half === undefined && final === undefined) return {};
  const same = only(label);
  if (same !== undefined) return { part: same };
  const seasons = show.parts.some((part) => part.label?.season !== undefined);
  // "Part 2" is what some shows call their second season.
  if (season !== undefined && half === undefined && !final && !seasons) {
    const part = only({ half: season });
    if (part !== undefined) return { part };
  }
  const first = season === 1 ? show.parts[0]!.episodes <= longestSeason : season === undefined && !final;
  const part = first ? 0 : only(withoutHalf(label));
  if (part === undefined || half === undefined) return part === undefined ? undefined : { part };
  const halves = show.parts.some((p) => p.label?.half !== undefined && p.label.season === season);
  return halves ? undefined : { part, half };
}

function withoutHalf({ half: _, ...label }: Label): Label {
  return label;
}
