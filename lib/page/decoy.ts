/** Letters that stand under the blur: about as wide as what they replace, and otherwise random. Pure. */

// Letters of like width in most fonts; what is not listed stays out of the decoy.
const classes: readonly (readonly [RegExp, string])[] = [
  [/[ijl.,:;!'’|]/, "ijl"],
  [/[frtI()[\]-]/, "frt"],
  [/[mw%—@]/, "mw"],
  [/[MW…\p{Extended_Pictographic}]/u, "MW"],
  [/\d/, "0123456789"],
  [/\p{Script=Latin}/u, ""],
  [/\p{Script=Cyrillic}/u, "абвгдезиклнопрстухчья"],
  [/\p{Script=Greek}/u, "αβγδεζηκλνοπρστυχ"],
  [/\p{Script=Arabic}/u, "ابتدرسعفقكلمنهوي"],
  [/\p{Script=Hebrew}/u, "אבגדהוחטיכלמנסעפ"],
  [/\p{Script=Thai}/u, "กขคงจชดตนบปมยรลวสหอ"],
  [/\p{Script=Hangul}/u, "가나다라마바사아자차카타파하"],
  [
    /\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u,
    "かきくけこさたなにのまみらりる",
  ],
];
/** What has no width, or is one picture with what stands before it. */
const joined = /\u200d\p{Extended_Pictographic}|[\p{M}\p{Cf}\p{Emoji_Modifier}]/gu;
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
      const letters = found?.[1] || (letter !== letter.toLowerCase() ? large : small);
      decoy += pick(letters);
    }
  }
  return decoy;
}
