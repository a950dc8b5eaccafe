/** How a word of a sentence stands to a name in it, or to a pronoun that means somebody. */
import type { Place } from "./cues.ts";
import type { Mention } from "./mentions.ts";
import { asks, isIn, type Sentence } from "./sentence.ts";
import { type Hashes, hashes } from "./tokens.ts";
import { bit } from "./words.ts";

/** Asked of a name and the first word of a cue, counted from the sentence's first. */
export type Beside = (s: Sentence, m: Mention, word: number) => boolean;
/** The same, asked of the cue's last word besides. */
export type Stands = (s: Sentence, m: Mention, word: number, last: number) => boolean;

/** The index of the name's first word in the sentence. */
export const firstOf = (s: Sentence, m: Mention) => m.from - s.token;
/** The index of the word behind the name. */
export const nextOf = (s: Sentence, m: Mention) => m.to - s.token;

/** "Mami's" */
export const owns = (s: Sentence, m: Mention) => isIn(s, nextOf(s, m), bit.s);
/** Does the sentence end with the name? */
export const isEnd = (s: Sentence, m: Mention) => nextOf(s, m) === s.hashes.length;

export const isOneOf = (s: Sentence, i: number, words: Hashes) => words.has(s.hashes[i]!);

export const anyOf = (s: Sentence, from: number, to: number, words: Hashes) =>
  s.hashes.slice(Math.max(0, from), to).some((hash) => words.has(hash));

/** Does the sentence have one of them anywhere? */
export const says = (s: Sentence, words: Hashes) => anyOf(s, 0, s.hashes.length, words);

export function allIn(s: Sentence, from: number, to: number, list: number): boolean {
  for (let i = from; i < to; i++) if (!isIn(s, i, list)) return false;
  return true;
}

export function anyIn(s: Sentence, from: number, to: number, list: number): boolean {
  for (let i = from; i < to; i++) if (isIn(s, i, list)) return true;
  return false;
}

/** "Mami's tragic death"; not "Mami's mother's death". */
export const isPossessed: Beside = (s, m, word) => {
  const after = nextOf(s, m);
  return word > after && word <= after + 3 && owns(s, m) && !anyIn(s, after + 1, word, bit.s);
};

/** Does nothing follow the word, or only what does not belong to it: "returns", but not "returns the book"? */
export function closes(s: Sentence, word: number): boolean {
  return word + 1 >= s.hashes.length || isIn(s, word, bit.aside) || isOneOf(s, word + 1, goesOn);
}
const goesOn = hashes(
  "in at as and but after during when again later alive before finally just while because by so for here too behind explained huh lol lmao omg wow damn bruh tho btw right",
);

/** "The loss of poor Mami", "they bring Mami back"; not "the loss of Mami's arm". */
export const isObject: Beside = (s, m, word) => {
  const first = firstOf(s, m);
  if (word >= first || first - word > 4 || owns(s, m)) return false;
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
  if (isIn(s, firstOf(s, m) - 1, bit.of)) return false;
  // "The man who voiced Mami died" is not about her.
  if (isOneOf(s, firstOf(s, m) - 2, relative)) return false;
  // "Mami and Sayaka die"
  const other = isIn(s, start, bit.and) && s.mentions.find((each) => firstOf(s, each) === start + 1);
  if (other) start = nextOf(s, other);
  if (isOneOf(s, start, relative)) start++;
  if (isOneOf(s, start, turns) && isIn(s, start + 2, bit.to)) start += isIn(s, start + 3, bit.be) ? 4 : 3;
  if (word < start || word > start + farthest) return false;
  for (let i = start; i < word; i++) {
    const isForced = mustFollow(s, i) || mustFollow(s, i - 1);
    if (!isForced && !isIn(s, i, bit.auxiliary)) return false;
  }
  return true;
}

/** "Mami comes back to life", "Mami, the captain, meets her end", "Mami, who loses an arm" */
export const isNext: Beside = (s, m, word) =>
  follows(s, m, pastAside(s, nextOf(s, m)), word) || follows(s, m, nextOf(s, m), word);

/** "Mami is torn apart" */
export const isSuffered: Beside = (s, m, word) => isNext(s, m, word) && anyIn(s, nextOf(s, m), word, bit.be);

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
export function takesForGranted(s: Sentence): boolean {
  // Who searches for it leaves out the mark.
  if (!(asks(s) || (isIn(s, 0, bit.why) && isIn(s, 1, bit.asking))) || isOneOf(s, 1, unless)) return false;
  // "In which episode does Mami die?"
  const why = isIn(s, 0, bit.why) ? 1 : isIn(s, 1, bit.why) ? 2 : 0;
  return why > 0
    ? !isIn(s, why, bit.modal) || isOneOf(s, why, could)
    : !isIn(s, 0, bit.modal) && s.hashes.some((_, i) => mustFollow(s, i));
}

/** Is what stands at `word` guessed at? "Mami dies before she could tell" is not, nor is "I knew Mami would die". */
export function isGuessed(s: Sentence, doubts: readonly Place[], word: number): boolean {
  // "As if" is no condition.
  return doubts.some(
    ([doubt]) =>
      !isOneOf(s, doubt - 1, as) &&
      (isOneOf(s, doubt, unless) || (doubt < word && !takesForGranted(s) && !isKnown(s))),
  );
}
/** "We all knew", "I should have known" */
const isKnown = (s: Sentence) => isIn(s, 0, bit.first | bit.second) && anyOf(s, 1, 4, knew);
const knew = hashes("knew known");

/** "Mami had to die", in Portuguese "had that die"; "had me dying" is no auxiliary. */
export const mustFollow = (s: Sentence, i: number) =>
  isOneOf(s, i, forced) && isIn(s, i + 1, bit.to | bit.since);
const unless = hashes("if unless");
export const as = hashes("as");
const could = hashes("could must");
const forced = hashes("have had");

/** "The rumour that Mami dies", "a fic in which Mami dies", "please don't let Mami die": none of it has to be so. */
export const unreal = hashes(
  "rumor rumors rumour rumours clickbait fanart fanfic fanfics fic fics headcanon headcanons au prompt prompts cosplay outfit outfits figure figurine nendoroid plush merch magazine collab poll quiz shop hypothetical please advice",
);
/** Who pretends to be dead is not; but who pretends to be a friend betrays. */
export const pretends = hashes("pretend pretends pretending");

/** "I thought Mami died." */
export const thought = hashes("thought think thinks believed assumed scared");

const asking = bit.asking | bit.modal;

/** "Does Mami die?" leaves it open; "How does Mami die?", "Now that Mami is dead, who is left?" do not. */
export function leavesOpen(s: Sentence, name: number): boolean {
  if (name === 1 && isIn(s, 0, bit.asking) && !takesForGranted(s)) return true;
  if (!asks(s) || takesForGranted(s) || isIn(s, name - 1, bit.since)) return false;
  return isIn(s, 0, asking | bit.why) || isIn(s, name - 1, asking);
}
