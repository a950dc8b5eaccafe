/**
 * All messages between the parts of the extension, as types. One-off messages only, no ports: a port closes when a
 * page enters the back/forward cache. Preferences are not sent at all: pages follow `storage.onChanged` (snapshot.ts).
 *
 *   content (every frame) ── summary, site, paused, spare, seen, revealed, recall, pointed ──► background
 *   popup ── page, preferences, edit, undo, erase, repair, discard, dismiss, copy ──► background
 *   popup, background ── reveal-all, hide-again, next-veil, selection, report, where, choose ──► content
 *   (tabs.sendMessage)
 *
 * This file is part of the content script: no zod here. The background checks what it receives with
 * `background/accept.ts`.
 */
import type { Kind, ToldAt } from "./catalog/types.ts";
import type { Change, Choices, Edit } from "./preferences/choices.ts";

export type KindCounts = Readonly<Partial<Record<Kind, number>>>;

/** What one frame has veiled. Counts only: never a word of what stands behind a veil. */
export interface Summary {
  readonly veils: number;
  /** Veils by show id. */
  readonly shows: Readonly<Record<string, number>>;
  /** Veils by show id and kind; a veil may have several. */
  readonly kinds: Readonly<Record<string, KindCounts>>;
  /** Veils by a personal rule that names no show of the catalog. */
  readonly rules: number;
  /** Is something shown that would be hidden if the reader had not revealed it? */
  readonly revealed: boolean;
  readonly problems?: readonly PageProblem[] | undefined;
}

/** What went wrong in a frame. The popup has the words for each; what the browser says of it is for reports. */
export interface PageProblem {
  /** Of reading it: something may be shown that should be hidden. Of hiding: that, or too much is hidden. */
  readonly kind: "reading" | "hiding";
  readonly detail: string;
}

/** From a content script, each frame for itself. */
export type ContentMessage =
  /** Without a summary: the frame goes away. */
  | { readonly type: "summary"; readonly summary?: Summary | undefined }
  /**
   * Which site the tab shows: for frames that cannot see their top page and so do not know whether the shield is
   * off there. Answered with `SiteAnswer`.
   */
  | { readonly type: "site" }
  /** Is the pause until the browser starts again still on? Answered with a boolean. Until then the page is shielded. */
  | { readonly type: "paused" }
  /** The reader has called this "not a spoiler": its keys are kept in the preferences, as one change. */
  | { readonly type: "spare"; readonly keys: readonly string[] }
  /** The reader has seen what this show tells there; `where` undefined: all of it. */
  | { readonly type: "seen"; readonly show: string; readonly where?: ToldAt | undefined }
  /** Keys of what has been revealed; none: all of it is hidden again. */
  | { readonly type: "revealed"; readonly keys: readonly number[] }
  /** Which keys have been revealed in this tab? Answered with `RecallAnswer`. Asked only where something is hidden. */
  | { readonly type: "recall" }
  /** The pointer rests on something hidden, or the keyboard is at it: what can be done to it. None: not any more. */
  | { readonly type: "pointed"; readonly items: readonly VeilItem[] };

/** What the browser's menu offers on something hidden (lib/page/menu.ts). */
export type VeilItem = "show" | "showPicture" | "spare" | "seen" | "read" | "seenAll";

export interface RecallAnswer {
  readonly keys: readonly number[];
}

/** To content scripts. */
export type PageCommand =
  | { readonly type: "reveal-all" }
  | { readonly type: "hide-again" }
  /** Moves the focus to the next veil. */
  | { readonly type: "next-veil" }
  /** Asked of all frames; those in which something is selected answer with the text, if none of theirs has the focus. */
  | { readonly type: "selection" }
  /** Every frame sends its `summary` again: the background counts anew after navigations and for the popup. */
  | { readonly type: "report" }
  /**
   * Asked of the top frame only (`{ frameId: 0 }`), which answers with `SiteAnswer` through `sendResponse`: without
   * the "tabs" permission nobody else knows the address of a tab.
   */
  | { readonly type: "where" }
  /** Chosen in the browser's menu: for the frame in which it was opened. */
  | { readonly type: "choose"; readonly item: VeilItem };

/** `location.hostname` as it is; undefined or empty where a page has none. */
export interface SiteAnswer {
  readonly host?: string | undefined;
}

/** From the extension's own pages. Every change answers with the state after it. */
export type PopupMessage =
  | { readonly type: "page"; readonly tabId: number }
  | { readonly type: "preferences" }
  /** One undoable change, however much it changes: all of it is written, or nothing. */
  | {
      readonly type: "edit";
      readonly edit: Edit;
      /** Of its shows only those are written which it takes on from where they are by then (onward.ts). */
      readonly onward?: boolean | undefined;
    }
  /** Takes back the last change; with a `change` (`lastChange.id`) only if that is still the last. */
  | { readonly type: "undo"; readonly change?: number | undefined }
  | { readonly type: "erase" }
  /** Mends what `problems` tells of, as far as it can be. */
  | { readonly type: "repair" }
  /** Deletes the rows that were set aside. */
  | { readonly type: "discard" }
  /** The reader knows that choices were lost. */
  | { readonly type: "dismiss" }
  /** Everything that can be read, as a file: a backup with the rows that were set aside. */
  | { readonly type: "copy" };

export interface CopyAnswer {
  readonly name: string;
  readonly text: string;
}

/** A tab as the popup shows it: its frames summed up. */
export interface PageReport {
  /** Without "www."; undefined where the page has no site or the shield does not run there. */
  readonly host: string | undefined;
  readonly veils: number;
  readonly shows: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<string, KindCounts>>;
  readonly rules: number;
  /** Is there something to be hidden again? */
  readonly revealed: boolean;
  readonly problems: readonly PageProblem[];
}

/** The preferences as the user set them (the snapshot adds what follows from them). */
export interface PreferencesState extends Choices {
  /** Grows with every change. */
  readonly revision: number;
  /** What `undo` takes back. */
  readonly lastChange: Change | null;
  readonly problems: readonly StoreProblem[];
}

/** What is wrong with the store. The popup has the words for each. */
export type StoreProblem =
  /** Rows that could not be read: set aside, not deleted. */
  | { readonly kind: "damaged"; readonly rows: number }
  /** IndexedDB cannot be used: choices cannot be changed; the last snapshot holds. */
  | { readonly kind: "closed" }
  /** The same, because a later version of the extension has written it. */
  | { readonly kind: "newer" }
  /** Saved, but pages could not be told: storage.local refused the snapshot. */
  | { readonly kind: "snapshot" }
  /** There were choices, and nothing is left of them: files of the browser's profile were damaged. */
  | { readonly kind: "lost" };

/** What the background answers to a popup message. `error` is for logs; the popup has its own words. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string };

/** The answer that belongs to each popup message. */
export type Answer<M extends PopupMessage> = M extends { type: "page" }
  ? PageReport
  : M extends { type: "copy" }
    ? CopyAnswer
    : PreferencesState;

const commands: readonly PageCommand["type"][] = [
  "reveal-all",
  "hide-again",
  "next-veil",
  "selection",
  "report",
  "where",
  "choose",
];

/** True for a command that the content script understands. */
export function isPageCommand(message: unknown): message is PageCommand {
  if (typeof message !== "object" || message === null || !("type" in message)) return false;
  return (commands as readonly unknown[]).includes(message.type);
}
