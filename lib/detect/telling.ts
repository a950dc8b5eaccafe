/**
 * Does a sentence say in plain words what the catalog says of whom it names: who marries, betrays, is behind it,
 * returns, loses an arm?
 */
import { type CueHits, cuePlaces, plainClasses } from "./cues.ts";
import { isNext, leavesOpen } from "./dying.ts";
import type { Fact, Knowledge } from "./knowledge.ts";
import type { Mention } from "./mentions.ts";
import { isIn, type Sentence } from "./sentence.ts";
import { type Hashes, hashes } from "./tokens.ts";
import { anyPronoun, bit } from "./words.ts";

/** More words than that between the name and the wording are about something else. */
const farthest = 6;

/** Who names more people than that says plainly of none what becomes of them. */
const most = 12;

/** "She betrays them", but not "it keeps her alive". */
const subjects = hashes("he she they");
const isSubject = (s: Sentence, m: Mention) =>
  !isIn(s, m.from - s.token, anyPronoun) || subjects.has(s.hashes[m.from - s.token]!);

/** `spoken`: of one show, none of its title; among them pronouns that mean somebody, as if they were names. */
export function tellsFact(k: Knowledge, s: Sentence, spoken: readonly Mention[], cues: CueHits): boolean {
  const mentions = spoken.filter((m) => isSubject(s, m));
  if (mentions.length === 0 || mentions.length > most) return false;
  if (mentions.length < 2 && !plainClasses.some((cls) => cuePlaces(cues, cls).length > 0)) return false;
  if (cuePlaces(cues, "hypothetical").length > 0) return false;
  if (mentions.some((m) => leavesOpen(s, m.from - s.token))) return false;
  const told = (fact: Fact, who: readonly Mention[]) => {
    const any = (cls: (typeof plainClasses)[number], stands: typeof isNear) =>
      (s.anyBits & bit.negation) === 0 &&
      cuePlaces(cues, cls).some((place) => who.some((m) => stands(s, m, s.at[place]!)));
    const both = who.some((m) => m.character !== who[0]!.character);
    if (fact.kind === "couple") return both && (any("weds", isNear) || areLinked(s, who, endsWith));
    if (fact.kind === "identity") return both && (any("equals", isNear) || areLinked(s, who, isSame));
    if (fact.kind === "betrayal") return any("spies", isThat) || any("betrays", isNear);
    if (fact.kind === "villain") return any("schemes", isThat) || any("plots", isNear);
    if (fact.kind === "loss") return any("loses", isNext);
    return fact.kind === "return" && any("returns", isNext);
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

/** Near the name, and not of what is theirs: "Mami's friend betrays them". */
function isNear(s: Sentence, m: Mention, word: number): boolean {
  const from = m.from - s.token;
  const to = m.to - s.token;
  if (word < from) return from - word <= farthest;
  return word - to <= farthest && (!isIn(s, to, bit.s) || word === to + 1);
}

/** "Mami turns out to be the real villain", "the killer was Mami". */
function isThat(s: Sentence, m: Mention, word: number): boolean {
  const to = m.to - s.token;
  const [from, end] = word < to ? [word + 1, m.from - s.token] : [to, word];
  if (end > from + farthest) return false;
  const between = s.bits.slice(from, end);
  return (
    between.some((b) => (b & bit.be) !== 0) &&
    between.every((b, n) => (b & (bit.auxiliary | bit.link)) !== 0 || proves.has(s.hashes[from + n]!))
  );
}

/** What may stand there beside "is" and "the". */
const proves = hashes(
  "turns turn turned out revealed be real true actual main big final secret one all along none other than in fact first also murderer boss",
);

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
  says: hashes("end ends ended ending chooses chose picks picked dates marries married kisses kissed"),
  with: hashes("up with finally"),
};

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
