/**
 * Greek and Cyrillic letters that stand among Latin ones and look like them ("Мami" with a Cyrillic М).
 *
 * What looks like what is Unicode's (UTS 39, confusables.txt), as far as one letter looks like one Latin letter; a
 * capital І stands for I here, where the standard has one class of I and l. Only a word of mixed scripts is read so:
 * one that is Cyrillic throughout is a Russian word, even if each of its letters has a Latin twin.
 */
import { fold } from "./fold.ts";

/**
 * Each letter with its twin; a capital that is not here is as its small letter, and an accented letter as the plain
 * one.
 */
const pairs =
  "аaеeоoрpсcуyхxѕsіiјjһhԁdԛqԝwгrүyѵvѡwВbКkМmНhТtЬbҮyӀl" + "αaγyιiνvοoρpσoυuϲcϳjΒbΕeΖzΗhΚkΜmΝnΤtΥyΧx";
let twins: Map<number, number> | undefined;

/** Whether a folded code unit is a Greek or Cyrillic letter. */
export const isForeign = (f: number): boolean => f >= 0x370 && f < 0x530;

/** The Latin letter that a Greek or Cyrillic one looks like, folded; 0 for none. `f`: the fold of `c`. */
export function twin(c: number, f: number): number {
  if (!twins) {
    twins = new Map();
    for (let i = 0; i < pairs.length; i += 2) twins.set(pairs.charCodeAt(i), pairs.charCodeAt(i + 1));
  }
  return twins.get(c) ?? twins.get(f) ?? 0;
}

/** Whether a stretch without separators has Latin letters and otherwise only letters that look like them. */
export function isDisguised(text: string, from: number, to: number): boolean {
  let latin = false;
  let foreign = false;
  for (let i = from; i < to; i++) {
    const f = fold(text.charCodeAt(i));
    latin ||= f >= 0x61 && f <= 0x7a;
    foreign ||= isForeign(f);
  }
  if (!latin || !foreign) return false;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    const f = fold(c);
    if (isForeign(f) && !twin(c, f)) return false;
  }
  return true;
}
