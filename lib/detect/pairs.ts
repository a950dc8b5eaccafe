/**
 * "Matsuda is the one who shoots Light", "Mikasa kills Eren": of names that prove nothing alone, two of one show prove
 * each other with a clue of what befalls one of them, or where one kills the other and the catalog says so.
 */
import { characterOf, showOf } from "./context.ts";
import { noCues } from "./cues.ts";
import { findEvidence } from "./evidence.ts";
import { killsInFact } from "./killing.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Mention } from "./mentions.ts";
import { bearersAt, capitalsOf, type NamedText } from "./named-text.ts";
import { characterAt, showAt } from "./names.ts";
import { makeSentence } from "./sentence.ts";
import { splitSentences } from "./split.ts";
import { type Cast, cast } from "./spoken.ts";
import type { Tokens } from "./tokens.ts";

const none: ReadonlySet<number> = new Set();
/** Stands for whom the passage names where it names several of one show. */
const several = -1;
/** A passage that may name two of more shows than this is a list of names. */
const mostShows = 8;

/**
 * Shows of which the passage may name two characters. One of the names must be left open (`Mentions`), so no word of
 * the language: two words with capitals stand together on every tenth page that is about something else. `taken`: names
 * whose show is known, by their index.
 */
export function pairedShows(
  text: NamedText,
  open: readonly number[],
  taken: readonly unknown[] = [],
): ReadonlySet<number> {
  const { names, hits } = text;
  if (open.length === 0 || hits.from.length < 2) return none;
  const named = new Map<number, number>();
  for (const key of open) {
    const known = named.get(showOf(key));
    named.set(showOf(key), known === undefined || known === characterOf(key) ? characterOf(key) : several);
  }
  const out = new Set<number>();
  for (let h = 0; h < hits.from.length; h++) {
    if (taken[h] !== undefined || capitalsOf(text, h) === 0) continue;
    for (const r of bearersAt(text, h)) {
      const other = named.get(showAt(names, r));
      const character = characterAt(names, r) - 1;
      if (other !== undefined && character >= 0 && character !== other) out.add(showAt(names, r));
    }
  }
  return out.size > mostShows ? none : out;
}

const speaksOf: Cast = new Uint8Array(256);

/**
 * Does a sentence hold a clue of what befalls somebody whom it names, and it or one beside it name another of the show?
 * Or does it say that one kills the other?
 * `know`: of their show, asked for if they are two. `mentions`: of it alone.
 */
export function tellsOfPair(know: () => Knowledge, tokens: Tokens, mentions: readonly Mention[]): boolean {
  const spans = splitSentences(tokens, mentions);
  return spans.some((span, i) => {
    if (span.mentions.length === 0) return false;
    const beside = spans.slice(Math.max(0, i - 1), i + 2).flatMap((other) => other.mentions);
    if (beside.every((m) => m.character === beside[0]!.character)) return false;
    const named = span.mentions.filter((m) => m.character >= 0);
    for (const m of named) speaksOf[m.character] = cast.named;
    const sentence = makeSentence(tokens, span, false);
    const e = findEvidence(know(), sentence, { of: speaksOf, anyone: true, mentions: named }, noCues);
    for (const m of named) speaksOf[m.character] = 0;
    if (e.clue !== undefined && e.margin > 0 && (e.subjectNamed || e.agentNamed)) return true;
    return killsInFact(know(), sentence, span.mentions);
  });
}
