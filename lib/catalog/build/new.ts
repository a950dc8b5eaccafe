/** `npm run catalog -- new "Title"`: a show's file with everything that its form asks for, to be filled in. */
import { words } from "../../detect/tokens.ts";
import type { Show, ShowFile } from "../schema.ts";

/** The id that a title gives: "Moonlit Harbor!" → moonlit-harbor. "": the title has no Latin letters or digits. */
export function idOf(title: string): string {
  return words(title)
    .filter((w) => /^[a-z0-9]+$/.test(w))
    .join("-");
}

/** Shows that the title names already. */
export function namesakes(title: string, shows: readonly Show[]): Show[] {
  const key = words(title).join(" ");
  return shows.filter(
    (s) => s.id === idOf(title) || [s.title, ...s.aliases].some((t) => words(t).join(" ") === key),
  );
}

/**
 * An entry whose fields are all there: what is empty or 0 must be filled in, and the check names it. One character,
 * one fact and one line of premise stand for as many as there are.
 */
export function newEntry(title: string): ShowFile {
  return {
    $schema: "../show.schema.json",
    id: idOf(title),
    title,
    aliases: [""],
    year: 0,
    format: "tv",
    parts: [{ title: "Season 1", episodes: 0 }],
    characters: [{ id: "", name: "", aliases: [], roles: [""], pronoun: "she" }],
    premise: [{ sentence: "", scene: [""] }],
    spoilers: [
      {
        id: "",
        kind: "death",
        who: [{ character: "" }],
        where: { part: 1, episode: 1 },
        sentence: "",
        clues: [""],
        scene: [""],
        example: "",
        nearMiss: "",
      },
    ],
  };
}
