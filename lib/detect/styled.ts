/**
 * Letters that are drawn in another style and stand in Unicode as signs of their own: bold, script and the rest of
 * mathematics (𝐌𝐚𝐦𝐢), small and raised, in circles, squares and brackets. Each is the plain letter that it shows.
 */

/** Stands where the second half of a sign stood, so that every letter keeps its place. */
export const secondHalf = 0xdfff;

/**
 * Small and raised ones, those that look like letters, in brackets and circles; mathematics; in brackets and squares.
 */
const styled =
  /[\u1d2c-\u1d6a\u2071\u207f\u2090-\u209c\u2100-\u214f\u249c-\u24e9]|\ud835[\udc00-\udfff]|\ud83c[\udd10-\udd89]/g;

function plain(sign: string): string {
  // In squares: four alphabets, 32 apart. Unicode names the plain form of the first two alone.
  const letter =
    sign < "\ud83c"
      ? sign.normalize("NFKC").replace(/[()]/g, "")
      : String.fromCharCode(0x41 + ((sign.charCodeAt(1) - 0xdd10) & 31));
  if (!/^[\p{L}\d]$/u.test(letter)) return sign;
  return sign.length > 1 ? letter + String.fromCharCode(secondHalf) : letter;
}

/** The same text, and as long, in plain letters. */
export function plainLetters(text: string): string {
  return text.replace(styled, plain);
}
