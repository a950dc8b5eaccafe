/**
 * The words of pages as one message more in each language: the shield asks for all of them with the first
 * (entrypoints/shield/chrome.ts), for an update of the extension leaves it at work in open pages, where it can ask no
 * longer.
 */
import { pageWordsKey } from "../page/words.ts";
import { type Asset, changeMessages } from "./messages.ts";

/** Puts it into each file of messages among the assets. */
export function addPageWords(assets: readonly Asset[]): void {
  for (const file of assets) {
    if (!/^_locales.*messages\.json$/.test(file.relativeDest) || file.contents === undefined) continue;
    changeMessages(file, (messages) => {
      const words = Object.entries(messages)
        .filter(([key]) => /^(veil_|kind_|app_lang$)/.test(key))
        .map(([key, { message }]) => [key, message]);
      messages[pageWordsKey] = { message: JSON.stringify(Object.fromEntries(words)) };
    });
  }
}
