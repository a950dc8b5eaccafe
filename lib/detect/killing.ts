/** Who does it to whom: "they killed Mami", "Sayaka kills Mami". */
import {
  allIn,
  closes,
  firstOf,
  isNext,
  isOneOf,
  mustFollow,
  nextOf,
  owns,
  takesForGranted,
} from "./beside.ts";
import { deathsOf, type Fact, type Knowledge } from "./knowledge.ts";
import type { Mention } from "./mentions.ts";
import { asks, isIn, type Sentence } from "./sentence.ts";
import { hashes } from "./tokens.ts";
import { bit } from "./words.ts";

/** Words that begin what belongs to whom they mean. */
export const theirs = hashes("his her their");

const tells = hashes("they up by after for");

/** What may stand behind "killed her", where that is not "her father". */
const goes = bit.link | bit.turn | bit.time | bit.since | bit.auxiliary;

/** Does somebody kill whom it names next: "they killed Mami", "the author kills off Mami"? */
export function isKilled(s: Sentence, victim: Mention, verb: number): boolean {
  const first = firstOf(s, victim);
  const next = nextOf(s, victim);
  if (owns(s, victim)) return false;
  // "They killed his father" is not about him.
  if (isOneOf(s, first, theirs) && !closes(s, first) && !isIn(s, next, goes)) return false;
  // "One idea: to kill Mami".
  if (isIn(s, verb - 1, bit.aside)) return false;
  if (first <= verb || first > verb + 3 || !allIn(s, verb + 1, first, bit.dear)) return false;
  if (!isIn(s, verb, bit.transitive)) return false;
  // "They had to kill Mami", "when they kill Mami", "after killing Mami".
  if (isIn(s, verb, bit.does) || mustFollow(s, verb - 2) || isOneOf(s, verb - 1, tells)) return true;
  // "Why did they kill Mami?", "Did they have to kill Mami?", "Killing Mami was a mistake."
  return takesForGranted(s) || (verb === 0 && isIn(s, next, bit.past));
}

/** Does it say that one kills another, of whom the catalog says so? */
export function killsInFact(k: Knowledge, s: Sentence, mentions: readonly Mention[]): boolean {
  if ((s.anyBits & bit.does) === 0 || asks(s)) return false;
  return mentions.some((victim) => {
    const verb = firstOf(s, victim) - 1;
    // "Light kills L's men".
    if (!isIn(s, verb, bit.does) || owns(s, victim)) return false;
    return deathsOf(k, victim.character).some(
      (f) =>
        !f.premise &&
        mentions.some(
          (m) => m.character !== victim.character && involves(f, m.character) && isNext(s, m, verb),
        ),
    );
  });
}

const involves = ({ agents, others }: Fact, character: number) =>
  agents.includes(character) || others.includes(character);
