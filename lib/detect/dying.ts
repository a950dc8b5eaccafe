/** Of whom a sentence says in plain words that they die, or by whose hand. */
import { type CueHits, cuePlaces } from "./cues.ts";
import type { Fact, Knowledge } from "./knowledge.ts";
import type { Mention } from "./mentions.ts";
import { asks, isIn, type Sentence } from "./sentence.ts";
import { hashes } from "./tokens.ts";
import { bit } from "./words.ts";

/**
 * Characters by index: "Mami's death", "the death of Mami", "Mami dies", "Sayaka kills Mami". `mentions`: of one show,
 * none of its title; among them pronouns that mean somebody, as if they were names.
 */
export function toldToDie(s: Sentence, mentions: readonly Mention[], cues: CueHits): number[] {
  const out: number[] = [];
  // In a year that is named, people die who were real.
  const dated = (s.anyBits & bit.year) !== 0;
  const doubts = cuePlaces(cues, "hypothetical");
  const hear = (found: readonly number[], tells: typeof saysDead) => {
    for (const cue of found) {
      // "If Mami dies" says nothing; "Mami dies before she could tell" does.
      const guessed = dated || doubts.some((doubt) => doubt < cue);
      for (const m of mentions) {
        // A page may repeat both a million times.
        if (Math.abs(s.at[cue]! - (m.from - s.token)) > reach) continue;
        // "His dead wife" is not about him; "her death" and "watch her die" are.
        const their = theirs.has(s.hashes[m.from - s.token]!);
        if (their && s.at[cue] === m.to - s.token && !happens.has(s.hashes[s.at[cue]!]!)) continue;
        const open = guessed || leavesOpen(s, m.from - s.token);
        if (tells(s, m, s.at[cue]!, open, mentions)) out.push(m.character);
      }
    }
  };
  hear(cuePlaces(cues, "dies"), saysDead);
  hear(
    cuePlaces(cues, "told"),
    (s, m, word, open) => isPossessed(s, m, word) || isMourned(s, m) || endsSo(s, m, word, open),
  );
  hear(cuePlaces(cues, "suffered"), suffers);
  if (doubts.length === 0 && gone.has(s.hashes.at(-1) ?? 0))
    for (const m of mentions) if (isGone(s, m)) out.push(m.character);
  return out;
}

/** Words between a name and a cue that may belong together, an aside and all. */
const reach = 30;

const theirs = hashes("his her their");
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
  if (isPossessed(s, m, word) || isOf(s, m, word)) return true;
  if (open) return false;
  if (isKilled(s, m, word)) return true;
  const start = goesOn(s, m.to - s.token, word, mentions);
  if (!follows(s, m, start, word)) return false;
  const isDone = anyIn(s, start, word, bit.be);
  // "Mami kills Homura" is not Mami's death; "Mami was killed" is, and "Mami kills herself".
  if (isIn(s, word, bit.transitive)) {
    const next = s.bits[word + 1] ?? 0;
    const itself = (next & bit.heShe) !== 0 && (next & bit.auxiliary) !== 0;
    return isDone || itself || (next & bit.by) !== 0;
  }
  // "Mami is dying to see it".
  return !(isDone && isIn(s, word + 1, bit.to));
};

/** "The death of Mami"; of German "von" nothing is left. */
const isOf = (s: Sentence, m: Mention, word: number) => {
  const between = m.from - s.token - word;
  return between === 2 ? isIn(s, word + 1, bit.of) : between === 1 && deaths.has(s.hashes[word]!);
};
const deaths = hashes("death demise funeral");

/** "Mami's death" */
const isPossessed = (s: Sentence, m: Mention, word: number) => {
  const after = m.to - s.token;
  return word > after && word <= after + 3 && isIn(s, after, bit.s);
};

/** "Mami meets her end"; but "Mami's last words" tell, "Mami has the last word" does not. */
const endsSo = (s: Sentence, m: Mention, word: number, open: boolean) =>
  !open && !isIn(s, word, bit.time) && isNext(s, m, word);

/** "So Mami is gone." Not "gone to school". */
const isGone = (s: Sentence, m: Mention) => suffers(s, m, s.hashes.length - 1, asks(s), []);
const gone = hashes("gone");

/** "Mami is torn apart" */
const suffers: Telling = (s, m, word, open) => {
  const start = pastAside(s, m.to - s.token);
  return !open && follows(s, m, start, word) && anyIn(s, start, word, bit.be);
};

/** "RIP Mami" */
const isMourned = (s: Sentence, m: Mention) => {
  const first = m.from - s.token;
  return isIn(s, first - 1, bit.rip) || (isIn(s, first - 1, bit.dear) && isIn(s, first - 2, bit.rip));
};

/** Does the word follow the name, which goes on at `start`, with no more than auxiliaries between them? */
function follows(s: Sentence, m: Mention, start: number, word: number): boolean {
  // "The voice of Mami died", "the brother of Mami dies" are about somebody else.
  if (isIn(s, m.from - s.token - 1, bit.of) || word < start || word > start + farthest) return false;
  return allIn(s, start, word, bit.auxiliary);
}

