/** What kind of page it is, by the words of its title, address and first heading (data/modes.txt). */
import { stem } from "./stems.ts";
import type { Tokens } from "./tokens.ts";

export const modes = {
  /** Lists of deaths, sad moments. */
  deaths: 1,
  /** Twists, reveals, betrayals, villains. */
  twists: 2,
  /** "Ending explained", finales, last chapters. */
  ending: 4,
  /** Trailers, casting, release dates. */
  news: 8,
  /** Actors and authors who died, interviews. */
  people: 16,
  review: 32,
  recap: 64,
  /** Wiki pages and biographies of characters. */
  wiki: 128,
  guide: 256,
  warned: 512,
} as const;

/** By stem the modes that it speaks for. */
export type ModeWords = ReadonlyMap<string, number>;

/** `Tables.modes`. */
export function readModes(text: string): ModeWords {
  const out = new Map<string, number>();
  text.split(",").forEach((list, i) => {
    for (const word of list.split(" ")) out.set(stem(word), (out.get(stem(word)) ?? 0) | (1 << i));
  });
  out.delete("");
  return out;
}

/** The modes (bits) that a title or heading speaks for. */
export function modesOf(known: ModeWords, tokens: Tokens): number {
  let mode = 0;
  for (let i = 0; i < tokens.count; i++) mode |= known.get(stem(tokens.word(i))) ?? 0;
  return mode;
}
