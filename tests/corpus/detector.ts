/** The detector with the catalog as the build ships it, for scoring and training. */
import { compileTables } from "../../lib/catalog/build/plugin.ts";

export { readValidShows as loadShows } from "../../lib/catalog/build/read.ts";

import type { Show } from "../../lib/catalog/schema.ts";
import type { Tables } from "../../lib/catalog/tables.ts";
import { decodeBase64 } from "../../lib/detect/bytes.ts";
import { createDetector } from "../../lib/detect/detect.ts";
import type { ModelFile } from "../../lib/detect/model.ts";
import { decodeVectors, type Vectors } from "../../lib/detect/vectors.ts";

export const modelFile = new URL("../../data/model.json", import.meta.url);

const compiled = new WeakMap<readonly Show[], Tables>();

/** The catalog as it ships; compiled once for each list of shows. */
export function tablesFor(shows: readonly Show[]): Tables {
  let tables = compiled.get(shows);
  if (!tables) compiled.set(shows, (tables = compileTables(shows)));
  return tables;
}

/** The detector over these shows, with another model than data/model.json if one is given. */
export function detectorFor(shows: readonly Show[], model?: ModelFile) {
  const tables = tablesFor(shows);
  return createDetector(model ? { ...tables, model: JSON.stringify(model) } : tables);
}

/** The word vectors as they ship with these shows. */
export function vectorsFor(shows: Show[]): Vectors {
  return decodeVectors(decodeBase64(tablesFor(shows).vectors));
}
