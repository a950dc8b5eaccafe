/** Text to tokens: one pass over the characters, no strings made on the way. */
import { fold, foldHigh, foldTable, invisible, separator } from "./fold.ts";
import { isDisguised, isForeign, twin } from "./lookalikes.ts";
import { plainLetters, secondHalf } from "./styled.ts";

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
const fnvBasis = 0x811c9dc5 | 0;
const fnvPrime = 0x01000193;

const numberSign = 0x23;
/** Characters in the longest hashtag that is read word by word. */
const longestTag = 60;

const none = new Int32Array(0);
const none8 = new Uint8Array(0);
const fewest = 256;

/**
 * Tokens of one text as parallel arrays; reused from text to text, and made with the first: in most frames there is
 * none. Offsets are UTF-16 units.
 */
export class Tokens {
  count = 0;
  start: Int32Array = none;
  /** After the last character, exclusive. */
  end: Int32Array = none;
  hash: Int32Array = none;
  /** Folded characters in the token. */
  length: Uint8Array = none8;
  /** 1 if the token starts with an upper-case letter. */
  capital: Uint8Array = none8;
  /** In plain letters, each in the place of its own. */
  text = "";
  /** English for the words of a text in another language, where a glossary has it (glossary.ts). */
  said: readonly (string | undefined)[] | undefined;

  /** The folded string of token `i`: what the catalog's words are compared with. */
  word(i: number): string {
    return this.said?.[i] ?? foldWord(this.text.slice(this.start[i], this.end[i]));
  }

  /** The text as it is to be understood: in English where it has been translated. */
  reading(): string {
    if (!this.said) return this.text;
    return Array.from({ length: this.count }, (_, i) => this.word(i)).join(" ");
  }

  grow(): void {
    const size = Math.max(fewest, this.start.length * 2);
    const wider = (a: Int32Array) => {
      const b = new Int32Array(size);
      b.set(a);
      return b;
    };
    const wider8 = (a: Uint8Array) => {
      const b = new Uint8Array(size);
      b.set(a);
      return b;
    };
    this.start = wider(this.start);
    this.end = wider(this.end);
    this.hash = wider(this.hash);
    this.length = wider8(this.length);
    this.capital = wider8(this.capital);
  }
}

/**
 * Fills `out` with the tokens of a text. No closure and no field is written on the way: either would have the loop's
 * variables kept in memory instead of registers, at a third of the speed.
 */
export function tokenize(written: string, out: Tokens): void {
  const text = plainLetters(written);
  const table = foldTable();
  const n = text.length;
  // A token is a letter and what parts it from the next at least, but for scripts without spaces.
  let room = out.start.length;
  let { start, end, hash: hashes, length: lengths, capital } = out;
  let count = 0;
  let i = 0;
  /** Where a hashtag goes on: "#JujutsuKaisen" is two words, "#AoT" one. */
  let tagged = -1;
  out.text = text;
  out.said = undefined;
  while (i < n) {
    let c = text.charCodeAt(i);
    let f = c < 0x3000 ? table[c]! : foldHigh(c);
    if (f <= invisible) {
      i++;
      continue;
    }
    if (count === room) {
      out.grow();
      ({ start, end, hash: hashes, length: lengths, capital } = out);
      room = start.length;
    }
    const from = i;
    capital[count] = c >= 0x41 && (c <= 0x5a || (c >= 0xc0 && isUpper(text, from))) ? 1 : 0;
    let hash = Math.imul(fnvBasis ^ f, fnvPrime);
    let to = ++i;
    let unseen = 0;
    // Each letter but a to z, or-ed: 0x300 and more only with letters that are not Latin.
    let seen = f;
    // Not 0 where a letter behind the first is none of these as it is written: a capital.
    let inner = 0;
    if (f < 0x3000) {
      for (; i < n; i++) {
        c = text.charCodeAt(i);
        // Most letters are these, and fold to themselves.
        if (c >= 0x61 && c <= 0x7a) {
          hash = Math.imul(hash ^ c, fnvPrime);
          continue;
        }
        f = c < 0x3000 ? table[c]! : foldHigh(c);
        if (f === separator || f >= 0x3000) break;
        if (f === invisible) unseen++;
        else {
          seen |= f;
          inner |= f ^ c;
          hash = Math.imul(hash ^ f, fnvPrime);
        }
      }
      to = i;
      // It parts this word from the next, and need not be looked at twice.
      if (f === separator) i++;
      // What has no width at the end of a word is not part of it; half of a letter is.
      while (unseen > 0 && isInvisible(text.charCodeAt(to - 1))) {
        to--;
        unseen--;
      }
      if (inner !== 0 && to - from <= longestTag && from > 0) {
        const length =
          from === tagged || text.charCodeAt(from - 1) === numberSign ? firstWord(text, from, to) : 0;
        if (length > 0) {
          tagged = to = i = from + length;
          unseen = 0;
          hash = hashWord(foldWord(text.slice(from, to)));
        }
      }
      if (seen >= 0x300 && isDisguised(text, from, to)) hash = hashWord(foldWord(text.slice(from, to)));
    }
    const length = to - from - unseen;
    start[count] = from;
    end[count] = to;
    hashes[count] = hash;
    lengths[count] = length > 255 ? 255 : length;
    count++;
  }
  out.count = count;
}

/**
 * Characters before the next capital, if at least two letters follow it: "Jujutsu" of "JujutsuKaisen"; 0: there is
 * none.
 */
function firstWord(text: string, from: number, to: number): number {
  return /^.[^A-Z]+(?=[A-Z]..)/.exec(text.slice(from, to))?.[0].length ?? 0;
}

function isInvisible(c: number): boolean {
  return c !== secondHalf && fold(c) === invisible;
}

function isUpper(text: string, i: number): boolean {
  const ch = text[i]!;
  return ch !== ch.toLowerCase();
}

/** Folds one word or script character as `tokenize` does; separators inside are dropped. */
export function foldWord(written: string): string {
  let plain = true;
  for (let i = 0; i < written.length && plain; i++) {
    const c = written.charCodeAt(i);
    plain = (c >= 0x61 && c <= 0x7a) || (c >= 0x30 && c <= 0x39);
  }
  if (plain) return written;
  const word = plainLetters(written);
  const disguised = isDisguised(word, 0, word.length);
  let out = "";
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i);
    const f = fold(c);
    if (f > invisible) out += String.fromCharCode(disguised && isForeign(f) ? twin(c, f) : f);
  }
  return out;
}

/** The hash that `tokenize` gives a folded word: for the build and the tests. */
export function hashWord(folded: string): number {
  return hashOn(fnvBasis, folded, 0);
}

/** The hashes of some words, made when the first is asked for: in most frames none is. */
export interface Hashes {
  has(hash: number): boolean;
}

/** `words`: with a space between them. */
export function hashes(words: string): Hashes {
  let made: Set<number> | undefined;
  return {
    has(hash) {
      made ??= new Set(words.split(" ").map(hashWord));
      return made.has(hash);
    },
  };
}

/** The hash of what `hash` is of, with the letters of `folded` from `from` on behind it. */
export function hashOn(hash: number, folded: string, from: number): number {
  for (let i = from; i < folded.length; i++) hash = Math.imul(hash ^ folded.charCodeAt(i), fnvPrime);
  return hash;
}

const own = new Tokens();

/** All folded words of a text: for the build, the tests and texts that are already known to matter. */
export function words(text: string): string[] {
  tokenize(text, own);
  return Array.from({ length: own.count }, (_, i) => own.word(i));
}
