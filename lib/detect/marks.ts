/**
 * What the letters of a sentence show beside its words, a bit each, imported as `mark` (for the reason see
 * word-lists.ts). `question`: it ends so, as what was learned from did; `asked`: it is one, whatever follows the mark.
 */
export const question = 1;
export const exclamation = 2;
export const quote = 4;
export const colon = 8;
export const parenthesis = 16;
export const asked = 32;
