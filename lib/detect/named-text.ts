/** The words of the text at hand and the names found among them, which whoever asks who is meant needs together. */
import { bearersOf, findNames, type NameHits, type NameIndex } from "./names.ts";
import { capitals } from "./titles.ts";
import { Tokens, tokenize } from "./tokens.ts";

/** Of one text after another: `hits` and `tokens` are used again. `h` is everywhere the index of a name in `hits`. */
export interface NamedText {
  readonly names: NameIndex;
  readonly tokens: Tokens;
  readonly hits: NameHits;
}

export const emptyText = (names: NameIndex): NamedText => ({
  names,
  tokens: new Tokens(),
  hits: { from: [], to: [], name: [] },
});

/** Puts these letters in the place of the text before. */
export function readText({ names, tokens, hits }: NamedText, letters: string): void {
  tokenize(letters, tokens);
  findNames(names, tokens, hits);
}

/** How many words of the name are written with a capital. */
export const capitalsOf = ({ tokens, hits }: NamedText, h: number): number =>
  capitals(tokens, hits.from[h]!, hits.to[h]!);

/** Whom the name may mean: bearers, as names.ts has them. */
export const bearersAt = ({ names, hits }: NamedText, h: number): readonly number[] =>
  bearersOf(names, hits.name[h]!);
