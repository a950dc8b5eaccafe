/** The studios whose shows can be looked up, and so marked, at once. */
import { i18n } from "#i18n";
import spellings from "../../../data/studios.json";
import type { CatalogShow } from "../popup/model.ts";

/** Of a studio with fewer shows each is found sooner by its title. */
const least = 3;

/** What Japanese readers know by another spelling; all others write themselves in Latin letters there, too. */
const japanese: Readonly<Record<string, string | undefined>> = spellings;

/** Studios as the catalog has them, each with what it is called here, in the order of that. */
export function studiosOf(
  shows: readonly CatalogShow[],
): readonly (readonly [studio: string, words: string])[] {
  const counts = new Map<string, number>();
  for (const { studio } of shows) if (studio) counts.set(studio, (counts.get(studio) ?? 0) + 1);
  const isJapanese = i18n.t("app.lang") === "ja";
  const words = (studio: string) => (isJapanese && japanese[studio]) || studio;
  const { compare } = new Intl.Collator(isJapanese ? "ja" : undefined);
  return [...counts]
    .flatMap(([studio, count]) => (count < least ? [] : [[studio, words(studio)] as const]))
    .sort(([, a], [, b]) => compare(a, b));
}
