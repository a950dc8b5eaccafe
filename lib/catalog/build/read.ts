/** Reads the catalog's files from disk: build and tests only. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Show } from "../schema.ts";
import { checkCatalog, checkShow } from "./check.ts";
import { isInOrder } from "./order.ts";

export const showsFolder = fileURLToPath(new URL("../../../data/shows/", import.meta.url));

/** All shows. Throws with everything that is wrong. */
export function readValidShows(): Show[] {
  const { shows, errors } = readShows();
  if (errors.length) throw new Error(`The catalog has errors:\n${errors.join("\n")}`);
  return shows;
}

/** All shows in the order of their ids, and whatever is wrong as `file: field: reason`. */
export function readShows(folder = showsFolder): { shows: Show[]; errors: string[] } {
  const shows: Show[] = [];
  const errors: string[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".json")) continue;
    let json: unknown;
    try {
      json = JSON.parse(readFileSync(join(folder, file), "utf8"));
    } catch (e) {
      errors.push(`${file}: file: ${(e as Error).message}`);
      continue;
    }
    if (!isInOrder(json)) {
      errors.push(`${file}: file: fields are not in the order of the schema (npm run catalog mends it)`);
    }
    const checked = checkShow(file, json);
    errors.push(...checked.errors);
    if (checked.show) shows.push(checked.show);
  }
  errors.push(...checkCatalog(shows));
  return { shows, errors };
}
