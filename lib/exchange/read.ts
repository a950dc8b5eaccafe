/** A file of unknown form to a list. The content decides, not the name. */
import { readAnilist } from "./anilist.ts";
import { type Kept, readBackup } from "./backup.ts";
import { readKitsu } from "./kitsu.ts";
import { readMal } from "./mal.ts";
import { textOf } from "./text.ts";
import { readTitles } from "./titles.ts";
import { type EntryList, ExchangeError } from "./types.ts";
import { isRecord } from "./values.ts";

export type ListFile = EntryList | { readonly form: "backup"; readonly choices: Kept };

/** Reads a file's bytes (gzip or not). Rejects with `ExchangeError`. */
export async function readFile(bytes: Uint8Array): Promise<ListFile> {
  return readText(await textOf(bytes));
}

/** Reads text, pasted or from a file. Throws `ExchangeError`. */
export function readText(text: string): ListFile {
  const start = text.trimStart().slice(0, 1);
  if (start === "") throw new ExchangeError("empty");
  const file =
    start === "<" ? readMal(text) : start === "{" || jsonList(text) ? readJson(text) : readTitles(text);
  if (file.form !== "backup" && file.entries.length === 0) throw new ExchangeError("empty");
  return file;
}

/** A line "[x] Monster" begins with the same sign as JSON does. */
function jsonList(text: string): boolean {
  return /^\s*\[\s*[[{]/.test(text) || /^\s*\[\s*\]\s*$/.test(text);
}

function readJson(text: string): ListFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ExchangeError(/^\s*[[{]\s*["{[]/.test(text) ? "damaged" : "unknownForm");
  }
  const choices = readBackup(json);
  if (choices) return { form: "backup", choices };
  const list = readKitsu(json) ?? readAnilist(json);
  if (list) return list;
  throw new ExchangeError(isEmpty(json) ? "empty" : "unknownForm");
}

/** AniList's answer, whole: data, collection, lists, a list, its entries. What lies deeper is a hostile file. */
const deepest = 8;

/** Nothing stands in it, or nothing but lists in which nothing stands: somebody's on their first day. */
function isEmpty(json: unknown, depth = 0): boolean {
  if (depth > deepest) return false;
  if (Array.isArray(json)) return json.every((item) => isEmpty(item, depth + 1));
  if (!isRecord(json)) return false;
  const inner = ["data", "MediaListCollection", "lists", "entries"].filter((key) => key in json);
  return inner.length > 0
    ? inner.every((key) => isEmpty(json[key], depth + 1))
    : Object.keys(json).length === 0;
}
