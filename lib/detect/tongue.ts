/** In which language a passage is written, by its commonest words: which glossary (glossary.ts) it is read with. */
import { hashWord, type Tokens } from "./tokens.ts";

/** The first needs no glossary; the others are files of data/glossary. */
export const tongues = ["en", "es", "pt", "fr", "de", "ja"] as const;

const english = 0;
export const japanese = tongues.indexOf("ja");

/**
 * A word that two of the others have counts for each; what English has as well ("die", "was", "son", "no") for none.
 */
const commonest = [
  "the of and to is that for with his he she they this from but not are by who at be has have her it you what when did how why all one if there then out been were had will would which their them your",
  "el los las del una y que en por con para su se lo como pero mas es fue este esta ese al muy ya sin la de un le sus hasta cuando porque sobre desde entre tras todo todos ella ellos nos hay aunque donde quien solo tambien antes despues asi",
  "o os da dos das um uma e que em na por com para seu sua se mas mais foi ele ela nao ao muito ja sem de quando ate pelo pela nos seus suas isso tambem depois antes entre sobre tudo todos onde quem so eles elas esta nem",
  "le les des du un une et que qui dans est pas pour avec sur sa ses se il elle ce cette au aux mais ne la de en par quand jusqu nous vous ils elles leur ou tres bien sont tout tous apres avant sans sous comme aussi ces",
  "der das den dem des ein eine einen und ist nicht mit von zu im sich auf fur er sie es aber auch wird als bei sein seine ihr ihre nach wenn dass oder nur noch wie sind wurde durch aus doch schon kein keine ich wir ihn ihm uber vom zum zur einer eines einem gegen bis diese dieser",
];

interface Common {
  /** The tongues that have it, a bit each. */
  bits: number;
  /** The passage in which it was met last. */
  met: number;
}

/** By a word's hash; made for the first page about a show. */
let known: Map<number, Common> | undefined;
let passages = 0;

function makeKnown(): Map<number, Common> {
  const out = new Map<number, Common>();
  commonest.forEach((words, tongue) => {
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

/** Index into `tongues`; `before`: that of the text before, which is kept where this one does not show its own. */
export function tongueOf(tokens: Tokens, before: number): number {
  known ??= makeKnown();
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
    for (let t = 0; t < commonest.length; t++) counts[t]! += (common.bits >> t) & 1;
  }
  // Among words in Latin letters kana may be a title; by themselves they are the language.
  if (kana > letters) return japanese;
  // No Japanese is written without a letter of its own.
  let best = before === japanese && letters === count ? english : before;
  // Who has written English goes on in it but for good reason: "Roberto de la Cruz and Los Lobos".
  const least = counts[english]! + (best === english ? 1 : 0);
  for (let t = 0; t < commonest.length; t++)
    if (counts[t]! >= fewest && counts[t]! > Math.max(counts[best]!, t === english ? 0 : least)) best = t;
  return best;
}
