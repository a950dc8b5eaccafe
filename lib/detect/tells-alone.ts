/** Is a fact told by a sentence that nothing stands beside? */
import { clueWeight, type Evidence } from "./evidence.ts";
import { asks, mark, type Sentence } from "./sentence.ts";
import { bit } from "./words.ts";

/**
 * Does this tell the fact even where no sentence beside it does? A clue with two words of the scene, or with one, its
 * subject and a cue of its kind, or, in a few words that say who somebody is ("Akito is a girl"), with one of its
 * characters. A clue alone, unless the sentence asks, credits, speaks of the premise, or sounds like harmless talk.
 * In running text the neighbours decide better; a comment, an item, a caption has none.
 * `learned`: of the sentence by itself, as log-odds.
 */
export function tellsAlone(e: Evidence, s: Sentence, learned: number): boolean {
  if (e.clue === undefined || e.margin < 0) return false;
  const named = e.subjectNamed || e.agentNamed;
  if (named && (e.fact?.kind === "identity" || e.fact?.kind === "villain") && saysWho(s)) return true;
  if (e.premise < clueWeight / 2 && learned > harmlessOdds && !asks(s) && !isCredit(s)) return true;
  const subject = e.subjectNamed || e.subjectMeant || e.subjectRole;
  return e.count >= 2 || (e.count === 1 && subject && e.cueOfKind);
}

/** Log-odds. Of 221 examples for which a clue alone speaks, 187 are above; of 60 premises that hold one, 20. */
const harmlessOdds = -1.25;

/** Words in the longest sentence that says no more than who somebody is. */
const fewWords = 9;

function saysWho(s: Sentence): boolean {
  return s.bits.length <= fewWords && (s.anyBits & bit.be) !== 0 && !asks(s);
}

/** "Yang Wen-li, the hero: Kei Tomiyama", "who played him and died in 1995" speak of the voice. */
function isCredit(s: Sentence): boolean {
  const both = mark.colon | mark.parenthesis;
  return (s.marks & both) === both || (s.anyBits & bit.year) !== 0;
}
