/** A passage's tokens to its sentences. */
import type { Mention } from "./mentions.ts";
import { makeSentence, type Sentence } from "./sentence.ts";
import { sentenceEnds } from "./sentences.ts";
import type { Tokens } from "./tokens.ts";

/** The sentences in order, each with the mentions in it. */
export function splitSentences(tokens: Tokens, mentions: readonly Mention[]): Sentence[] {
  const sorted = [...mentions].sort((a, b) => a.from - b.from);
  const inTitle = new Set<number>();
  for (const m of sorted) {
    if (m.character >= 0) continue;
    const end = tokens.end[m.to - 1]!;
    for (let at = tokens.start[m.from]! + 1; at < end; at++) inTitle.add(at);
    // "Angel Beats! is", "K-On!! is": these marks belong to the title, a full stop does not.
    for (let at = end; /[!?]/.test(tokens.text[at] ?? ""); at++) inTitle.add(at);
  }
  const ends = cutRunIns(
    tokens,
    sorted,
    sentenceEnds(tokens.text, (offset) => inTitle.has(offset)),
  );
  const out: Sentence[] = [];
  let start = 0;
  let token = 0;
  let mention = 0;
  for (const end of ends) {
    const from = token;
    while (token < tokens.count && tokens.start[token]! < end) token++;
    const first = mention;
    while (mention < sorted.length && sorted[mention]!.from < token) mention++;
    if (token > from) out.push(makeSentence(tokens, from, token, start, end, sorted.slice(first, mention)));
    start = end;
  }
  return out;
}

const runIn = /^\s*[–—-]\s[^:.!?]{2,60}:(?=\s)/;

/** "Show – What happens: The first episode …": lists put a heading of their own before the first sentence. */
function cutRunIns(tokens: Tokens, mentions: readonly Mention[], ends: readonly number[]): number[] {
  const out = [...ends];
  for (const m of mentions) {
    if (m.character >= 0) continue;
    const start = tokens.start[m.from]!;
    if (start > 0 && !ends.includes(start)) continue;
    const after = tokens.end[m.to - 1]!;
    const found = runIn.exec(tokens.text.slice(after, after + 70));
    if (found) out.push(after + found[0].length + 1);
  }
  return [...new Set(out)].sort((a, b) => a - b);
}
