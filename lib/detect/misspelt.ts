/**
 * "Jiraya", "Orochimaro": names with a letter too many, too few, another or two changed about, and "Nias death", on a
 * page about their show. "Mamis Tod" is how German has it.
 */
import type { NamedText } from "./named-text.ts";
import {
  characterAt,
  findWord,
  firstBearer,
  isOrdinary,
  type NameIndex,
  nextBearer,
  showAt,
} from "./names.ts";
import { hashOn, hashWord, type Tokens } from "./tokens.ts";

/** Letters of the shortest name that may be misspelt: shorter ones are a letter away from too much. */
const shortest = 6;
/** The same where it has but an s too many, as possessives without their apostrophe do. */
const shortestOwner = 3;
/** Longer words are none of ours. */
const longest = 16;

/** Words kept of which it is known; a page has some hundred. */
const mostMet = 5000;

/**
 * Adds to `hits` what stands for nothing else and is one letter away from a character's name in one of `shows`.
 * `isKnown`: is it a word of the language?
 * `english`: elsewhere only what has an s too many is taken for a name.
 */
export function addMisspelt(
  { names, tokens, hits }: NamedText,
  shows: readonly number[],
  isKnown: (hash: number) => boolean,
  english: boolean,
): void {
  const { from, to, name } = hits;
  let h = 0;
  for (let i = 0; i < tokens.count; i++) {
    if (h < from.length && i >= from[h]!) {
      i = to[h++]! - 1;
      continue;
    }
    const length = tokens.length[i]!;
    if (!tokens.capital[i] || length <= shortestOwner || length > longest || isKnown(tokens.hash[i]!))
      continue;
    const near = english ? namesNear(names, tokens, i) : owners(names, tokens.word(i));
    const meant = near.find((n) => isOf(names, n, shows));
    if (meant === undefined) continue;
    from.splice(h, 0, i);
    to.splice(h, 0, i + 1);
    name.splice(h++, 0, meant);
  }
}

function isOf(names: NameIndex, name: number, shows: readonly number[]): boolean {
  for (let r = firstBearer(names, name); r >= 0; r = nextBearer(names, r))
    if (characterAt(names, r) > 0 && !isOrdinary(names, r) && shows.includes(showAt(names, r))) return true;
  return false;
}

function namesNear(names: NameIndex, tokens: Tokens, i: number): readonly number[] {
  const hash = tokens.hash[i]!;
  let near = names.around.get(hash);
  if (near === undefined) {
    if (names.around.size > mostMet) names.around.clear();
    const word = tokens.word(i);
    names.around.set(hash, (near = /^[a-z]+$/.test(word) ? lookAround(names, word) : []));
  }
  return near;
}

/** Whose name the word is but for an s at its end; none where it has none. */
function owners(names: NameIndex, word: string): number[] {
  const name = word.endsWith("s") ? findWord(names, hashWord(word.slice(0, -1))) : -1;
  return name < 0 ? [] : [name];
}

const letters = "abcdefghijklmnopqrstuvwxyz";

/** The first letter is hardly ever wrong, and another one makes another name: Kakashi, Takashi. */
function lookAround(names: NameIndex, word: string): number[] {
  const out = owners(names, word);
  const n = word.length;
  if (n < shortest - 1) return out;
  const ask = (length: number, hash: number) => {
    const name = length < shortest ? -1 : findWord(names, hash);
    if (name >= 0) out.push(name);
  };
  for (let i = 1; i <= n; i++) {
    const start = hashWord(word.slice(0, i));
    // Behind the last letter nothing is left out: the word itself is no name.
    ask(n - 1, hashOn(start, word, i + 1));
    if (i + 1 < n) ask(n, hashOn(hashOn(start, word[i + 1]! + word[i]!, 0), word, i + 2));
    for (const letter of letters) {
      const more = hashOn(start, letter, 0);
      ask(n + 1, hashOn(more, word, i));
      ask(n, hashOn(more, word, i + 1));
    }
  }
  return out;
}
