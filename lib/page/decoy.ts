/** Letters that stand under the blur: about as wide as what they replace, and otherwise random. Pure. */

// Letters of like width in most fonts; for what is not listed there are Latin ones.
const classes: readonly (readonly [RegExp, string])[] = [
  [/[ijl.,:;!'’|]/, "ijl"],
  [/[frtI()[\]-]/, "frt"],
  [/[mw%—@]/, "mw"],
  [/[MW…\p{ExtPict}]/u, "MW"],
  [/\d/, "0123456789"],
  [/\p{sc=Cyrillic}/u, "абвгдекн"],
  [/\p{sc=Arabic}/u, "بتدسعفمن"],
  [/\p{sc=Hangul}/u, "가나다라마바사아"],
  [/\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Han}|[\u3000-\u303f\uff00-\uffef]/u, "かきけさたなのま"],
];
/** What has no width, or is one picture with what stands before it. */
const joined = /\u200d\p{ExtPict}|[\p{M}\p{Cf}\p{EMod}]/gu;
const small = "abdeghknopqsuvxyz";
const large = "ABCDEFGHKNOPRSTUVXYZ";

/** A decoy of the same word lengths, in letters that are seen. `random` gives numbers in [0, 1). */
export function decoyFor(text: string, random: () => number = Math.random): string {
  const pick = (letters: string) => letters.charAt(Math.floor(random() * letters.length));
  let decoy = "";
  for (const letter of text.replace(joined, "")) {
    if (/\s/.test(letter)) decoy += " ";
    else {
      const found = classes.find(([test]) => test.test(letter));
      const letters = found?.[1] ?? (letter !== letter.toLowerCase() ? large : small);
      decoy += pick(letters);
    }
  }
  return decoy;
}
