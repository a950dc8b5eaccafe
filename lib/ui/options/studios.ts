/** The studios whose shows can be looked up, and so marked, at once. */
import { i18n } from "#i18n";
import type { CatalogShow } from "../popup/model.ts";

/** Of a studio with fewer shows each is found sooner by its title. */
const least = 3;

/** What Japanese readers know by another spelling; all others write themselves in Latin letters there, too. */
const japanese: Readonly<Record<string, string>> = {
  Bones: "ボンズ",
  "Bee Train": "ビィートレイン",
  "Brain's Base": "ブレインズ・ベース",
  "CoMix Wave Films": "コミックス・ウェーブ・フィルム",
  "Kyoto Animation": "京都アニメーション",
  Madhouse: "マッドハウス",
  Orange: "オレンジ",
  Pierrot: "ぴえろ",
  "Science SARU": "サイエンスSARU",
  Shaft: "シャフト",
  "Studio Chizu": "スタジオ地図",
  "Studio Deen": "スタジオディーン",
  "Studio Ghibli": "スタジオジブリ",
  Sunrise: "サンライズ",
  "TMS Entertainment": "トムス・エンタテインメント",
  "Toei Animation": "東映アニメーション",
  Trigger: "トリガー",
};

/** Studios as the catalog has them, each with what it is called here, in the order of that. */
export function studiosOf(
  shows: readonly CatalogShow[],
): readonly (readonly [studio: string, words: string])[] {
  const counts = new Map<string, number>();
  for (const { studio } of shows) if (studio) counts.set(studio, (counts.get(studio) ?? 0) + 1);
  const language = i18n.t("app.lang");
  const words = (studio: string) => (language === "ja" && japanese[studio]) || studio;
  const { compare } = new Intl.Collator(language);
  return [...counts]
    .flatMap(([studio, count]) => (count < least ? [] : [[studio, words(studio)] as const]))
    .sort(([, a], [, b]) => compare(a, b));
}
