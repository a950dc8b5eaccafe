/**
 * Does a sentence say in plain words what the catalog says of whom it names: who marries, betrays, is behind it,
 * returns, loses an arm?
 */
import type { Kind } from "../catalog/types.ts";
import {
  anyIn,
  closes,
  isNext,
  isObject,
  isPossessed,
  isSuffered,
  leavesOpen,
  type Stands,
  takesForGranted,
} from "./beside.ts";
import { type CueHits, cuePlaces, type PlainClass, plainClasses } from "./cues.ts";
import type { Fact, Knowledge } from "./knowledge.ts";
import type { Mention } from "./mentions.ts";
import { isIn, type Sentence } from "./sentence.ts";
import { type Hashes, hashes, hashWord } from "./tokens.ts";
import { anyPronoun, bit } from "./words.ts";

/** More words than that between the name and the wording are about something else. */
const farthest = 6;

/** Who names more people than that says plainly of none what becomes of them. */
const most = 12;

/** "She betrays them", but not "it keeps her alive". */
const subjects = hashes("he she they");
const isSubject = (s: Sentence, m: Mention) =>
  !isIn(s, m.from - s.token, anyPronoun) || subjects.has(s.hashes[m.from - s.token]!);

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

/** "Mami turns out to be the real villain", "the killer was Mami", "Mami, the killer". */
const isThat: Stands = (s, m, word) => {
  const to = m.to - s.token;
  const [from, end] = word < to ? [word + 1, m.from - s.token] : [to, word];
  if (end > from + farthest) return false;
  const between = s.bits.slice(from, end);
  return (
    (between.some((b, n) => (b & bit.be) !== 0 || as.has(s.hashes[from + n]!)) ||
      (from === to && end === from + 1)) &&
    between.every((b, n) => (b & (bit.auxiliary | bit.link)) !== 0 || proves.has(s.hashes[from + n]!))
  );
};

/** What may stand there beside "is" and "the". */
const proves = hashes(
  "turns turn turned out revealed reveals himself herself as be real true actual main big final secret one all along none other than in fact first also murderer boss",
);

const as = hashes("as");

/** "Mami returns.", "after Mami's return", "the return of Mami"; not "returns the book", "comes back to school". */
const isBack: Stands = (s, m, word) => {
  const last = back.has(s.hashes[word + 1] ?? 0) ? word + 1 : word;
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

/** "They bring Mami back", "Mami is brought back", "Mami's resurrection". */
const isRevived: Stands = (s, m, word) =>
  isSuffered(s, m, word) || isPossessed(s, m, word) || isObject(s, m, word) || isObject(s, m, word + 1);

interface Link {
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
    "end ends ended ending chooses chose picks picked dates marries married kisses kissed kiss confesses confessed wife husband spouse partner",
  ),
  with: hashes("up with finally to and s is"),
};

/** What says a fact of the kind, and how it has to stand to whom the fact is about. */
const wordings: Partial<Record<Kind, readonly (readonly [PlainClass, Stands])[]>> = {
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

const pretends = hashes("pretend pretends pretending pretended");

/** Classes that may be said with a "not". */
const denied: readonly PlainClass[] = ["lives", "maimed"];

const links: Partial<Record<Kind, Link>> = { couple: endsWith, identity: isSame };

/** `spoken`: of one show, none of its title; among them pronouns that mean somebody, as if they were names. */
export function tellsFact(k: Knowledge, s: Sentence, spoken: readonly Mention[], cues: CueHits): boolean {
  const mentions = spoken.filter((m) => isSubject(s, m));
  if (mentions.length === 0 || mentions.length > most) return false;
  const cleft = isCleft(s, mentions[0]!);
  const plain = cleft || plainClasses.some((cls) => cuePlaces(cues, cls).length > 0);
  if (mentions.length < 2 && !plain) return false;
  const doubts = cuePlaces(cues, "hypothetical");
  if (doubts.length > 0 && !takesForGranted(s)) return false;
  if (s.hashes.some((hash) => pretends.has(hash))) return false;
  if (mentions.some((m) => leavesOpen(s, m.from - s.token))) return false;
  const told = (fact: Fact, who: readonly Mention[]) => {
    const link = links[fact.kind];
    if (link && who.every((m) => m.character === who[0]!.character)) return false;
    if (cleft && (fact.kind === "villain" || fact.kind === "betrayal")) return who.includes(mentions[0]!);
    const says = wordings[fact.kind]?.some(([cls, stands]) =>
      cuePlaces(cues, cls).some((place) =>
        who.some(
          (m) =>
            stands(s, m, s.at[place]!) &&
            ((s.anyBits & bit.negation) === 0 || denied.includes(cls) || isPossessed(s, m, s.at[place]!)),
        ),
      ),
    );
    return says || (link !== undefined && areLinked(s, who, link));
  };
  const of = (fact: Fact) => mentions.filter((m) => doers(fact).includes(m.character));
  return k.facts.some((fact) => {
    const who = fact.premise ? [] : of(fact);
    if (who.length === 0 || !told(fact, who)) return false;
    // Of whom everybody knows something like it, this may be that.
    return !k.facts.some(
      (other) =>
        other.premise && other.kind === fact.kind && (of(other).length > 0 || doers(other).length === 0),
    );
  });
}

function doers({ kind, subjects, agents }: Fact): readonly number[] {
  return kind === "betrayal" && agents.length > 0 ? agents : subjects;
}

/** "It was Mami all along", "It was Mami who killed them". */
function isCleft(s: Sentence, m: Mention): boolean {
  const first = m.from - s.token;
  const to = m.to - s.token;
  if (first < 2 || first > 4 || !it.has(s.hashes[0]!) || !isIn(s, 1, bit.be)) return false;
  return (
    ways.has(s.hashes[to] ?? 0) && (along.has(s.hashes[to + 1] ?? 0) || deeds.has(s.hashes[to + 1] ?? 0))
  );
}
const it = hashes("it");
const ways = hashes("all who the that");
const along = hashes("along whole entire");
const deeds = hashes("killed betrayed murdered planned orchestrated did framed sold stole poisoned caused");

function areLinked(s: Sentence, who: readonly Mention[], link: Link): boolean {
  return who.some((a, n) => {
    const b = who[n + 1];
    // "Koga kisses Kagome's hand".
    if (!b || b.character === a.character || isIn(s, b.to - s.token, bit.s)) return false;
    const between = s.hashes.slice(a.to - s.token, Math.max(0, b.from - s.token));
    return (
      between.some((hash) => link.says.has(hash)) &&
      between.every((hash) => link.says.has(hash) || link.with.has(hash))
    );
  });
}
