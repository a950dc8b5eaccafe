/** A show's record out of the tables: about a third of a millisecond, for each show that a page is about. */
import type { Tables } from "../catalog/tables.ts";
import { decodeBase64 } from "./bytes.ts";
import { inflate } from "./inflate.ts";

/** Gives the record of a show as JSON; the dictionary is decoded for the first. Throws if the tables are damaged. */
export function createUnpacker(tables: Pick<Tables, "shows" | "dictionary">): (show: number) => string {
  let dictionary: Uint8Array | undefined;
  return (show) => {
    dictionary ??= decodeBase64(tables.dictionary);
    return new TextDecoder("latin1").decode(inflate(decodeBase64(tables.shows[show]!), dictionary));
  };
}
