/** Rows of a character's page, whom a heading names: "Status: Deceased", "Cause of death: Drowned", "Spouse: Hinata". */
import { characterOf, type State, showOf } from "./context.ts";
import type { Mention } from "./mentions.ts";
import { isIn, type Sentence } from "./sentence.ts";
import { hashes, type Tokens } from "./tokens.ts";
import { bit, bitsAt, wordAt } from "./words.ts";

/** A longer row is prose. */
const longest = 10;
/** Words in the value that stands below a heading of its own. */
const longestValue = 4;
/** The score of a heading that has told something in plain words is above this. */
const sure = 0.8;

/** Is this heading no more than the name of such a row? */
export function isStatus(tokens: Tokens): boolean {
  return tokens.count <= 3 && (bitsAt(wordAt(tokens, 0)) & bit.status) !== 0;
}

/** Characters of the show, by index, of whom a row says that they die. `dies`: it has a word of that. */
export function statusSubjects(s: Sentence, state: State, show: number, dies: boolean): number[] {
  const section = state.sections.at(-1);
  const below = section?.status && s.bits.length <= longestValue;
  // "Killed by" has told it, and so does the first thing below that, whatever it is.
  const isTold = below && section.score > sure && !state.before[1];
  const last = s.bits.length - 1;
  // "Battle and death" heads a part of their life.
  const isPart = last <= longestValue && isIn(s, last - 1, bit.and) && isIn(s, last, bit.status);
  const isRow = below || isPart || (isIn(s, 0, bit.status) && last < longest);
  return isTold || (dies && isRow) ? headed(state, show) : [];
}

const spouse = hashes("spouse wife husband partner");

/** Whom such a row is about, as if they were named before it: "[Naruto] Spouse: Hinata". */
export function spousesOf(s: Sentence, state: State, show: number): Mention[] {
  if (!spouse.has(s.hashes[0]!) || s.bits.length > longest) return [];
  return headed(state, show).map((character) => ({ from: s.token, to: s.token, show, character }));
}

/** Whom the innermost heading that names characters names. */
function headed({ sections }: State, show: number): number[] {
  const characters = sections.findLast((section) => section.characters.length > 0)?.characters ?? [];
  return characters.filter((c) => showOf(c) === show).map(characterOf);
}
