/** What every page of the extension says of itself to the browser and to assistive technology. */
import { i18n } from "#i18n";

/** The language of the words: not always that of the browser, for which we may have none. */
export function localize(document: Document): void {
  document.documentElement.lang = i18n.t("app.lang");
}
