/** A show's record out of the tables: below a millisecond, for each show that a page is about. */
import type { ShowRecord, Tables } from "../catalog/tables.ts";
import { BitReader, readStart } from "./bits.ts";
import { decodeBase64 } from "./bytes.ts";
import { OptionReader } from "./pattern.ts";
import { codeShow } from "./record-form.ts";

export interface Unpacked {
  readonly id: string;
  readonly title: string;
  readonly record: ShowRecord;
  /** What the record's numbers of words stand for. */
  readonly words: OptionReader;
}

const empty: ShowRecord = { pronouns: [], roles: [], spoilers: [], premise: [] };

/** Gives what the tables hold of a show; what all have in common is read with the first. */
export function createUnpacker(
  tables: Pick<Tables, "shows" | "words" | "start" | "titles">,
): (show: number) => Unpacked {
  let common: { words: OptionReader; start: Uint16Array; titles: string[][] } | undefined;
  return (show) => {
    common ??= {
      words: new OptionReader((JSON.parse(tables.words) as string).split(" ")),
      start: readStart(tables.start),
      titles: JSON.parse(tables.titles) as string[][],
    };
    const [id = "", title = ""] = common.titles[show]!;
    const record = codeShow(new BitReader(decodeBase64(tables.shows[show]!), common.start), empty);
    return { id, title, record, words: common.words };
  };
}
