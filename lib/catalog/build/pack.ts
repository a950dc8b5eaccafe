/** Records to the packed form that ships (form: tables.ts). */
import { constants, deflateRawSync } from "node:zlib";
import type { Tables } from "../tables.ts";

/** As far back as deflate can point. */
const longestDictionary = 32_768;

/** Parts of records from all over the catalog: what many shows have, one of them has. */
function dictionaryOf(records: readonly string[]): string {
  const each = Math.floor(longestDictionary / Math.max(1, records.length));
  return records
    .map((r) => r.slice(-each))
    .join("")
    .slice(-longestDictionary);
}

/** Deflates each record by itself, so that a page unpacks only the shows that it is about. ASCII only. */
export function packShows(records: readonly string[]): Pick<Tables, "shows" | "dictionary"> {
  const dictionary = Buffer.from(dictionaryOf(records), "latin1");
  const options = { dictionary, level: constants.Z_BEST_COMPRESSION };
  return {
    dictionary: dictionary.toString("base64"),
    shows: records.map((r) => deflateRawSync(Buffer.from(r, "latin1"), options).toString("base64")),
  };
}
