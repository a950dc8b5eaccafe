/** An entry of a list: "#7: Jiraiya". Where the title has promised deaths (promise.ts), it has told his. */
import { type CueHits, classIndex } from "./cues.ts";
import { wordSet } from "./fold.ts";
import type { Fact, Knowledge } from "./knowledge.ts";
import type { Mention } from "./mentions.ts";
import { bearersAt, capitalsOf, type NamedText } from "./named-text.ts";
import { characterAt, isOrdinary, type NameHits, showAt } from "./names.ts";
import { nothing, type Promised, promisedBy } from "./promise.ts";
import type { Tokens } from "./tokens.ts";
import type { Passage } from "./types.ts";

/** Words beside the name: a number, "from" and another's show. */
const mostWords = 4;

/** "5 - Mami. She pours …": of a line with a number the first sentence is the entry, and the rest tells of it. */
const numberedEntry = /^\W*(no\.? ?)?\d{1,3}\W{1,4}[^\s.?!…][^.?!…]*(?=\.\s)/i;

/** "Definitely Mami. I cried for a week.": an answer is a sentence of its own. */
const answer = /^[^.?!…]+(?=[.!…])/;
const mostInAnswer = 3;

/**
 * Each sentence asks for the line that it stands in. Of a long one no more is read than these words, names and all, and
 * these letters at its end: a page may repeat a name in it a thousand times.
 */
const mostInLine = 120;
const longestClose = 20;

/** Does the line in which letter `at` stands, or what begins it, hardly do more than name somebody? */
export function isEntry(
  { text, role }: Passage,
  { tokens, hits }: NamedText,
  { asked }: Promised,
  at = 0,
): boolean {
  const start = text.lastIndexOf("\n", at) + 1;
  const next = text.indexOf("\n", at);
  const whole = text.slice(start, next < 0 ? undefined : next);
  const isHeading = role === "heading";
  const short = isHeading ? null : (numberedEntry.exec(whole) ?? (asked ? answer.exec(whole) : null));
  const line = short?.[0] ?? whole;
  const end = start + line.length;
  if (at > end) return false;
  if ((isHeading ? /\?\W*$/ : /[.?!…]\W*$/).test(line.slice(-longestClose))) return false;
  const first = tokens.start.findIndex((letter) => letter >= start);
  let name = hits.from.findIndex((token) => token >= first);
  const named = hits.from[name]!;
  let most = asked && !isHeading ? mostInAnswer : mostWords;
  if (isHeading && isClause(tokens, hits.to[name] ?? 0)) most *= 2;
  let words = 0;
  let i = first;
  for (; i < tokens.count && tokens.end[i]! <= end; i++) {
    if (hits.to[name]! <= i) name++;
    if (!(hits.from[name]! <= i)) words++;
    if (words > most || i > first + mostInLine) return false;
  }
  return named < i;
}

/** "Itachi Commits Genocide", "Mami's Death Changes Everything": does a heading's sentence go on so behind the name? */
function isClause(tokens: Tokens, at: number): boolean {
  if (at >= tokens.count || !/(^|[^s])s$|ed$/.test(tokens.word(at))) return false;
  return (tokens.capital[at] || tokens.capital[at + 1]) === 1;
}

/** What a heading adds to a name without saying whose it is: "The Death of Mami". */
const fillers = wordSet("the a of and in from death demise fall loss sacrifice betrayal fate end");

/** More bearers of whom the same is told: the name says too little. */
const mostBearers = 3;

/**
 * Whom an entry means by a name that proves nothing elsewhere ("L", "Marco"): those of its bearers of whom the promise
 * is true.
 */
export function entryMentions(
  passage: Passage,
  text: NamedText,
  promised: Promised,
  know: (show: number) => Knowledge,
): Mention[] {
  const { names, tokens, hits } = text;
  const out: Mention[] = [];
  if (passage.text.includes("\n") || !isEntry(passage, text, promised)) return out;
  // "Mami's Death" in a list of twists.
  const own = promisedBy(tokens, []);
  const told = own === nothing ? promised : own;
  // "Ellen Marsh" and "Ellen Williams" in a list of obituaries are nobody of ours.
  const verb = hits.to[0]!;
  const isSentence = isClause(tokens, verb) && (own !== nothing || verb + 1 < tokens.count);
  for (let i = 0; i < (isSentence ? verb : tokens.count); i++)
    if (tokens.capital[i] && !isIn(hits, i) && !fillers.has(tokens.word(i))) return out;
  hits.from.forEach((from, h) => {
    const to = hits.to[h]!;
    if (capitalsOf(text, h) === 0) return;
    // "A plan for the transition" is not about A.
    if (tokens.length[from] === 1 && to < tokens.count && !tokens.capital[to]) return;
    for (const r of bearersAt(text, h)) {
      const show = showAt(names, r);
      const character = characterAt(names, r) - 1;
      // "March" in a list of links is a month.
      if (character < 0 || (isOrdinary(names, r) && passage.role !== "heading")) continue;
      if (isPromised(know(show), [character], told)) out.push({ from, to, show, character });
    }
  });
  return out.length > mostBearers ? [] : out;
}

function isIn({ from, to }: NameHits, token: number): boolean {
  return from.some((first, h) => token >= first && token < to[h]!);
}

/**
 * Is a promised fact told of the first of these characters? Who follows is mostly beside the point; a couple is two.
 */
export function isPromised(k: Knowledge, characters: readonly number[], promised: Promised): boolean {
  const tells = ({ kind, subjects, agents }: Fact, c: number) =>
    subjects.includes(c) || (kind !== "death" && agents.includes(c));
  return k.facts.some((f) => {
    if (f.premise || !promised.kinds.includes(f.kind)) return false;
    const whose = f.kind === "couple" ? characters : characters.slice(0, 1);
    return whose.length >= (f.kind === "couple" ? 2 : 1) && whose.every((c) => tells(f, c));
  });
}

/** What has been promised, heard as if the entry had said it. */
export function hearPromise(cues: CueHits, { kinds }: Promised): CueHits {
  const counts = cues.counts.slice();
  for (const kind of kinds) counts[classIndex[kind]]! += 1;
  return { ...cues, counts };
}
