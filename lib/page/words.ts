/** The words that readers meet on a page. They stand in locales/; the wiring knows how to say them. */
import type { Say } from "../detect/reasons.ts";
import type { Finding } from "../detect/types.ts";

export type { Say } from "../detect/reasons.ts";

/**
 * Looked up when they are needed, not before: most frames never say a word, and the first look-up waits for the
 * browser.
 */
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

/** What the reader may say of it: to the chapter of a manga, to the episode or part, or where that is not known. */
export const seenItem = ({ where }: Finding) =>
  where && "part" in where ? (where.unit === "chapter" ? "read" : "seen") : "seenAll";

/** The message that holds all words of pages, by their keys as JSON (lib/build/page-words.ts). */
export const pageWordsKey = "veil_all";

/** The message that is a show's title: those of Japanese have them (lib/build/titles.ts). */
export const titleKey = (show: string) => `title_${show.replaceAll("-", "_")}`;

/** A show's title in the reader's language; `title` is the catalog's own. */
export const localTitle = (say: Say, show: string, title: string) =>
  (say("app_lang") === "ja" && say(titleKey(show))) || title;

export function createWords(say: Say): Words {
  const kind = (finding: Finding) => say(`kind_${finding.kind}`);
  return {
    get hidden() {
      return say("veil_hidden");
    },
    get show() {
      return say("veil_show");
    },
    get showPicture() {
      return say("veil_showPicture");
    },
    get ask() {
      return say("veil_ask");
    },
    get spare() {
      return say("veil_spare");
    },
    seen: (finding) => say(`veil_${seenItem(finding)}`),
    describe(finding) {
      // The words of a rule may be the spoiler itself.
      if (finding.rule !== undefined) return [finding.title, say("veil_rule")].filter(Boolean).join(" · ");
      const words = [localTitle(say, finding.show, finding.title), kind(finding)];
      const { where } = finding;
      if (where && "part" in where) {
        if (where.part > 1) words.push(say("veil_part", `${where.part}`));
        if (where.episode !== undefined && where.unit !== "part")
          words.push(say(where.unit === "chapter" ? "veil_chapter" : "veil_episode", `${where.episode}`));
      }
      return words.join(" · ");
    },
    why: (finding) =>
      finding.rule !== undefined
        ? say("veil_byRule")
        : finding.spoiler !== undefined
          ? say("veil_listed", kind(finding))
          : say("veil_worded", kind(finding), `${Math.round(finding.score * 100)}`),
  };
}
