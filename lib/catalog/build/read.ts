/** Reads the catalog's files from disk: build and tests only. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Show } from "../schema.ts";
import { checkCatalog, checkShow } from "./check.ts";
import { hashOf, kept } from "./kept.ts";
import { isInOrder } from "./order.ts";

/** Bytes of one file; the largest has 77,000. */
const mostBytes = 250_000;

export const showsFolder = fileURLToPath(new URL("../../../data/shows/", import.meta.url));

/** All shows. Throws with everything that is wrong. */
export function readValidShows(): Show[] {
  return kept("shows", hashOf(["data/shows"]), () => {
    const { shows, errors } = readShows();
    if (errors.length) throw new Error(`The catalog has errors:\n${errors.join("\n")}`);
    return shows;
  });
}

/** All shows in the order of their ids, and whatever is wrong as `file: field: reason`. */
export function readShows(folder = showsFolder): { shows: Show[]; errors: string[] } {
  const shows: Show[] = [];
  const errors: string[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".json")) continue;
    try {
      if (statSync(join(folder, file)).size > mostBytes) throw new Error(`larger than ${mostBytes} bytes`);
      const json: unknown = JSON.parse(readFileSync(join(folder, file), "utf8"));
      if (!isInOrder(json))
        errors.push(`${file}: file: fields are not in the order of the schema (npm run catalog mends it)`);
      const checked = checkShow(file, json);
      errors.push(...checked.errors);
      if (checked.show) shows.push(checked.show);
    } catch (e) {
      // Among them what is nested so deep that no stack holds it.
      errors.push(`${file}: file: ${(e as Error).message}`);
    }
  }
  errors.push(...checkCatalog(shows));
  return { shows, errors };
}
