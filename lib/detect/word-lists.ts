/**
 * Lists that a word may be in, a bit each; what is asked for most comes first. Constants of their own, imported as
 * `bit`: of an object each use would ship by its name, of these none does.
 */
export const be = 1 << 0;
export const auxiliary = 1 << 1;
/** Not of the word itself: behind it, before the next one, begins or ends an aside. */
export const aside = 1 << 2;
export const to = 1 << 3;
export const past = 1 << 4;
export const modal = 1 << 5;
/** Verbs that do it to somebody, unless a form of "be" stands before them. */
export const transitive = 1 << 6;
export const and = 1 << 7;
/** "2020": people who died in a year were real. */
export const year = 1 << 8;
/** First words of questions that take for granted what they ask about: "Why did Mami die?" */
export const why = 1 << 9;
export const since = 1 << 10;
/** What the apostrophe of "Mami's" makes a word of its own. */
export const s = 1 << 11;
export const of = 1 << 12;
/** What may stand within an idiom: "beat a dead horse", "a matter of life and death". */
export const link = 1 << 13;
export const first = 1 << 14;
export const time = 1 << 15;
export const they = 1 << 16;
export const second = 1 << 17;
export const negation = 1 << 18;
/** Those of them that say it is done: "kills", not "to kill". */
export const does = 1 << 19;
export const turn = 1 << 20;
/** Words of whoever writes about anime, whichever show it is. */
export const domain = 1 << 21;
/** What may stand between a verb and a name that it is done to: "they killed off poor Mami". */
export const dear = 1 << 22;
export const them = 1 << 23;
/** First words of the rows of a character's page that tell how they ended. */
export const status = 1 << 24;
export const numbers = 1 << 25;
export const by = 1 << 26;
/** First words of those that do not: "Does Mami die?" */
export const asking = 1 << 27;
/** "RIP", which no form of "rips" is, and "rest in peace". */
export const rip = 1 << 28;
/** The pronouns of characters, as records write them. */
export const she = 1 << 29;
export const he = 1 << 30;
export const heShe = she | he;
