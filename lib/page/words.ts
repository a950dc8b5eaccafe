/** The words that readers meet on a page. English, unless the extension brings those of another language. */
import type { Finding } from "../detect/types.ts";

export interface Words {
  /** What an attribute or the tab's title says instead. */
  readonly hidden: string;
  /** Names of buttons: what they do, not what they hide. */
  readonly show: string;
  readonly showPicture: string;
  readonly ask: string;
  readonly spare: string;
  /** What moves the reader's progress to where this is told, or to the end where that is not known. */
  readonly seen: (finding: Finding) => string;
  /** "Madoka Magica · death · episode 3" */
  readonly describe: (finding: Finding) => string;
  /** One line on why it is hidden, without a word of what is hidden. */
  readonly why: (finding: Finding) => string;
}

/** Is it known to the episode or part where the show tells this? */
export const isPlaced = ({ where }: Finding) => !!where && "part" in where;

function describe({ title, kind, where }: Finding): string {
  const words = [title, kind];
  if (where && "part" in where) {
    if (where.part > 1) words.push(`part ${where.part}`);
    if (where.episode !== undefined) words.push(`episode ${where.episode}`);
  }
  return words.join(" · ");
}

export const english: Words = {
  hidden: "Spoiler hidden",
  show: "Spoiler hidden. Show it.",
  showPicture: "Picture hidden. Show it.",
  ask: "Why is this hidden?",
  spare: "Not a spoiler",
  seen: (finding) => (isPlaced(finding) ? "I have seen this" : "I have seen all of it"),
  describe,
  why: (finding) =>
    finding.spoiler
      ? `The catalog lists this ${finding.kind}, and you have not marked it as seen.`
      : `It is worded like a ${finding.kind} (${Math.round(finding.score * 100)} % sure); the catalog does not list it.`,
};
