/** The smallest show that is valid, to be spoiled in one place a test. */
import { type Show, type ShowFile, showSchema } from "../../../lib/catalog/schema.ts";

export function file(changes: Partial<ShowFile> = {}): ShowFile {
  return {
    id: "quiet-orrery",
    title: "Quiet Orrery",
    year: 2012,
    format: "tv",
    parts: [
      { title: "Season 1", episodes: 12 },
      { title: "Season 2", episodes: 10 },
    ],
    characters: [{ id: "ilven", name: "Ilven Marrosk", given: "Ilven", family: "Marrosk", pronoun: "she" }],
    spoilers: [spoiler()],
    ...changes,
  };
}

export function spoiler(changes: Partial<ShowFile["spoilers"][number]> = {}): ShowFile["spoilers"][number] {
  return {
    id: "ilven-dies",
    kind: "death",
    who: [{ character: "ilven" }],
    where: { part: 1, episode: 3 },
    sentence: "Ilven falls from the dome.",
    clues: ["fall* + dome"],
    scene: ["dome"],
    example: "Ilven falls to her death.",
    nearMiss: "Ilven cleans the dome.",
    ...changes,
  };
}

export const show = (changes: Partial<ShowFile> = {}): Show => showSchema.parse(file(changes));
