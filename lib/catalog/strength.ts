/**
 * How much a name says by itself. Constants of their own, imported as `strength`: see lib/detect/word-lists.ts.
 */

/** An ordinary English word: counts only capitalised, and where its show is the topic. */
export const ordinary = 0;
/** A common Japanese name, or one that several shows use: counts where its show is the topic. */
export const shared = 1;
/** Ordinary words in a row that name their show if written with capitals ("Attack on Titan"); how many is above the bits. */
export const cased = 2;
/** Names its show wherever it stands. */
export const distinct = 3;
