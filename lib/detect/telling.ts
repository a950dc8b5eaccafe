/**
 * What a sentence says in plain words, and the catalog of whom it names: who marries, betrays, is behind it, returns,
 * loses an arm.
 */
import {
  anyIn,
  anyOf,
  firstOf,
  isEnd,
  isGuessed,
  isOneOf,
  isPossessed,
  leavesOpen,
  nextOf,
  owns,
  pretends,
  says,
  thought,
  unreal,
} from "./beside.ts";
import { type CueHits, cuePlaces, plainClasses } from "./cues.ts";
import type { Fact, Knowledge } from "./knowledge.ts";
import type { Mention } from "./mentions.ts";
import { isIn, type Sentence } from "./sentence.ts";
import { hashes, hashWord } from "./tokens.ts";
import { denied, type Link, links, wordings } from "./wordings.ts";
import { anyPronoun, bit } from "./words.ts";

/** Who names more people than that says plainly of none what becomes of them. */
const most = 12;

/** "She betrays them", but not "it keeps her alive". */
const subjects = hashes("he she they");
const isSubject = (s: Sentence, m: Mention) =>
  !isIn(s, firstOf(s, m), anyPronoun) || isOneOf(s, firstOf(s, m), subjects);

/** `spoken`: of one show, none of its title; among them pronouns that mean somebody, as if they were names. */
export function factsTold(k: Knowledge, s: Sentence, spoken: readonly Mention[], cues: CueHits): Fact[] {
  const mentions = spoken.filter((m) => isSubject(s, m));
  if (mentions.length === 0 || mentions.length > most) return [];
  const doubts = cuePlaces(cues, "hypothetical");
  const cleft = isCleft(s, mentions[0]!) && !isGuessed(s, doubts, s.hashes.length);
  const plain = cleft || plainClasses.some((cls) => cuePlaces(cues, cls).length > 0);
  if (mentions.length < 2 && !plain) return [];
  if (says(s, unreal)) return [];
  const pretended = says(s, pretends);
  if (mentions.some((m) => leavesOpen(s, firstOf(s, m)))) return [];
  // "Mami is left with no powers" denies nothing.
  const denies = (last: number) => anyIn(s, 0, last + 2, bit.negation);
  const told = (fact: Fact, who: readonly Mention[]) => {
    if (pretended && fact.kind !== "betrayal") return false;
    const link = links[fact.kind];
    if (link && who.every((m) => m.character === who[0]!.character)) return false;
    if (cleft && (fact.kind === "villain" || fact.kind === "betrayal")) return who.includes(mentions[0]!);
    const says = wordings[fact.kind]?.some(([cls, stands]) =>
      cuePlaces(cues, cls).some(([word, last]) =>
        who.some(
          (m) =>
            stands(s, m, word, last) &&
            !isGuessed(s, doubts, word) &&
            !isOneOf(s, firstOf(s, m) - 1, thought) &&
            (!denies(last) || denied.includes(cls) || isPossessed(s, m, word)),
        ),
      ),
    );
    if (says) return true;
    if (!link || isGuessed(s, doubts, s.hashes.length)) return false;
    if (areLinked(s, who, link)) return true;
    return (
      fact.kind === "couple" &&
      arePaired(s, who) &&
      cuePlaces(cues, "pairs").some(([, last]) => !denies(last))
    );
  };
  const of = (fact: Fact) => mentions.filter((m) => doers(fact).includes(m.character));
  return k.facts.filter((fact) => {
    const who = fact.premise ? [] : of(fact);
    if (who.length === 0 || !told(fact, who)) return false;
    // Of whom everybody knows something like it, this may be that.
    return !k.facts.some((other) => other.premise && other.kind === fact.kind && of(other).length > 0);
  });
}

function doers({ kind, subjects, agents }: Fact): readonly number[] {
  return kind === "betrayal" && agents.length > 0 ? agents : subjects;
}

/** "It was Mami all along", "So it was Mami.", "It was Mami who killed them"; not "It was not Mami". */
function isCleft(s: Sentence, m: Mention): boolean {
  const [first, to] = [firstOf(s, m), nextOf(s, m)];
  const at = s.hashes.lastIndexOf(it, first);
  if (at < 0 || first > at + 4 || !isIn(s, at + 1, bit.be) || isIn(s, at + 2, bit.negation)) return false;
  if (isEnd(s, m)) return isIn(s, at + 1, bit.past) && !isOneOf(s, at - 1, thought);
  return isOneOf(s, to, ways) && anyOf(s, to + 1, to + 3, deeds);
}
const it = hashWord("it");
const ways = hashes("all who the that from");
const deeds = hashes(
  "along whole start beginning killed betrayed murdered planned orchestrated did sold stole caused",
);

function areLinked(s: Sentence, who: readonly Mention[], link: Link): boolean {
  return who.some((a, n) => {
    const b = who[n + 1];
    // "Koga kisses Kagome's hand".
    if (!b || b.character === a.character || owns(s, b)) return false;
    const between = s.hashes.slice(nextOf(s, a), firstOf(s, b));
    return (
      between.some((hash) => link.says.has(hash)) &&
      between.every((hash) => link.says.has(hash) || link.with.has(hash))
    );
  });
}

/**
 * Of two who end up together nearly any word of love says so; not "he kisses Kagome's hand", "they just need to kiss
 * already".
 */
const arePaired = (s: Sentence, who: readonly Mention[]) => who.every((m) => !owns(s, m)) && !says(s, wishes);
const wishes = hashes("need needs needed want wants deserve already ask asks ships shipping");
