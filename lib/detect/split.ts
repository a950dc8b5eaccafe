/** A passage's tokens to its sentences. */
import type { Mention } from "./mentions.ts";
import { sentenceEnds } from "./sentences.ts";
import type { Tokens } from "./tokens.ts";

/** A stretch of the passage's text and of its tokens, with the mentions in it. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly mentions: readonly Mention[];
}

const noMentions: readonly Mention[] = [];

/**
 * A longer one is cut: judging takes time by the square of its names, and no sentence of people has so many words (the
 * longest of the corpus has 53). A page that repeats a name a million times must not stop the browser.
 */
const mostWords = 250;

/** The sentences in order; none is without a word. */
export function splitSentences(tokens: Tokens, mentions: readonly Mention[]): Span[] {
  const sorted = mentions.length > 1 ? [...mentions].sort((a, b) => a.from - b.from) : mentions;
  const inTitle = new Set<number>();
  for (const m of sorted) {
    const end = tokens.end[m.to - 1]!;
    for (let at = tokens.start[m.from]! + 1; at < end; at++)
      // A line break or space within a character's name ends no sentence either; a full stop there is an initial's.
      if (m.character < 0 || /\s/.test(tokens.text[at]!)) inTitle.add(at);
    if (m.character >= 0) continue;
    // "Angel Beats! is", "Is the Order a Rabbit? is": these marks belong to the title, a full stop does not.
    for (let at = end; (m.to - m.from > 3 ? /[!?]/ : /!/).test(tokens.text[at] ?? ""); at++) inTitle.add(at);
  }
  const ends = cutRunIns(
    tokens,
    sorted,
    sentenceEnds(tokens.text, (offset) => inTitle.has(offset)),
  );
  const out: Span[] = [];
  let start = 0;
  let token = 0;
  let mention = 0;
  const take = (end: number, from: number) => {
    const first = mention;
    while (mention < sorted.length && sorted[mention]!.from < token) mention++;
    const own = mention > first ? sorted.slice(first, mention) : noMentions;
    if (token > from) out.push({ start, end, from, to: token, mentions: own });
    start = end;
  };
  for (const end of ends) {
    let from = token;
    for (; token < tokens.count && tokens.start[token]! < end; token++) {
      if (token - from < mostWords || sorted.some((m) => m.from < token && token < m.to)) continue;
      take(tokens.start[token]!, from);
      from = token;
    }
    take(end, from);
  }
  return out;
}

const runIn = /^\s*[–—-]\s[^:.!?]{2,60}:(?=\s)|^[^.!?(]{0,30}\((?:19|20)\d\d\)(?=\s["“A-Z])/;

/**
 * "Show – What happens: The first episode …", "Show (2021) She …": lists put a heading of their own before the first
 * sentence.
 */
function cutRunIns(tokens: Tokens, mentions: readonly Mention[], ends: readonly number[]): readonly number[] {
  const out = [...ends];
  const known = new Set(ends);
  for (const m of mentions) {
    if (m.character >= 0) continue;
    const start = tokens.start[m.from]!;
    if (start > 0 && !known.has(start)) continue;
    const after = tokens.end[m.to - 1]!;
    const found = runIn.exec(tokens.text.slice(after, after + 70));
    if (found) out.push(after + found[0].length + 1);
  }
  return out.length === ends.length ? ends : [...new Set(out)].sort((a, b) => a - b);
}
