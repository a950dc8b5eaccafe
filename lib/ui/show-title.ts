/** Titles of shows in the reader's language: it has them in Japanese, and English ones for all others. */
import { i18n } from "#i18n";
import { nativeTitle, type Titled } from "../catalog/native-title.ts";

const japanese = () => i18n.t("app.lang") === "ja";

/** What a show is called here. */
export const titleOf = (show: Titled) => (japanese() ? nativeTitle(show) : show.title);

/** By what the shows are called here; they come by their English titles. */
export function byTitle<T>(items: readonly T[], show: (item: T) => Titled): readonly T[] {
  if (!japanese()) return items;
  const { compare } = new Intl.Collator("ja");
  return items
    .map((item) => ({ item, title: nativeTitle(show(item)) }))
    .sort((a, b) => compare(a.title, b.title))
    .map(({ item }) => item);
}

/** The catalog in the order in which it is listed. */
export const listed = <S extends Titled>(shows: readonly S[]) => byTitle(shows, (show) => show);
