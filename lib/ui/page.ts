/** What every page of the extension says of itself to the browser and to assistive technology. */
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import type { Say } from "../page/words.ts";

/** The language of the words: not always that of the browser, for which we may have none. */
export function localize(document: Document): void {
  document.documentElement.lang = i18n.t("app.lang");
}

/** Messages by their keys as browsers have them, for the veils that our own pages show. */
export const say: Say = (key, ...put) =>
  browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], put);
