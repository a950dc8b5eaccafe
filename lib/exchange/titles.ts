/**
 * A plain list: one title a line, with whatever people write around it.
 *
 *   - [x] Cowboy Bebop            seen
 *   * [ ] Nana                    planned
 *   3. Attack on Titan - ep 30    up to an episode, counted through
 *   Attack on Titan: Season 2, episode 5 of 12
 *   Monster 5/74                  # what follows is a comment
 *   Ranma 1/2                     a half belongs to the title, unless a sign parts it off: "OVA - 1/2", "OVA (1/2)"
 *   Bleach - never shield
 *
 * and the same in the other languages of the interface (list-words.ts).
 */
import { inEnglish, narrow, statusIn } from "./list-words.ts";
import { readTable } from "./table.ts";
import { type Entry, type EntryList, ExchangeError, type Status } from "./types.ts";
import { title } from "./values.ts";

/** Nobody's list is longer, but a book has as many lines. */
const mostLines = 50_000;

/** Text that is no list of titles: sentences, code, tables of something else. */
const longestLine = 400;

/** Throws "empty" where nothing stands in it, "unknownForm" where hardly a line can be a title. */
export function readTitles(text: string): EntryList {
  const table = readTable(text, mostLines);
  if (table) return { form: "titles", ...table };
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !/^(?:#(?!\d)|\/\/|;)/.test(line));
  if (lines.length === 0) throw new ExchangeError("empty");
  const entries = lines.length > mostLines ? [] : lines.map(entryOf).filter((entry) => entry !== undefined);
  const broken = lines.length - entries.length;
  if (broken > entries.length) throw new ExchangeError("unknownForm");
  return { form: "titles", entries, broken };
}

interface Line {
  rest: string;
  status?: Status | undefined;
  watched?: number;
  episodes?: number;
  open?: boolean;
}

function entryOf(text: string): Entry | undefined {
  if (text.length > longestLine) return undefined;
  const line: Line = { rest: narrow(text) };
  for (const step of [bullet, box, comment, mark, place, mark]) step(line);
  const name = title(line.rest.replace(/[\s:;,–—|-]+$/, "").replace(/^(["'“«「『])(.*)["'”»」』]$/, "$2"));
  if (!name || !/\p{L}|\p{N}/u.test(name) || /^[<{]/.test(name)) return undefined;
  const { watched, episodes, open } = line;
  const all = watched !== undefined && watched === episodes;
  return {
    titles: [name],
    medium: "anime",
    status: line.status ?? (all ? "completed" : undefined),
    watched,
    episodes,
    open,
    upTo: true,
  };
}

function bullet(line: Line): void {
  // "3.", "12)" and "#4" count lines; "86", "91 Days" and "2.43" are titles.
  line.rest = line.rest.replace(/^(?:[-*•·+–—>]\s+|#\d{1,5}[.):]?\s+|\d{1,5}[.)](?!\d|$)\s*)+/, "");
}

function box(line: Line): void {
  const found = /^\[([ xX✓✔vV-]?)\]\s*|^([✓✔☑✅☐])\s*/u.exec(line.rest);
  if (!found) return;
  line.status = /[xXvV✓✔☑✅]/u.test(found[0]) ? "completed" : "planned";
  line.rest = line.rest.slice(found[0].length);
}

function comment(line: Line): void {
  line.rest = line.rest.replace(/\s+(?:#|\/\/)\s.*$/, "");
}

/** A last word or two that say how it stands: "- dropped", "(completed)", "[x]"; behind the place or before it. */
function mark(line: Line): void {
  if (line.status) return;
  const found =
    /^(.*)(?:[-–—:,|]\s+|[([])([\p{L} _-]{1,20}|✓|✔)[)\]]?\s*$/u.exec(line.rest) ??
    /^(.*[^\s:])[\s:]+([\p{Script=Han}\p{Script=Hiragana}]{2,6}|[✓✔☑✅])$/u.exec(line.rest);
  if (!found) return;
  const [, rest = "", words = ""] = found;
  const seen = /^(?:x|[✓✔☑✅])$/iu.test(words.trim()) ? "completed" : statusIn(words);
  if (seen === "open") line.open = true;
  else if (seen) line.status = seen;
  else return;
  line.rest = rest;
}

// What parts a title from its place is short: without an end, each sign of a line of nothing else would be tried with
// each.
const episode =
  /^(.+?)[\s,:;–—|([-]{1,9}(?:up to\s+)?(?:ep(?:isodes?|s)?\.?|e)\s*#?(\d{1,4})(?:\s*(?:\/|of)\s*(\d{1,4}))?[)\]]?\s*$/i;
const fraction =
  /^(.+?)[\s,:;–—|([-]{1,9}(\d{1,4})\s*(?:\/|of)\s*(\d{1,4})(?:\s*(?:ep(?:isode)?s?))?[)\]]?\s*$/i;
const half = /[\p{L}\p{N}]\s*1\/2\s*$/u;
const seasonEpisode = /^(.+?)[\s,:;–—|([-]{1,9}S0?(\d{1,2})\s?E0?(\d{1,4})[)\]]?\s*$/i;

/** "ep 5", "5/12", "S2E5". */
function place(line: Line): void {
  line.rest = inEnglish(line.rest);
  const both = seasonEpisode.exec(line.rest);
  if (both) {
    // The first season's are counted from the beginning, however others cut the show.
    line.rest = both[2] === "1" ? both[1]! : `${both[1]} Season ${both[2]}`;
    line.watched = Number(both[3]);
    return;
  }
  const found = episode.exec(line.rest) ?? (half.test(line.rest) ? null : fraction.exec(line.rest));
  if (!found || (found[3] !== undefined && Number(found[2]) > Number(found[3]))) return;
  line.rest = found[1] ?? "";
  line.watched = Number(found[2]);
  if (found[3] !== undefined) line.episodes = Number(found[3]);
}
