/** In which language a passage is written, by its commonest words: which glossary (glossary.ts) it is read with. */
import { hashWord, type Tokens } from "./tokens.ts";

/** The first needs no glossary; the others are files of data/glossary. */
export const tongues = ["en", "es", "pt", "fr", "de", "ja"] as const;

export const japanese = tongues.indexOf("ja");

/** A word that several of them have counts for each. */
const commonest = [
  "the of and to is that was for with his he she they this from but not are by who at be has have her it you what when",
  "el los las del una y que en por con para su se lo como pero mas es fue este esta ese al muy ya sin no la de un le sus hasta cuando porque",
  "o os as do da dos das um uma e que em no na por com para seu sua se mas mais foi ele ela nao ao muito ja sem de quando ate pelo pela",
  "le les des du un une et que qui dans est pas pour avec sur son sa ses se il elle ce cette au aux mais plus ne la de en par quand jusqu",
  "der die das den dem des ein eine einen und ist nicht mit von zu im sich auf fur er sie es aber auch wird war als bei sein seine ihr ihre nach wenn",
];

/** By the hash of a word the tongues that have it, a bit each; made for the first page about a show. */
let known: Map<number, number> | undefined;

function makeKnown(): Map<number, number> {
  const out = new Map<number, number>();
  commonest.forEach((words, tongue) => {
    for (const word of words.split(" ")) {
      const hash = hashWord(word);
      out.set(hash, (out.get(hash) ?? 0) | (1 << tongue));
    }
  });
  return out;
}

/** Fewer of a language's commonest words say nothing: a name may have two. */
const fewest = 2;

/** Index into `tongues`; `before`: that of the text before, which is kept where this one does not show its own. */
export function tongueOf(tokens: Tokens, before: number): number {
  known ??= makeKnown();
  const counts = tongues.map(() => 0);
  const { count, hash, start, text } = tokens;
  let kana = 0;
  let letters = 0;
  for (let i = 0; i < count; i++) {
    const c = text.charCodeAt(start[i]!);
    if (c >= 0x3041 && c <= 0x3096) kana++;
    else if (c < 0x3000) letters++;
    const bits = known.get(hash[i]!);
    if (bits) for (let t = 0; t < commonest.length; t++) counts[t]! += (bits >> t) & 1;
  }
  // Among words in Latin letters kana may be a title; by themselves they are the language.
  if (kana > letters) return japanese;
  let best = before;
  // As many as the one before has are no reason to change.
  for (let t = 0; t < commonest.length; t++) if (counts[t]! >= fewest && counts[t]! > counts[best]!) best = t;
  return best;
}
