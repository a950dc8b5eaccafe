/**
 * Does a sentence say in plain words what the catalog says of whom it names: who marries, betrays, is behind it,
 * returns, loses an arm?
 */
import { isPossessed, leavesOpen, takesForGranted } from "./beside.ts";
import { type CueHits, cuePlaces, plainClasses } from "./cues.ts";
import type { Fact, Knowledge } from "./knowledge.ts";
import type { Mention } from "./mentions.ts";
import { isIn, type Sentence } from "./sentence.ts";
import { hashes } from "./tokens.ts";
import { denied, type Link, links, wordings } from "./wordings.ts";
import { anyPronoun, bit } from "./words.ts";

/** Who names more people than that says plainly of none what becomes of them. */
const most = 12;

/** "She betrays them", but not "it keeps her alive". */
const subjects = hashes("he she they");
const isSubject = (s: Sentence, m: Mention) =>
  !isIn(s, m.from - s.token, anyPronoun) || subjects.has(s.hashes[m.from - s.token]!);

const pretends = hashes("pretend pretends pretending pretended");

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

/** "It was Mami all along", "It was Mami who killed them"; not "It was not Mami". */
function isCleft(s: Sentence, m: Mention): boolean {
  const first = m.from - s.token;
  const to = m.to - s.token;
  if (first > 4 || !it.has(s.hashes[0]!) || !isIn(s, 1, bit.be)) return false;
  if (isIn(s, 2, bit.negation)) return false;
  return ways.has(s.hashes[to]!) && (along.has(s.hashes[to + 1]!) || deeds.has(s.hashes[to + 1]!));
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
    const between = s.hashes.slice(a.to - s.token, b.from - s.token);
    return (
      between.some((hash) => link.says.has(hash)) &&
      between.every((hash) => link.says.has(hash) || link.with.has(hash))
    );
  });
}
