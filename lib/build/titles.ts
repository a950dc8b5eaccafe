/**
 * The shows' native titles among the Japanese messages (key: lib/page/words.ts): there the labels on pages and the
 * context menu find them, and readers of other languages carry none of them.
 */
import { join } from "node:path";
import { nativeTitle, type Titled } from "../catalog/native-title.ts";
import { titleKey } from "../page/words.ts";
import { type Asset, changeMessages } from "./messages.ts";

/** Puts them into the file of messages, which must be among the assets. */
export function addTitles(
  assets: readonly Asset[],
  shows: readonly (Titled & { readonly id: string })[],
): void {
  const file = assets.find(({ relativeDest }) => relativeDest === join("_locales", "ja", "messages.json"));
  if (file?.contents === undefined) throw new Error("no Japanese messages to put the shows' titles into");
  changeMessages(file, (messages) => {
    // A dollar stands for what is put in, two for one.
    for (const show of shows)
      messages[titleKey(show.id)] = { message: nativeTitle(show).replaceAll("$", () => "$$") };
  });
}
