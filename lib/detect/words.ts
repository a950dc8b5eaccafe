/**
 * What is asked of a word, found out once and remembered by the hash of its token: no string is made of a word that has
 * been met before.
 */
import { forgetStems, idOf, stem } from "./stems.ts";
import type { Tokens } from "./tokens.ts";
import * as bit from "./word-lists.ts";

export { bit };

/** Any pronoun that may mean a character. */
export const anyPronoun = bit.she | bit.he | bit.them;

const lists: readonly (readonly [number, string])[] = [
  [bit.first, "i me my mine myself we our us"],
  [bit.second, "you your yours"],
  [bit.they, "they them their theirs themselves"],
  [bit.modal, "would could should might may can will must shall"],
  [bit.negation, "not no never nobody nothing none neither nor don didn doesn isn wasn won couldn wouldn"],
  [bit.turn, "but until when after before then only finally instead though although while because so"],
  [
    bit.time,
    "later years months days finally last end moment suddenly eventually once already again anymore ever",
  ],
  [bit.numbers, "one two three four five six seven eight nine ten half both all none"],
  [
    bit.past,
    "was were had did went came gave took left lost fell broke told said saw found knew got made became chose held kept let ran stood sat died woke threw shot bit ate tore hid lied fought met sent lay felt thought brought caught",
  ],
  [bit.be, "is was were been being be get gets got getting are"],
  [
    bit.auxiliary,
    "is was has had been gets got being himself herself then also are were get getting gotten does did just even still already now long all both too straight up end ends ended ending falls fell drops found lies lying lay lays confirmed legit fucking freaking the will gonna would",
  ],
  [bit.status, "status fate death died killed cause"],
  [bit.s, "s"],
  [bit.of, "of"],
  [bit.by, "by"],
  [bit.to, "to"],
  [bit.rip, "rip peace"],
  [bit.dear, "off poor my our sweet dear to boy girl fan favourite favorite"],
  [bit.and, "and"],
  [bit.why, "why how when where what which who whose"],
  [bit.asking, "do does did don doesn didn is isn are aren was wasn were won has have had am"],
  [bit.since, "that since after once because with until before"],
  [bit.link, "a an the my your his her its our their of to and or from s"],
  [bit.she, "she her hers herself"],
  [bit.he, "he him his himself"],
  [bit.them, "they them their"],
  [
    bit.domain,
    "anime manga mangaka episode episodes season seasons arc arcs chapter chapters character characters protagonist heroine shonen shounen shoujo seinen josei isekai otaku studio animation animated ova viewers fandom",
  ],
];
const year = /^(1[5-9]|20)\d\d$/;
const transitive = /^(kill|murder|slay|slain|execut|assassinat|behead|decapitat)/;
const does = /^(kill|murder|slay|execute|assassinate|behead|decapitate)(s|e?d)$/;

/** Built with the first word, as is all that follows: a frame without text must not pay for it. */
let listed: Map<string, number> | undefined;

function list(): Map<string, number> {
  const out = new Map<string, number>();
  for (const [bits, words] of lists) {
    for (const word of words.split(" ")) out.set(word, (out.get(word) ?? 0) | bits);
  }
  return out;
}

/** The lists that a folded word is in. */
export function listsOf(word: string): number {
  listed ??= list();
  let out = listed.get(word) ?? 0;
  if (word.length > 4 && word.endsWith("ly")) out |= bit.auxiliary;
  if (word.length > 4 && word.endsWith("ed")) out |= bit.past;
  if (transitive.test(word)) out |= does.test(word) ? bit.transitive | bit.does : bit.transitive;
  if (year.test(word)) out |= bit.year;
  return out;
}

/** More words than this are forgotten together. */
const most = 12_000;
/** Different ones; no passage has more: see `longest` in lib/page/passages.ts. Beyond `most` a word is passed over. */
const mostInPassage = 5000;
const size = 1 << 15;

interface Known {
  readonly hash: Int32Array;
  /** Number of the word with that hash; 0: the slot is empty. */
  readonly number: Uint16Array;
  readonly stem: Int32Array;
  readonly bits: Int32Array;
  count: number;
}
let known: Known | undefined;

/** To be called between passages: numbers of words and ids of stems hold until then. */
export function tidyWords(): void {
  known ??= {
    hash: new Int32Array(size),
    number: new Uint16Array(size),
    stem: new Int32Array(most + 1),
    bits: new Int32Array(most + 1),
    count: 0,
  };
  if (known.count < most - mostInPassage) return;
  known.count = 0;
  known.number.fill(0);
  forgetStems();
}

/** The number of token `i`'s word: what `stemOf` and `bitsAt` are asked with. Call `tidyWords` first. */
export function wordAt(tokens: Tokens, i: number): number {
  const k = known!;
  const hash = tokens.hash[i]!;
  let slot = (hash ^ (hash >>> 15)) & (size - 1);
  for (let n = k.number[slot]!; n !== 0; n = k.number[slot]!) {
    if (k.hash[slot] === hash) return n;
    slot = (slot + 1) & (size - 1);
  }
  if (k.count === most) return 0;
  const n = ++k.count;
  const word = tokens.word(i);
  k.hash[slot] = hash;
  k.number[slot] = n;
  k.stem[n] = idOf(stem(word));
  k.bits[n] = listsOf(word);
  return n;
}

/** Id of a word's stem (stems.ts); 0 where evidence passes over it. */
export function stemOf(word: number): number {
  return known!.stem[word]!;
}

/** The lists that a word is in. */
export function bitsAt(word: number): number {
  return known!.bits[word]!;
}

/** Is any word in one of these lists? Call `tidyWords` first. */
export function holdsAny(tokens: Tokens, list: number): boolean {
  for (let i = 0; i < tokens.count; i++) if (bitsAt(wordAt(tokens, i)) & list) return true;
  return false;
}
