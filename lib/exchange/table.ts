/**
 * A table of shows as spreadsheets save it or hand it over when it is copied: the first line names the columns, each
 * other line is a show. Parted by commas, semicolons, tabs or upright strokes.
 */
import { fold } from "./fold.ts";
import { statusIn } from "./list-words.ts";
import { labelOf, sameLabel } from "./season.ts";
import type { Entry } from "./types.ts";
import { count, known, titles } from "./values.ts";

/** By their folded names, in the languages of the interface. */
const columns = {
  title:
    "title|name|anime|anime title|series|series title|show|titel|name|titre|nom|titulo|nombre|nome|タイトル|作品|作品名|アニメ",
  season: "season|staffel|saison|temporada|シーズン|期",
  status:
    "status|state|my status|list status|watch status|estado|statut|etat|stand|situacao|状態|ステータス|状況|視聴状況",
  seen: "progress|watched|seen|watched episodes|episodes watched|my watched episodes|episode|ep|current episode|fortschritt|gesehen|folge|progression|vus|progreso|vistos|progresso|episodio|assistidos|進捗|視聴話数|話数",
  total:
    "series episodes|episodes|total|total episodes|episode count|eps|folgen|episodios|capitulos|全話数|総話数",
} as const;
type Column = keyof typeof columns;

const columnOf = new Map(
  Object.entries(columns).flatMap(([column, names]) =>
    names.split("|").map((name) => [name, column as Column]),
  ),
);

export interface Table {
  readonly entries: readonly Entry[];
  /** Lines without a title. */
  readonly broken: number;
}

/** What stands in a cell that says "this one is seen", also as spreadsheets write a checkbox in their languages. */
const tick = /^(?:[xy○◯〇]|[✓✔☑✅]\ufe0f?|yes|true|ja|wahr|oui|vrai|s[ií]|verdadero|sim|verdadeiro|はい)$/iu;
/** And what says that it is not. Other words that are not understood are none of this list's marks. */
const noTick = /^(?:n|[×✗✘☐❌]\ufe0f?|no|false|nein|falsch|non|faux|falso|não|いいえ)$/iu;

/** No hand names columns at such length. */
const longestHead = 2_000;

/** Undefined where the first line names no columns, of which one has the titles. */
export function readTable(text: string, mostLines: number): Table | undefined {
  // A tab before the first name is an empty cell.
  const body = text.replaceAll(/\r\n?/g, "\n").replace(/^\s*\n/, "");
  const [head = ""] = body.slice(0, longestHead + 1).split("\n", 1);
  if (head.length > longestHead) return undefined;
  for (const sign of ["\t", ";", ",", "|"]) {
    const names = rowsOf(head, sign, 1)[0]?.map((name) => columnOf.get(fold(name)));
    if (!names?.includes("title") || names.filter((name) => name && name !== "title").length === 0) continue;
    // The head, and Markdown's line between it and the rows, which has no letter in it, as empty ones have none.
    const most = mostLines + 3;
    const all = rowsOf(body, sign, most);
    const rows = all.slice(1).filter((row) => /[\p{L}\p{N}]/u.test(row.join("")));
    // Where they are cut off, nobody knows what comes after.
    if (all.length === most || rows.length > mostLines) return undefined;
    const marked = rows.some((row) => row.some((cell, i) => cell && ["status", "seen"].includes(names[i]!)));
    const entries = rows.flatMap((row) => entryOf(names, row, marked) ?? []);
    return { entries, broken: rows.length - entries.length };
  }
  return undefined;
}

/**
 * `marked`: some line of the table says how it stands. Then one that does not, or in words that are not understood, is
 * not watched: below a column of ticks an empty cell means that, and so does "FALSE".
 */
function entryOf(
  names: readonly (Column | undefined)[],
  row: readonly string[],
  marked: boolean,
): Entry | undefined {
  const cells = (column: Column) => row.filter((_, i) => names[i] === column);
  const [seen = "", total = "", stands = ""] = (["seen", "total", "status"] as const).map(
    (column) => cells(column).find((cell) => cell !== "") ?? "",
  );
  const named = titles(...cells("title"));
  if (named.length === 0) return undefined;
  const [, part = seen, whole = total] = /^(\d+)\s*(?:\/|of)\s*(\d+)$/.exec(seen) ?? [];
  const called = named.map((name) => ofSeason(name, cells("season")[0] ?? "", known(part) !== undefined));
  const said = statusIn(stands) ?? statusIn(seen) ?? (tick.test(seen) ? "completed" : undefined);
  const unsaid = marked && count(part) === undefined ? "planned" : undefined;
  return {
    titles: called,
    medium: "anime",
    status:
      said === "open" ? undefined : noTick.test(seen) && said === "completed" ? "planned" : (said ?? unsaid),
    watched: count(part),
    episodes: known(whole),
    open: said === "open" ? true : undefined,
    upTo: true,
  };
}

/** When a show came out, which some call its season. */
const released = /(?<!\d)(?:19|20)\d\d(?!\d)|^(?:winter|spring|summer|fall|autumn)$/i;

/**
 * "Attack on Titan" and "2" as "Attack on Titan Season 2". What is not understood ("OVA") stays behind the title too:
 * without it, it would be that of the whole show. `counted`: episodes are, and those of the first season from the beginning.
 */
function ofSeason(name: string, cell: string, counted: boolean): string {
  if (!/[\p{L}\p{N}]/u.test(cell) || released.test(cell)) return name;
  // "1-3" goes as far as 3.
  const last = cell.replace(/^\d{1,2}\s*[-–+&,]\s*(?=\d{1,2}$)/, "");
  const season = /^\d+$/.test(last) ? `Season ${last}` : last;
  const label = labelOf(fold(season).split(" "));
  if (counted && label && sameLabel(label, { season: 1 })) return name;
  const words = fold(name).split(" ");
  const inName = words.some((_, i) => {
    const behind = i > 0 && labelOf(words.slice(i));
    return label && behind && sameLabel(behind, label);
  });
  return inName ? name : `${name} ${season}`;
}

/** At most so many rows of cells; a cell in quotation marks may have the sign, line ends and doubled marks in it. */
function rowsOf(text: string, sign: string, most: number): string[][] {
  const rows: string[][] = [];
  // Searched for and not matched: of what matches megabytes a pattern remembers each letter, until it may no more.
  const first = new RegExp(`[\\S\\n${sign}]`, "g");
  const end = new RegExp(`[\\n${sign}]`, "g");
  let row: string[] = [];
  let next = 0;
  for (let at = 0; at < text.length && rows.length < most; at = next + 1) {
    const from = search(first, text, at);
    const to = text[from] === '"' ? closing(text, from + 1) : -1;
    next = search(end, text, Math.max(at, to));
    const cell = to < 0 ? text.slice(at, next) : text.slice(from + 1, to).replaceAll('""', '"');
    row.push(cell.trim());
    if (text[next] === sign) continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** Where what is looked for stands first, from there on; at the end of the text where it does not. */
function search(sign: RegExp, text: string, from: number): number {
  sign.lastIndex = from;
  return sign.exec(text)?.index ?? text.length;
}

/** Where the quotation ends that begins there; -1 where it does not. A doubled mark is a letter of it. */
function closing(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
