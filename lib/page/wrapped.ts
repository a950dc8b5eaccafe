/**
 * Text that was broken into lines of one width, as mail, README files and old pages have it: such a line break is a
 * space, any other one ends what is said. Pure.
 */

/** Letters in the narrowest column that people break their lines for, and in the widest. */
const narrowest = 40;
const widest = 160;
/** Fewer lines may be as long as each other by chance. */
const fewest = 2;
/** Of the line breaks so many, at the least, are where the next word had no room. */
const share = 0.7;

const firstWord = /^[\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]|^\S+/;
const script = /[\u3000-\u9fff\uff00-\uffef]/;

/** Behind it a word goes on in the next line. */
const hyphen = /(?<=\p{L})[-‐](?=\n\p{Ll})/gu;

/**
 * The same text, letter by letter, but for breaks of wrapped lines: a space, or between letters of Chinese and
 * Japanese, which has none, a space without width. Where a word goes on, nothing that is seen.
 */
export const unwrap = (text: string): string =>
  text.includes("\n") ? spaced(text.replace(hyphen, "\xad")).replaceAll("\xad\n", "\xad\xad") : text;

function spaced(text: string): string {
  const lines = text.split("\n");
  if (lines.length <= fewest) return text;
  // The last line of a paragraph is as long as it happens to be.
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  if (width < narrowest || width > widest) return text;
  const full = lines.map((line, i) => {
    const next = lines[i + 1];
    const word = next && firstWord.exec(next)?.[0];
    return !!word && line.length + 1 + word.length > width;
  });
  const breaks = full.filter(Boolean).length;
  if (breaks < fewest || breaks < share * (lines.length - 1)) return text;
  return lines.reduce((all, line, i) => {
    if (!full[i - 1] || all.endsWith("\xad")) return `${all}\n${line}`;
    return all + (script.test(all.at(-1) ?? "") && script.test(line.charAt(0)) ? "\u200b" : " ") + line;
  });
}
