/** What reads letters by patterns takes time by their number alone, whatever they are: no page can stop it. */
import { expect, test, vi } from "vitest";
import { sentenceEnds } from "../../../lib/detect/sentences.ts";
import { clean, origin } from "../../../lib/page/clean.ts";
import { backgroundIn, fileWords } from "../../../lib/page/file-words.ts";
import { unbroken } from "../../../lib/page/line-ends.ts";
import { cut } from "../../../lib/page/passages.ts";
import { selectedWords } from "../../../lib/page/selection.ts";
import { unwrap } from "../../../lib/page/wrapped.ts";
import { phraseRule } from "../../../lib/preferences/phrase.ts";
import { growth, mostForTwice } from "./growth.ts";

vi.stubGlobal("document", { activeElement: null });

/** One of each letter that a pattern looks for, and of what it looks for around them. */
const units = [
  ...["a", "A ", "ア", "1", " ", "\t", "\n", "\u00a0", "\u200b", "\u00ad\u200b", "\r\n", " \n"],
  ...[".", ". ", '."', ".) ", "?!", "...", "…", "。」", "Mr. ", "A.B. ", "[1]", "[[", ".[a]"],
  ...["😭", "😭 ", ":(", ":'(", ":", "\ufe0f", "👍🏽", "\ud83d", "🇯🇵"],
  ...["background", "background:", "url(", "background:url(", "url('", "background;", "background: url(a) "],
  ...["%", "%41", "/", "-", "aB", "a-b_c.", "?", "#", "(edited)", "(", "data:"],
  `${"word ".repeat(12)}\n`,
];

/** A selection of this text, which begins behind `before` and ends in front of `after`. */
function selection(before: string, text: string, after: string): Selection {
  const startContainer = { nodeType: 3, data: before };
  const endContainer = { nodeType: 3, data: after };
  const range = { startContainer, startOffset: before.length, endContainer, endOffset: 0 };
  return { rangeCount: 1, getRangeAt: () => range, toString: () => text } as unknown as Selection;
}

/** Each takes a text of any length, as a page may have it. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  sentences: (text) => sentenceEnds(text, () => false),
  "a text's letters": (text) => clean(text, false),
  "the letters of a text with lines": (text) => clean(text, false, true),
  "where a letter was": (text) => origin(text, false, text.length),
  "columns of text": unwrap,
  "words and line ends": unbroken,
  "a line's passages": (text) => cut([{ data: text } as Text], (node) => node.data),
  "a style's background": backgroundIn,
  "a file's name": fileWords,
  "what is selected": (text) => selectedWords(selection("The b", text, "aker.")),
  "what a selection begins in": (text) => selectedWords(selection(text, "a", text)),
  "what a selection begins behind": (text) => selectedWords(selection(`${text}.`, "a", `.${text}`)),
  "a rule of a selection": (text) => phraseRule(text, "r"),
};

test.each(Object.keys(readers))("%s: twice the letters take twice as long", async (name) => {
  const read = readers[name]!;
  for (const unit of units)
    expect(
      await growth((share) => {
        const text = `x${unit.repeat((share * 20_000) / unit.length)}y`;
        return () => read(text);
      }),
      JSON.stringify(unit),
    ).toBeLessThan(mostForTwice);
});
