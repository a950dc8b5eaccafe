/** What a frame uses of the extension API: the few calls that take callbacks in Chromium and Firefox alike. */
import type { ContentMessage, SiteAnswer } from "../../lib/messages.ts";
import { pageWordsKey } from "../../lib/page/words.ts";

/** As both browsers have it under `chrome`. */
interface Api {
  storage: {
    local: { get(key: string, done: (values: Record<string, unknown> | undefined) => void): void };
    onChanged: {
      addListener(on: (changes: Record<string, { newValue?: unknown }>, area: string) => void): void;
    };
  };
  runtime: {
    id?: string;
    lastError?: unknown;
    sendMessage(message: ContentMessage, done: (answer: unknown) => void): void;
    onMessage: {
      addListener(
        on: (message: unknown, sender: { id?: string }, answer: (value: SiteAnswer | string) => void) => void,
      ): void;
    };
  };
  i18n: { getMessage(key: string, put?: string[]): string };
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}

export const { chrome } = globalThis as unknown as { chrome: Api };

/**
 * Says something to the background; where nobody answers, `done` gets undefined. False: the extension has been updated
 * or removed under a page that is still open, and nobody is left to hear.
 */
export function send(message: ContentMessage, done: (answer: unknown) => void = () => {}): false | undefined {
  try {
    chrome.runtime.sendMessage(message, (answer) => done(chrome.runtime.lastError ? undefined : answer));
  } catch {
    return false;
  }
}

/** All words of pages, and the titles that have been said: once the extension is gone none can be asked for. */
let words: Record<string, string>;

/** A text of the interface; "" where the extension went before anything was covered. */
export function say(key: string, ...put: string[]): string {
  try {
    // Put in for itself, each place stays where it is.
    words ??= JSON.parse(chrome.i18n.getMessage(pageWordsKey, ["$1", "$2"]));
    return (words[key] ??= chrome.i18n.getMessage(key)).replace(/\$(\d)/g, (_, at) => put[at - 1] ?? "");
  } catch {
    return "";
  }
}

/** An element's shadow root, open or closed; once the extension is gone, only an open one. */
export function openShadow(element: Element): ShadowRoot | null {
  // Each browser's way is in its own package only: Firefox has no `dom`, and its linter says so.
  if (import.meta.env.FIREFOX)
    return (
      (element as Element & { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null
    );
  try {
    return chrome.dom?.openOrClosedShadowRoot(element) ?? null;
  } catch {
    return element.shadowRoot;
  }
}
