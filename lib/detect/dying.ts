/** Of whom a sentence says in plain words that they die. */
import {
  anyIn,
  type Beside,
  closes,
  firstOf,
  follows,
  isGuessed,
  isNext,
  isObject,
  isOneOf,
  isPossessed,
  isSuffered,
  leavesOpen,
  longestAside,
  nextOf,
  owns,
  pastAside,
  pretends,
  says,
  thought,
  unreal,
} from "./beside.ts";
import { type CueHits, cuePlaces, type Place, type PlainClass } from "./cues.ts";
import { isKilled, theirs } from "./killing.ts";
import { deathsOf, type Fact, type Knowledge } from "./knowledge.ts";
import type { Mention } from "./mentions.ts";
import { asks, isIn, type Sentence } from "./sentence.ts";
import { hashes } from "./tokens.ts";
import { bit } from "./words.ts";

/**
 * Characters by index: "Mami's death", "the death of Mami", "Mami dies", "they killed Mami". `mentions`: of one show,
 * none of its title; among them pronouns that mean somebody, as if they were names.
 */
export function toldToDie(s: Sentence, mentions: readonly Mention[], cues: CueHits): number[] {
  if (says(s, unreal) || says(s, pretends)) return [];
  const out: number[] = [];
  // In a year that is named, people die who were real.
  const dated = (s.anyBits & bit.year) !== 0;
  const doubts = cuePlaces(cues, "hypothetical");
  const hear = (cls: "dies" | PlainClass, tells: Telling) => {
    for (const [word] of cuePlaces(cues, cls)) {
      // "If Mami dies" says nothing; "Mami dies before she could tell" does, and so does what is taken for granted.
      const guessed = dated || (!isOneOf(s, word, contrary) && isGuessed(s, doubts, word));
      for (const m of mentions) {
        const first = firstOf(s, m);
        // A page may repeat both a million times.
        if (Math.abs(word - first) > reach) continue;
        // "His dead wife" is not about him; "her death" and "watch her die" are.
        const their = isOneOf(s, first, theirs);
        if (their && word === nextOf(s, m) && !isOneOf(s, word, happens)) continue;
        const open = guessed || leavesOpen(s, first) || isOneOf(s, first - 1, thought);
        if (tells(s, m, word, open, mentions)) out.push(m.character);
      }
    }
  };
  hear("dies", saysDead);
  hear(
    "told",
    (s, m, word, open) =>
      (isTheirs(s, m, word) && isOneOf(s, word, lasts)) || isMourned(s, m) || endsSo(s, m, word, open),
  );
  hear("suffered", (s, m, word, open) => !open && isSuffered(s, m, word));
  hear(
    "mourned",
    (s, m, word, open) =>
      !open && isObject(s, m, word) && !isOneOf(s, firstOf(s, m), theirs) && isLoss(s, word),
  );
  if (doubts.length === 0 && isOneOf(s, s.hashes.length - 1, gone))
    for (const m of mentions) if (isGone(s, m)) out.push(m.character);
  return out;
}

/** "Mami's last words", "her last words" */
const isTheirs: Beside = (s, m, word) =>
  isPossessed(s, m, word) || (word === nextOf(s, m) && isOneOf(s, firstOf(s, m), theirs));
const lasts = hashes("last final dying grave gravestone tombstone tomb lifeless cold dead body life heart");

/** "We lost Mami"; not "his mother lost Mami", which may be any order of another language. */
const isLoss = (s: Sentence, word: number) =>
  word === 0 || !isOneOf(s, word, loses) || isIn(s, word - 1, whoLoses);
const loses = hashes("lose loses lost");
const whoLoses =
  bit.first | bit.second | bit.they | bit.heShe | bit.auxiliary | bit.modal | bit.aside | bit.to;

/** Words between a name and a cue that may belong together, an aside and all. */
const reach = 30;

/** "If only Mami had lived", "I wish Mami hadn't died": what is wished for has not come to pass. */
const contrary = hashes("had hadn");

/** What is theirs where it follows such a word. */
const happens = hashes(
  "die death demise deaths dying funeral sacrifice suicide corpse murder execution last final",
);

/** Of a name and a cue at `word`. `open`: it is guessed at, or asked. */
type Telling = (
  s: Sentence,
  m: Mention,
  word: number,
  open: boolean,
  mentions: readonly Mention[],
) => boolean;

const saysDead: Telling = (s, m, word, open, mentions) => {
  if (isTheirDeath(s, m, word) || isOf(s, m, word)) return true;
  if (open) return false;
  if (isKilled(s, m, word) || isEntered(s, m, word) || isWhoDies(s, m, word)) return true;
  const start = goesOn(s, nextOf(s, m), word, mentions);
  if (!follows(s, m, start, word)) return false;
  const isDone = anyIn(s, start, word, bit.be) && !isOneOf(s, word, doing);
  // "Mami kills Homura", "Mami is killing it" is not Mami's death; "Mami was killed" is, and "Mami kills herself".
  if (isIn(s, word, bit.transitive)) {
    return isDone || isReflexive(s, word + 1) || isIn(s, word + 1, bit.by);
  }
  // "Mami sacrifices a pawn"; but "herself", or, in other languages, "for the others".
  if (isOneOf(s, word, offers) && !isDone) return isReflexive(s, word + 1) || closes(s, word);
  // "Mami is dying to see it".
  return !(isDone && isIn(s, word + 1, bit.to));
};

/** "herself" */
const isReflexive = (s: Sentence, word: number) => isIn(s, word, bit.heShe) && isIn(s, word, bit.auxiliary);

