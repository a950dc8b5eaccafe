/**
 * In which language a passage is written, by its commonest words (data/tongues.txt): which glossary (glossary.ts) it is
 * read with.
 */
import { hashWord, type Tokens } from "./tokens.ts";

/** The first needs no glossary; the others are files of data/glossary. */
export const tongues = ["en", "es", "pt", "fr", "de", "ja"] as const;

const english = 0;
export const german = tongues.indexOf("de");
export const japanese = tongues.indexOf("ja");

interface Common {
  /** The tongues that have it, a bit each. */
  bits: number;
  /** The passage in which it was met last. */
  met: number;
}

/** By a word's hash. */
export type Commonest = ReadonlyMap<number, Common>;

/** `Tables.commonest`. */
export function readCommonest(text: string): Commonest {
  const out = new Map<number, Common>();
  text.split(",").forEach((words, tongue) => {
    for (const word of words.split(" ")) {
      const hash = hashWord(word);
      const common = out.get(hash) ?? { bits: 0, met: 0 };
      common.bits |= 1 << tongue;
      out.set(hash, common);
    }
  });
  return out;
}

/** Index into `tongues` of a language as pages name it; English where it is none of them. */
export function tongueNamed(lang = ""): number {
  return Math.max(english, (tongues as readonly string[]).indexOf(lang.slice(0, 2).toLowerCase()));
}

/** Fewer different ones of a language's commonest words say nothing: a name may have two. */
const fewest = 2;

let passages = 0;

/** Index into `tongues`; `before`: that of the text before, which is kept where this one does not show its own. */
export function tongueOf(known: Commonest, tokens: Tokens, before: number): number {
  const counts = tongues.map(() => 0);
  passages++;
  const { count, hash, start, text } = tokens;
  let kana = 0;
  let letters = 0;
  for (let i = 0; i < count; i++) {
    const c = text.charCodeAt(start[i]!);
    if (c >= 0x3041 && c <= 0x3096) kana++;
    else if (c < 0x3000) letters++;
    const common = known.get(hash[i]!);
    if (!common || common.met === passages) continue;
    common.met = passages;
    for (let t = 0; t < counts.length; t++) counts[t]! += (common.bits >> t) & 1;
  }
  // Among words in Latin letters kana may be a title; by themselves they are the language.
  if (kana > letters) return japanese;
  // No Japanese is written without a letter of its own.
  let best = before === japanese && letters === count ? english : before;
  // Who has written English goes on in it but for good reason: "Roberto de la Cruz and Los Lobos".
  const least = counts[english]! + (best === english ? 1 : 0);
  for (let t = 0; t < counts.length; t++)
    if (counts[t]! >= fewest && counts[t]! > Math.max(counts[best]!, t === english ? 0 : least)) best = t;
  return best;
}
