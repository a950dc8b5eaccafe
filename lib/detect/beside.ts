/** How a word of a sentence stands to a name in it, or to a pronoun that means somebody. */
import type { Mention } from "./mentions.ts";
import { asks, isIn, type Sentence } from "./sentence.ts";
import { hashes } from "./tokens.ts";
import { bit } from "./words.ts";

/** Asked of a name and a word, which is counted from the sentence's first. */
export type Stands = (s: Sentence, m: Mention, word: number) => boolean;

export function allIn(s: Sentence, from: number, to: number, list: number): boolean {
  for (let i = from; i < to; i++) if (!isIn(s, i, list)) return false;
  return true;
}

export function anyIn(s: Sentence, from: number, to: number, list: number): boolean {
  for (let i = from; i < to; i++) if (isIn(s, i, list)) return true;
  return false;
}

/** "Mami's tragic death"; not "Mami's mother's death". */
export const isPossessed: Stands = (s, m, word) => {
  const after = m.to - s.token;
  return word > after && word <= after + 3 && isIn(s, after, bit.s) && !anyIn(s, after + 1, word, bit.s);
};

/** Does nothing follow the word, or only what does not belong to it: "returns", but not "returns the book"? */
export function closes(s: Sentence, word: number): boolean {
  return word + 1 >= s.hashes.length || isIn(s, word, bit.aside) || goesOn.has(s.hashes[word + 1]!);
}
const goesOn = hashes(
  "in at as and but after during when again later alive before finally just while because by so",
);

/** "The loss of poor Mami", "they bring Mami back"; not "the loss of Mami's arm". */
export const isObject: Stands = (s, m, word) => {
  const first = m.from - s.token;
  if (word >= first || first - word > 4 || isIn(s, m.to - s.token, bit.s)) return false;
  for (let i = word + 1; i < first; i++)
    if (!isIn(s, i, bit.of | bit.dear) || isIn(s, i, bit.to)) return false;
  return true;
};

/** Words that may stand between a name and the verb: "Mami ends up getting herself killed". */
const farthest = 4;

/** "Mami, who dies": what begins such an aside. */
const relative = hashes("who that");

/** "Mami turns out to be alive" */
const turns = hashes("turns turned");

/** Does the word follow the name, which goes on at `start`, with no more than auxiliaries between them? */
export function follows(s: Sentence, m: Mention, start: number, word: number): boolean {
  // "The voice of Mami died", "the brother of Mami dies" are about somebody else.
  if (isIn(s, m.from - s.token - 1, bit.of)) return false;
  if (relative.has(s.hashes[start]!)) start++;
  if (turns.has(s.hashes[start]!) && isIn(s, start + 2, bit.to)) start += isIn(s, start + 3, bit.be) ? 4 : 3;
  if (word < start || word > start + farthest) return false;
  for (let i = start; i < word; i++) {
    const isForced = mustFollow(s, i) || mustFollow(s, i - 1);
    if (!isForced && !isIn(s, i, bit.auxiliary)) return false;
  }
  return true;
}

/** "Mami comes back to life", "Mami, the captain, meets her end", "Mami, who loses an arm" */
export const isNext: Stands = (s, m, word) =>
  follows(s, m, pastAside(s, m.to - s.token), word) || follows(s, m, m.to - s.token, word);

/** "Mami is torn apart" */
export const isSuffered: Stands = (s, m, word) =>
  isNext(s, m, word) && anyIn(s, m.to - s.token, word, bit.be);

/** More words than that between two commas are hardly about the name before them. */
export const longestAside = 9;

/** Where the sentence goes on behind what only says who somebody is: "Erwin, the commander of the corps, dies". */
export function pastAside(s: Sentence, after: number): number {
  if (!isIn(s, after - 1, bit.aside)) return after;
  for (let i = after; i < after + longestAside; i++) if (isIn(s, i, bit.aside)) return i + 1;
  return after;
}

/**
 * "How could they kill Mami?", "Did they have to kill Mami?"; not "Who will kill Mami?", "What if they kill Mami?", "Will
 * she have to die?"
 */
export const takesForGranted = (s: Sentence) =>
  asks(s) &&
  !unless.has(s.hashes[1]!) &&
  (isIn(s, 0, bit.why)
    ? !isIn(s, 1, bit.modal) || could.has(s.hashes[1]!)
    : !isIn(s, 0, bit.modal) && s.hashes.some((_, i) => mustFollow(s, i)));
/** "Mami had to die", in Portuguese "had that die"; "had me dying" is no auxiliary. */
const mustFollow = (s: Sentence, i: number) => forced.has(s.hashes[i]!) && isIn(s, i + 1, bit.to | bit.since);
export const unless = hashes("if unless");
const could = hashes("could must");
const forced = hashes("have had");

const asking = bit.asking | bit.modal;

/** "Does Mami die?" leaves it open; "How does Mami die?", "Now that Mami is dead, who is left?" do not. */
export function leavesOpen(s: Sentence, name: number): boolean {
  if (!asks(s) || takesForGranted(s) || isIn(s, name - 1, bit.since)) return false;
  return isIn(s, 0, asking | bit.why) || isIn(s, name - 1, asking);
}
