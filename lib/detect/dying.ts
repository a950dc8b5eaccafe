/** Of whom a sentence says in plain words that they die, or by whose hand. */
import { type CueHits, cueCount } from "./cues.ts";
import type { Fact, Knowledge } from "./knowledge.ts";
import type { Mention } from "./mentions.ts";
import { asks, isIn, type Sentence } from "./sentence.ts";
import { bit } from "./words.ts";

/**
 * Characters by index: "Mami's death", "the death of Mami", "Mami dies", "Sayaka kills Mami". `mentions`: of one show,
 * none of its title.
 */
export function toldToDie(s: Sentence, mentions: readonly Mention[], cues: CueHits): number[] {
  const out: number[] = [];
  // "Does Mami die?", "if Mami dies" say nothing; in a year that is named, people die who were real.
  const open = asks(s) || (s.anyBits & bit.year) !== 0 || cueCount(cues, "hypothetical") > 0;
  for (const cue of cues.deaths) {
    const word = s.at[cue]!;
    for (const m of mentions) {
      const after = m.to - s.token;
      const between = word - after;
      const possessive = between >= 1 && between <= 3 && isIn(s, after, bit.s);
      const ofName = m.from - s.token - word === 2 && isIn(s, word + 1, bit.of);
      const verb =
        !open &&
        // "The voice of Mami died", "the brother of Mami dies" are about somebody else.
        !isIn(s, m.from - s.token - 1, bit.of) &&
        between >= 0 &&
        between <= 2 &&
        allIn(s, after, word, bit.auxiliary) &&
        // "Mami kills Homura" is not Mami's death; "Mami was killed" is.
        (!isIn(s, word, bit.transitive) || isIn(s, word + 1, bit.by) || anyIn(s, after, word, bit.be));
      if (possessive || ofName || verb || (!open && killerOf(s, mentions, m, word))) out.push(m.character);
    }
  }
  return out;
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
    const between = verb - (by.to - s.token);
    return (
      by.character !== victim.character &&
      between >= 0 &&
      between <= 2 &&
      allIn(s, verb - between, verb, bit.auxiliary)
    );
  });
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
