/** By kind of fact, the plain words that tell it, and how they have to stand to whom it is about. */
import type { Kind } from "../catalog/types.ts";
import { anyIn, closes, isNext, isObject, isPossessed, isSuffered, type Stands } from "./beside.ts";
import type { PlainClass } from "./cues.ts";
import { isIn, type Sentence } from "./sentence.ts";
import { type Hashes, hashes, hashWord } from "./tokens.ts";
import { bit } from "./words.ts";

/** More words than that between the name and the wording are about something else. */
const farthest = 6;

/** Near the name, and not of what is theirs: "Mami's friend betrays them". */
const isNear: Stands = (s, m, word) => {
  const from = m.from - s.token;
  const to = m.to - s.token;
  if (word < from) return from - word <= farthest;
  return word - to <= farthest && (!isIn(s, to, bit.s) || word === to + 1);
};

/** "Naruto and Hinata's daughter" */
const isJointly: Stands = (s, m, word) => isIn(s, m.from - s.token - 1, bit.and) && isPossessed(s, m, word);

/** "Naruto and Hinata kiss." */
const isJoint: Stands = (s, m, word) => isIn(s, m.from - s.token - 1, bit.and) && isNext(s, m, word);

/** "Mami betrays them", "betrayed by Mami"; not "Mami was betrayed", "he betrays Mami". */
const isDoing: Stands = (s, m, word) => {
  if (!isNear(s, m, word)) return false;
  const [from, to] = [m.from - s.token, m.to - s.token];
  if (word < from) return anyIn(s, word, from, bit.by) || isOf(s, from, word);
  return !done.has(s.hashes[word]!) || !anyIn(s, to, word, bit.be);
};
const done = hashes("betrayed backstabbed");
const isOf = (s: Sentence, from: number, word: number) => isIn(s, from - 1, bit.of) && from - word <= 2;

/** "Mami turns out to be the real villain", "the killer was Mami", "Mami, the killer"; not "Mami's killer". */
const isThat: Stands = (s, m, word) => {
  const to = m.to - s.token;
  if (isIn(s, word + 1, bit.s)) return false;
  const [from, end] = word < to ? [word + 1, m.from - s.token] : [to, word];
  if (end > from + farthest) return false;
  const between = s.bits.slice(from, end);
  return (
    (between.some((b, n) => (b & bit.be) !== 0 || as.has(s.hashes[from + n]!)) ||
      (from === to && end === from + 1 && !isIn(s, from, bit.s))) &&
    between.every((b, n) => (b & (bit.auxiliary | bit.link)) !== 0 || proves.has(s.hashes[from + n]!))
  );
};

/** What may stand there beside "is" and "the". */
const proves = hashes(
  "turns turn turned out revealed reveals as be real true actual main big final secret one along none other than in fact first murderer boss",
);

const as = hashes("as");

/** "Mami returns.", "after Mami's return", "the return of Mami"; not "returns the book", "comes back to school". */
const isBack: Stands = (s, m, word) => {
  const last = back.has(s.hashes[word + 1]!) ? word + 1 : word;
  return isObject(s, m, word) || ((isNext(s, m, word) || isPossessed(s, m, word)) && closesOrIs(s, last));
};
const back = hashes("back");
const closesOrIs = (s: Sentence, word: number) => closes(s, word) || isIn(s, word + 1, bit.be);

/** "Mami survives.", "Mami didn't die."; not "survives the exam". */
const isAlive: Stands = (s, m, word) => {
  let last = word;
  // What is denied follows the "not", or the "t" of "didn't".
  if (isIn(s, word, bit.negation))
    last += isIn(s, word + 1, bit.negation) || s.hashes[word + 1] === t ? 2 : 1;
  return isNext(s, m, word) && closes(s, last);
};
const t = hashWord("t");

/** "They bring Mami back", "Mami is brought back", "Mami's resurrection", in other languages "Mami revives". */
const isRevived: Stands = (s, m, word) =>
  isSuffered(s, m, word) ||
  (isNext(s, m, word) && closesOrIs(s, word)) ||
  isPossessed(s, m, word) ||
  isObject(s, m, word) ||
  isObject(s, m, word + 1);

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
    ["maimed", (s, m, word) => isSuffered(s, m, word) && !isIn(s, word + 1, bit.to)],
    ["limbs", isPossessed],
  ],
  return: [
    ["returns", isNext],
    ["lives", isAlive],
    ["back", isBack],
    ["revives", isRevived],
  ],
};

/** Classes that may be said with a "not". */
export const denied: readonly PlainClass[] = ["lives", "maimed"];

export const links: Partial<Record<Kind, Link>> = { couple: endsWith, identity: isSame };
