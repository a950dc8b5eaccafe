/** What the reader has selected ("a spoiler slipped through") or searched for in vain becomes a rule. */
import { longestRule, type Rule } from "../catalog/rule.ts";

/**
 * A rule that hides these words wherever they stand; undefined where there is no word in them. Of several lines or cells
 * it is the longest that says most: no passage has them all. More than a rule can hold is cut at the end of a word: the
 * beginning is enough to know the sentence by.
 */
export function phraseRule(selection: string, id: string, show?: string): Rule | undefined {
  let text = longestLine(selection).replace(/\s+/g, " ").trim();
  if (text.length > longestRule) text = text.slice(0, longestRule + 1).replace(/\s*\S*$/, "") || cut(text);
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  return { id, kind: "phrase", text, ...(show === undefined ? {} : { show }) };
}

const longestLine = (text: string) =>
  text
    .split(/[\t\r\n]+/)
    .reduce((longest, line) => (line.trim().length > longest.trim().length ? line : longest));

/** A rule for a show that the catalog lacks; undefined where these words can be no title. */
export function showRule(words: string, id: string): Rule | undefined {
  const text = words.replace(/\s+/g, " ").trim();
  const isTitle = /[\p{L}\p{N}]/u.test(text) && text.length <= longestRule;
  return isTitle ? { id, kind: "show", text, title: text } : undefined;
}

/** Without spaces, as in Japanese: never through the middle of a character of two units. */
function cut(text: string): string {
  return text.slice(0, longestRule).replace(/[\ud800-\udbff]$/, "");
}

/** Is there a rule that says the same? */
export function hasRule(rules: readonly Rule[], { kind, text, show, title }: Omit<Rule, "id">): boolean {
  return rules.some((r) => r.kind === kind && r.text === text && r.show === show && r.title === title);
}
