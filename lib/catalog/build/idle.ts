/** Which entries of the lists of names change nothing: no name has them, or another list has them too. */
import type { Show } from "../schema.ts";
import { commonNames, germanWords, isKnownWord, isOrdinaryWord } from "./ordinary.ts";
import { allTitleSpellings, characterNames } from "./spellings.ts";

/** Errors `file: "entry" …`. */
export function idleEntries(shows: readonly Show[], common = commonNames, german = germanWords): string[] {
  const ofCharacters = shows.flatMap((show) =>
    show.characters.flatMap((c) => Object.values(characterNames(c)).flat()),
  );
  const ofTitles = allTitleSpellings(shows).flatMap((list) => list.map(({ spelling }) => spelling));
  const whole = new Set(ofCharacters.map((spelling) => spelling.join(" ")));
  // As names.ts asks: for each word, and for the name with and without spaces.
  const asked = new Set(
    [...ofCharacters, ...ofTitles].flatMap((words) => [...words, words.join(" "), words.join("")]),
  );
  const errors: string[] = [];
  for (const name of common) {
    if (!asked.has(name)) errors.push(`common-names.json: "${name}" is no name in the catalog`);
    else if (isKnownWord(name) || isOrdinaryWord(name))
      errors.push(`common-names.json: "${name}" is in a list of words already`);
  }
  for (const word of german)
    if (!whole.has(word)) errors.push(`german-words.txt: "${word}" is no name of a character`);
  return errors;
}
