/** Words of another language that are taken for names. */
import { isScript } from "./fold.ts";
import type { NamedText } from "./named-text.ts";
import { stem } from "./stems.ts";

const apostrophe = /['’]/;
const katakana = /[\u30a1-\u30fc]/;
const kanji = /[\u3400-\u9fff]/;
const inflected = /[\u3041-\u3096](?<![はがのをにともでへやかだじさくちっよね])/;

/**
 * "l'attaque" is not L, "Il" and シーン are words: what the language has as a word and writes small is nobody. `read`: the
 * English of these tokens, if the language has a word for them. A capital shows nothing where a sentence begins, nor
 * anywhere in German ("Rien, en effet", "der Himmel"): `isMeant` says whether a name that is such a word may be meant all
 * the same, beside these others.
 */
export function dropWords(
  { tokens, hits }: Omit<NamedText, "names">,
  read: (from: number, to: number) => string | undefined,
  isMeant: (name: number, others: readonly number[]) => boolean,
): void {
  const { start, end, capital, count, text } = tokens;
  const words: number[] = [];
  const written = capital.subarray(0, count).includes(1);
  const are = (script: RegExp, a: number) => script.test(text[a] ?? "") && script.test(text[a + 1] ?? "");
  const isWord = (from: number, to: number, h: number) => {
    const before = start[from]!;
    const after = end[to - 1]!;
    // Part of a longer word, which nothing else shows: ライトノベル, and of one kanji 結婚.
    if (are(katakana, before - 1) || are(katakana, after - 1)) return true;
    if (after - before === 1 && (are(kanji, before - 1) || are(kanji, before))) return true;
    // 結ばれる is a verb: no particle, title or copula begins so.
    if (after - before === 1 && kanji.test(text[before]!) && inflected.test(text[after] ?? "")) return true;
    // Who writes capitals at all writes names with one.
    if (written && to - from === 1 && !capital[from] && !isScript(text.charCodeAt(before))) return true;
    const english = read(from, to);
    if (english === undefined) return false;
    if (/^[a-z]$/i.test(text.slice(before, after))) return apostrophe.test(text[after] ?? "");
    if (!capital[from] || stem(english) === "") return true;
    words.push(h);
    return false;
  };
  const kept = hits.from.map((from, h) => !isWord(from, hits.to[h]!, h));
  if (words.length > 0) {
    const others = hits.name.filter((_, h) => kept[h] && !words.includes(h));
    for (const h of words) kept[h] = isMeant(hits.name[h]!, others);
  }
  for (const list of [hits.from, hits.to, hits.name]) {
    const left = list.filter((_, h) => kept[h]);
    list.length = 0;
    for (const value of left) list.push(value);
  }
}