/** "Mami's death", "Mami's dead"; not "Mami's sister died", "Mami's murder investigation", "Mami's dead eyes". */
const isTheirDeath: Beside = (s, m, word) => {
  if (!isPossessed(s, m, word)) return false;
  if (isOneOf(s, word, deaths)) return true;
  const ends = standsBare(s, word);
  return ends && (isOneOf(s, word, ceremonies) || (isOneOf(s, word, dead) && word === nextOf(s, m) + 1));
};
/** "Mami's funeral was", but not "Mami's funeral outfit". */
const standsBare = (s: Sentence, word: number) =>
  closes(s, word) || isIn(s, word + 1, bit.auxiliary | bit.past);
const ceremonies = hashes("funeral murder execution assassination sacrifice killer murderer");
/** "Dies": エレンの死. */
const dead = hashes("dead deceased dies");
const doing = hashes("killing murdering");
const others = hashes("for");
const offers = hashes("sacrifices sacrificed sacrifice");

/** "The death of Mami", "a funeral for Mami"; of German "von" nothing is left. */
const isOf: Beside = (s, m, word) => {
  const between = firstOf(s, m) - word;
  if (owns(s, m)) return false;
  if (between === 2 && isIn(s, word + 1, bit.of)) return true;
  if (!isOneOf(s, word, bare)) return false;
  return between === 2 ? isOneOf(s, word + 1, others) : between === 1 && !isIn(s, word, bit.aside);
};
const bare = hashes("death demise funeral");
const deaths = hashes("death deaths demise suicide corpse");

/** "Mami: killed in episode 3"; not "Mami, killing the monster, …" */
const isEntered: Beside = (s, m, word) =>
  m.from === s.token &&
  word === nextOf(s, m) &&
  isIn(s, word - 1, bit.aside) &&
  (!isIn(s, word, bit.transitive) || isIn(s, word, bit.past));

/** "The one who dies is Mami." */
const isWhoDies: Beside = (s, m, word) => {
  const first = firstOf(s, m);
  return word < first && first <= word + 3 && isIn(s, first - 1, bit.be) && anyIn(s, 0, word, bit.numbers);
};

/** "Mami meets her end"; but "Mami's last words" tell, "Mami has the last word" does not. */
const endsSo = (s: Sentence, m: Mention, word: number, open: boolean) =>
  !open && !isIn(s, word, bit.time) && isNext(s, m, word);

/** "So Mami is gone." Not "gone to school". */
const isGone = (s: Sentence, m: Mention) => !asks(s) && isSuffered(s, m, s.hashes.length - 1);
const gone = hashes("gone");

/** "RIP Mami" */
const isMourned = (s: Sentence, m: Mention) => {
  const before = firstOf(s, m) - (isIn(s, firstOf(s, m) - 1, bit.dear) ? 2 : 1);
  return isIn(s, before, bit.rip) && !owns(s, m);
};

/**
 * Where the sentence goes on about the name before `after`: behind an aside, and at a second verb of the same subject
 * ("Mami smiles and dies", "Mami and her friend die").
 */
function goesOn(s: Sentence, after: number, word: number, mentions: readonly Mention[]): number {
  let behind = pastAside(s, after);
  // "Mami, who dies in episode 3, is great."
  if (behind > word) behind = after;
  // "Mami from Madoka dies".
  const title = s.mentions.find((m) => m.character < 0 && firstOf(s, m) === behind + 1);
  if (title && isOneOf(s, behind, from)) behind = nextOf(s, title);
  if (isIn(s, behind, bit.and) && isIn(s, behind + 1, bit.heShe) && word > behind + 2) behind += 3;
  if (word <= behind + 1 || word > behind + longestAside || !isIn(s, word - 1, bit.and)) return behind;
  // "Mami sees Sayaka fall and die" is not about Mami.
  const other = mentions.some((m) => firstOf(s, m) >= after && firstOf(s, m) < word);
  return other || !isOneOf(s, word, finite) ? behind : word;
}

const from = hashes("from");

/** What a second verb may be: "and dying" is none. */
const finite = hashes("die dies died");

/** This character's first death, where it is a listed spoiler and no premise. */
export function deathTold(k: Knowledge, character: number): Fact[] {
  const own = deathsOf(k, character);
  return own.some((f) => f.premise) ? [] : own.slice(0, 1);
}

/**
 * Is every death that the sentence has in plain words somebody else's, guessed at or denied: "Mami's sister died", "Mami
 * kills the monster", "they'd better not kill Mami"? `mentions`: by name.
 */
export function isElses(s: Sentence, mentions: readonly Mention[], cues: CueHits): boolean {
  const places = cuePlaces(cues, "dies");
  const doubts = cuePlaces(cues, "hypothetical");
  const isOthers = ([word]: Place) => {
    const near = doubts.filter(([doubt]) => doubt >= word - reachOfElse);
    const named = firstOf(s, mentions[0]!) < word;
    if ((named && isGuessed(s, near, word)) || anyIn(s, word - 2, word, bit.negation)) return true;
    if (isIn(s, word + 1, bit.of) && isOneOf(s, word + 2, theirs)) return true;
    return mentions.some((m) => {
      const after = nextOf(s, m);
      if (owns(s, m) && Math.abs(word - after) <= reachOfElse) return true;
      if (isOneOf(s, firstOf(s, m) - 1, thought)) return true;
      const kills = isIn(s, word, bit.transitive) && follows(s, m, pastAside(s, after), word);
      return kills && !anyIn(s, after, word, bit.be) && !closes(s, word);
    });
  };
  return places.length > 0 && (leavesOpen(s, firstOf(s, mentions[0]!)) || places.every(isOthers));
}
/** Words between "Mami's" and what befalls somebody of hers, or between a doubt and what is doubted. */
const reachOfElse = 4;