/** "Mami comes back to life", "Mami, the captain, meets her end" */
export const isNext = (s: Sentence, m: Mention, word: number): boolean =>
  follows(s, m, pastAside(s, m.to - s.token), word);

/** Words that may stand between a name and the verb: "Mami ends up getting herself killed". */
const farthest = 4;

/** "Does Mami die?" leaves it open; "How does Mami die?", "Now that Mami is dead, who is left?" do not. */
export function leavesOpen(s: Sentence, name: number): boolean {
  if (!asks(s) || isIn(s, 0, bit.why) || isIn(s, name - 1, bit.since)) return false;
  return isIn(s, 0, bit.asking) || isIn(s, name - 1, bit.asking);
}

/** What may stand behind "killed her", where that is not "her father". */
const goes = bit.link | bit.to | bit.turn | bit.time | bit.since | bit.asking | bit.auxiliary;

/** Does somebody kill whom it names next: "they killed Mami", "the author kills off Mami"? */
function isKilled(s: Sentence, victim: Mention, verb: number): boolean {
  const first = victim.from - s.token;
  const next = victim.to - s.token;
  if (isIn(s, next, bit.s)) return false;
  // "They killed his father" is not about him.
  if (
    theirs.has(s.hashes[first]!) &&
    next < s.bits.length &&
    !isIn(s, first, bit.aside) &&
    !isIn(s, next, goes)
  )
    return false;
  // "One idea: to kill Mami".
  if (isIn(s, verb - 1, bit.aside)) return false;
  if (first <= verb || first > verb + 3 || !allIn(s, verb + 1, first, bit.dear)) return false;
  // "Why did they kill Mami?"
  return isIn(s, verb, bit.does) || (isIn(s, verb, bit.transitive) && isIn(s, 0, bit.why));
}

/** Who does it to `victim`, if the word at `verb` says that somebody does. */
function killerOf(
  s: Sentence,
  mentions: readonly Mention[],
  victim: Mention,
  verb: number,
): Mention | undefined {
  // "Light kills L's men".
  const isObject = victim.from - s.token === verb + 1 && !isIn(s, victim.to - s.token, bit.s);
  if (!isObject || !isIn(s, verb, bit.does)) return undefined;
  return mentions.find((by) => {
    const start = pastAside(s, by.to - s.token);
    return (
      by.character !== victim.character &&
      verb >= start &&
      verb - start <= 2 &&
      allIn(s, start, verb, bit.auxiliary)
    );
  });
}

/**
 * Where the sentence goes on about the name before `after`: behind an aside, and at a second verb of the same subject
 * ("Mami smiles and dies", "Mami and her friend die").
 */
function goesOn(s: Sentence, after: number, word: number, mentions: readonly Mention[]): number {
  let behind = pastAside(s, after);
  // "Mami from Madoka dies".
  const title = s.mentions.find((m) => m.character < 0 && m.from - s.token === behind + 1);
  if (title && from.has(s.hashes[behind]!)) behind = title.to - s.token;
  if (isIn(s, behind, bit.and) && isIn(s, behind + 1, bit.heShe) && word > behind + 2) behind += 3;
  if (word <= behind + 1 || word > behind + longestAside || !isIn(s, word - 1, bit.and)) return behind;
  // "Mami sees Sayaka fall and die" is not about Mami.
  const other = mentions.some((m) => m.from - s.token >= after && m.from - s.token < word);
  return other || !finite.has(s.hashes[word]!) ? behind : word;
}

const from = hashes("from");

/** What a second verb may be: "and dying" is none. */
const finite = hashes("die dies died");

/** More words than that between two commas are hardly about the name before them. */
const longestAside = 9;

/** Where the sentence goes on behind what only says who somebody is: "Erwin, the commander of the corps, dies". */
function pastAside(s: Sentence, after: number): number {
  if (!isIn(s, after - 1, bit.aside)) return after;
  for (let i = after; i < after + longestAside; i++) if (isIn(s, i, bit.aside)) return i + 1;
  return after;
}

/** Does it say that one kills another, of whom the catalog says so? */
export function killsInFact(k: Knowledge, s: Sentence, mentions: readonly Mention[]): boolean {
  if ((s.anyBits & bit.does) === 0 || asks(s)) return false;
  return mentions.some((victim) => {
    const killer = killerOf(s, mentions, victim, victim.from - s.token - 1);
    return !!killer && deathsOf(k, victim.character).some((f) => !f.premise && involves(f, killer.character));
  });
}

const deathsOf = (k: Knowledge, character: number) =>
  k.facts.filter((f) => f.kind === "death" && f.subjects.includes(character));

const involves = ({ agents, others }: Fact, character: number) =>
  agents.includes(character) || others.includes(character);

/** Is this character's death a listed spoiler, and no premise? */
export function diesInFact(k: Knowledge, character: number): boolean {
  const own = deathsOf(k, character);
  return own.some((f) => !f.premise) && !own.some((f) => f.premise);
}

function allIn(s: Sentence, from: number, to: number, list: number): boolean {
  for (let i = from; i < to; i++) if (!isIn(s, i, list)) return false;
  return true;
}

function anyIn(s: Sentence, from: number, to: number, list: number): boolean {
  for (let i = from; i < to; i++) if (isIn(s, i, list)) return true;
  return false;
}
