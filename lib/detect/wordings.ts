/** By kind of fact, the plain words that tell it, and how they have to stand to whom it is about. */
import type { Kind } from "../catalog/types.ts";
import {
  anyIn,
  as,
  type Beside,
  closes,
  firstOf,
  isEnd,
  isNext,
  isObject,
  isOneOf,
  isPossessed,
  isSuffered,
  longestAside,
  nextOf,
  owns,
  type Stands,
} from "./beside.ts";
import type { PlainClass } from "./cues.ts";
import { isIn, type Sentence } from "./sentence.ts";
import { type Hashes, hashes } from "./tokens.ts";
import { anyPronoun, bit } from "./words.ts";

/** More words than that between the name and the wording are about something else. */
const farthest = 6;

/** Near the name, and not of what is theirs: "Mami's friend betrays them". */
const isNear: Beside = (s, m, word) => {
  const from = firstOf(s, m);
  const to = nextOf(s, m);
  if (word < from) return from - word <= farthest;
  return word - to <= farthest && (!owns(s, m) || word === to + 1);
};

/** "Mami is the traitor", "is a spy for them"; not "a spy film fan". */
const isWhole = (s: Sentence, last: number) => closes(s, last) || isIn(s, last + 1, goesOn);
const goesOn = bit.link | bit.auxiliary | bit.since | bit.why | bit.first | anyPronoun;

/** "Naruto and Hinata's daughter" */
const isJointly: Beside = (s, m, word) => isIn(s, firstOf(s, m) - 1, bit.and) && isPossessed(s, m, word);

/** "Naruto and Hinata kiss." */
const isJoint: Beside = (s, m, word) => isIn(s, firstOf(s, m) - 1, bit.and) && isNext(s, m, word);

/** "Mami betrays them", "betrayed by Mami"; not "Mami was betrayed", "he betrays Mami". */
const isDoing: Beside = (s, m, word) => {
  if (!isNear(s, m, word)) return false;
  const [from, to] = [firstOf(s, m), nextOf(s, m)];
  if (word < from) return anyIn(s, word, from, bit.by) || isOf(s, from, word);
  return !isOneOf(s, word, done) || !anyIn(s, to, word, bit.be);
};
const done = hashes("betrayed backstabbed");
const isOf = (s: Sentence, from: number, word: number) => isIn(s, from - 1, bit.of) && from - word <= 2;

/** "Mami turns out to be the real villain", "the killer was Mami", "Mami, the killer"; not "Mami's killer". */
const isThat: Stands = (s, m, word, last) => {
  const to = nextOf(s, m);
  if (isIn(s, last + 1, bit.s) || (word >= to && !isWhole(s, last))) return false;
  // "The leak in the police was Mami."
  if (word < to && isEnd(s, m) && isIn(s, firstOf(s, m) - 1, bit.be) && to - word <= longestAside)
    return true;
  const [from, end] = word < to ? [last + 1, firstOf(s, m)] : [to, word];
  if (end > from + farthest) return false;
  const between = s.bits.slice(from, end);
  return (
    (between.some((b, n) => (b & bit.be) !== 0 || isOneOf(s, from + n, as)) ||
      (from === to && end === from + 1 && !isIn(s, from, bit.s))) &&
    between.every((b, n) => (b & (bit.auxiliary | bit.link)) !== 0 || isOneOf(s, from + n, proves))
  );
};

/** What may stand there beside "is" and "the". */
const proves = hashes(
  "turns turn turned out revealed reveals exposed unmasked outed branded confirmed proven so as be real true actual main big final secret one along none other than in fact first murderer everything it",
);

/** "Mami returns.", "after Mami's return", "the return of Mami"; not "returns the book", "comes back to school". */
const isBack: Stands = (s, m, word, last) =>
  isObject(s, m, word) || ((isNext(s, m, word) || isTheirs(s, m, word)) && closesOrIs(s, last));
/** Not "Mami's brother returns". */
const isTheirs: Beside = (s, m, word) => isPossessed(s, m, word) && isOneOf(s, word, returning);
const returning = hashes("return revival resurrection rebirth comeback reappearance survival death");
const closesOrIs = (s: Sentence, word: number) => closes(s, word) || isIn(s, word + 1, bit.be);

/** "Mami survives.", "Mami didn't die."; not "survives the exam", "doesn't want to die", "isn't the killer". */
const isAlive: Stands = (s, m, word, last) =>
  isNext(s, m, word) && closes(s, last) && !anyIn(s, word, last, bit.to) && !isOneOf(s, last, kills);
const kills = hashes("kill kills killer");

/** "Mami never walks again", "Mami can no longer see" */
const isUnable: Beside = (s, m, word) =>
  isNext(s, m, word) || (isIn(s, word - 1, bit.modal) && isNext(s, m, word - 1));

/** "They bring Mami back", "Mami is brought back", "Mami's resurrection", in other languages "Mami revives". */
const isRevived: Stands = (s, m, word, last) =>
  isSuffered(s, m, word) ||
  (isNext(s, m, word) && closesOrIs(s, last)) ||
  isTheirs(s, m, word) ||
  isObject(s, m, word) ||
  isObject(s, m, last);

export interface Link {
  /** One of these stands between two names, and besides them no words but those. */
  readonly says: Hashes;
  readonly with: Hashes;
}
/** "Tobi turns out to be none other than Obito", "Tobi's true identity is Obito". */
const isSame: Link = {
  says: hashes("is was are were be been"),
  with: hashes(
    "being actually really secretly all along turns turned out to revealed none other than in fact truth the true real identity s",
  ),
};
/** "Naruto ends up with Hinata", "Asuka chooses Riku". */
const endsWith: Link = {
  says: hashes(
    "end ends ended ending chooses chose picks picked dates kisses kissed confesses confessed wife husband spouse partner",
  ),
  with: hashes("up with finally to and s is"),
};

/** What says a fact of the kind, and how it has to stand to whom the fact is about. */
export const wordings: Partial<Record<Kind, readonly (readonly [PlainClass, Stands])[]>> = {
  couple: [
    ["weds", isNear],
    ["kisses", isJoint],
    ["parents", isJointly],
    ["weddings", (s, m, word) => isPossessed(s, m, word) || isObject(s, m, word)],
  ],
  identity: [["equals", isNear]],
  betrayal: [
    ["spies", isThat],
    ["betrays", isDoing],
  ],
  villain: [
    ["schemes", isThat],
    ["plots", isNear],
  ],
  loss: [
    ["loses", isNext],
    ["unable", isUnable],
    ["maimed", (s, m, word, last) => isSuffered(s, m, word) && !isIn(s, last + 1, bit.to)],
    ["limbs", isNear],
  ],
  return: [
    ["returns", isNext],
    ["lives", isAlive],
    ["back", isBack],
    ["revives", isRevived],
  ],
};

/** Classes that may be said with a "not". */
export const denied: readonly PlainClass[] = ["lives", "maimed", "unable"];

export const links: Partial<Record<Kind, Link>> = { couple: endsWith, identity: isSame };
