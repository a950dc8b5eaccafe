/** The detector with the catalog as the build ships it, for scoring and training. */
import { tablesOf } from "../../lib/catalog/build/plugin.ts";

export { readValidShows as loadShows } from "../../lib/catalog/build/read.ts";

import type { Show } from "../../lib/catalog/schema.ts";
import type { Tables } from "../../lib/catalog/tables.ts";
import type { Analysis } from "../../lib/detect/analyse.ts";
import { decodeBase64 } from "../../lib/detect/bytes.ts";
import { createInspector, type InspectingDetector } from "../../lib/detect/inspect.ts";
import type { ModelFile } from "../../lib/detect/model.ts";
import type { Context } from "../../lib/detect/types.ts";
import { decodeVectors, type Vectors } from "../../lib/detect/vectors.ts";
import { type Block, type Doc, pageOf, passageOf } from "./docs.ts";

export const modelFile = new URL("../../data/model.json", import.meta.url);

const compiled = new WeakMap<readonly Show[], Tables>();

/** The catalog as it ships; compiled once for each list of shows. */
export function tablesFor(shows: readonly Show[]): Tables {
  let tables = compiled.get(shows);
  if (!tables) compiled.set(shows, (tables = tablesOf(shows)));
  return tables;
}

const bare = new WeakMap<readonly Show[], Show[]>();

/** The same shows without a spoiler of theirs; the same list each time, so that it is compiled once. */
export function withoutSpoilers(shows: readonly Show[]): Show[] {
  let list = bare.get(shows);
  if (!list) bare.set(shows, (list = shows.map((show) => ({ ...show, spoilers: [] }))));
  return list;
}

/** The detector over these shows, with another model than data/model.json if one is given. */
export function detectorFor(shows: readonly Show[], model?: ModelFile) {
  const tables = tablesFor(shows);
  return createInspector(model ? { ...tables, model: JSON.stringify(model) } : tables);
}

/** Reads the article as a page and says of each block what is made of it. */
export function* inspectDoc(detector: InspectingDetector, doc: Doc): Generator<[Block, Analysis]> {
  let context: Context = detector.begin(pageOf(doc));
  for (const block of doc.blocks) {
    const analysis = detector.inspect(passageOf(block), context);
    context = analysis.after;
    yield [block, analysis];
  }
}

/** The word vectors as they ship with these shows. */
export function vectorsFor(shows: readonly Show[]): Vectors {
  return decodeVectors(decodeBase64(tablesFor(shows).vectors));
}
