/** What axe-core finds on pages that is ours and stays, each with its reason: docs/compatibility.md gives them. */
export const exceptions = {
  "nested-interactive":
    "where the page itself has made a button or a `<summary>` of the text or the picture, ours stands in it: else nobody " +
    "without a mouse could show what is hidden there.",
  "aria-hidden-focus":
    "a link in a paragraph that is covered can be reached by Tab, and screen readers pass over the paragraph: its text is " +
    "in the document, and would be read aloud. To take the link out of the order as well we would have to change " +
    "elements that a script may be about to take over, and a copy that the page makes meanwhile would stay so for good. " +
    "It ends with the veil, and where there can be none when the passage is shown.",
} as const;

export type Exception = keyof typeof exceptions;

/** How the lines begin (axe.ts) that belong to it, and no others. */
const excused: Readonly<Record<Exception, RegExp>> = {
  "nested-interactive": /^nested-interactive: (summary|button)\b[^:]*, with ours:/,
  "aria-hidden-focus": /^aria-hidden-focus: [^:]*, covered\b/,
};
const names = Object.keys(excused) as Exception[];

/** What such pages lack themselves. */
const theirs = /^(landmark-one-main|region):/;

export interface Ours {
  readonly faults: readonly string[];
  readonly excused: readonly Exception[];
}

/** What of the lines is ours: what should not be, and which exceptions there are. */
export function oursOf(lines: readonly string[]): Ours {
  const named = (line: string) => names.find((name) => excused[name].test(line));
  const ours = lines.filter((line) => !theirs.test(line));
  return {
    faults: ours.filter((line) => !named(line)),
    excused: names.filter((name) => ours.some((line) => named(line) === name)),
  };
}
