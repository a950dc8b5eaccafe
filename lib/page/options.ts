/** What the page layer is given and what it gives back. */
import type { Kind } from "../catalog/types.ts";
import type { RuleSet } from "../detect/rules/ruled.ts";
import type { Detector, Finding } from "../detect/types.ts";
import type { Snapshot } from "../preferences/snapshot.ts";
import type { Schedule } from "./schedule.ts";
import type { Say } from "./words.ts";

export interface ShieldOptions {
  readonly document: Document;
  /** Called once, when the first passage passes `gate`: building the tables costs some milliseconds. */
  readonly detector: () => Detector;
  /**
   * Cheap test whether a text could concern the catalog at all, asked of each in turn until the first that does; then
   * the page is read from its top.
   */
  readonly gate: (text: string) => boolean;
  /** The reader's own rules; `update` fills them in. */
  readonly rules: RuleSet;
  /** An element's shadow root: `chrome.dom.openOrClosedShadowRoot` where there is one. */
  readonly openShadow: (element: Element) => ShadowRoot | null;
  /**
   * Keep in each veil, out of the page's reach, what it hides: for browsers that end this script without a word when
   * the extension is updated, and start the new one in the same page (leftovers.ts).
   */
  readonly recoverable: boolean;
  /** What readers read on the page. */
  readonly say: Say;
  /** The reader has called this "not a spoiler": its keys are to be remembered, and come back as `spared`. */
  readonly onSpare: (keys: readonly string[]) => void;
  /**
   * The reader has seen what this gives away: their progress is to be moved to there, and comes back with the
   * preferences. False: nobody is left to do so.
   */
  readonly onSeen: (finding: Finding) => unknown;
  /** Keys that are revealed from now on; none: all are hidden again. To be given back by `recall` in the same tab. */
  readonly onReveal: (keys: readonly number[]) => void;
  /** Asked once, when something is hidden for the first time. */
  readonly recall: (done: (keys: readonly number[]) => void) => void;
  /** What the browser's menu can offer where it would be opened now; nothing: that is on nothing hidden. */
  readonly onPoint: (items: readonly VeilItem[]) => void;
  /** The page has come back from the back/forward cache. */
  readonly onReturn: () => void;
  /** Told, debounced, when what is hidden has changed; of a frame that goes away with something hidden, nothing. */
  readonly onChange: (summary?: Summary) => void;
  /** Ends everything and gives the page its text back. */
  readonly signal: AbortSignal;
  /** Clock and timers; tests bring their own. */
  readonly schedule?: Partial<Schedule>;
  /** Did a person cause this event? Tests bring their own. */
  readonly trusted?: (event: Event) => boolean;
}

/** What the browser's menu offers on something hidden: to show it, or an answer of its label. */
export type VeilItem = "show" | "showPicture" | "spare" | "seen" | "read" | "seenAll";

export type Trouble = "reading" | "hiding";

export interface Summary {
  /** Hidden stretches: a sentence in three text nodes counts once. */
  readonly veils: number;
  readonly shows: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, Readonly<Partial<Record<Kind, number>>>>>;
  /** Stretches that a personal rule hides, and no show of the catalog. */
  readonly rules: number;
  /** Is something shown that would be hidden if the reader had not revealed it? */
  readonly revealed: boolean;
  /** What went wrong: in reading the page, or in hiding something of it; in the words of the browser. */
  readonly problems?: readonly { readonly kind: Trouble; readonly detail: string }[];
}

export interface Shield {
  /** Undefined: not known yet, as if nothing were watched. `on` is false where the reader has switched it off. */
  update(snapshot: Snapshot | undefined, on: boolean): void;
  revealAll(): void;
  hideAgain(): void;
  /** Moves the focus to the next veil of this document, the first after the last. False: there is none. */
  nextVeil(): boolean;
  /** Does what has been chosen to what the browser's menu was opened on last; nothing where that was nothing hidden. */
  choose(item: VeilItem): void;
  summary(): Summary;
}
