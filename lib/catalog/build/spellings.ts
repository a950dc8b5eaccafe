/** All spellings under which a text may name a show or a character, derived from what its file says. */
import { words } from "../../detect/tokens.ts";
import type { Character, Show } from "../schema.ts";
import { isCommonName, isOrdinaryWord } from "./ordinary.ts";

/** A spelling as folded words. */
export type Spelling = readonly string[];

const macrons: Record<string, readonly string[]> = {
  ō: ["o", "ou", "oo"],
  ū: ["u", "uu"],
  ā: ["a", "aa"],
  ē: ["e", "ee", "ei"],
  ī: ["i", "ii"],
  ô: ["o", "ou"],
  û: ["u", "uu"],
};
const doubles: readonly (readonly [RegExp, string])[] = [
  [/ou(?=[^aeiou]|$)/, "o"],
  [/oo/, "o"],
  [/uu/, "u"],
];
/** Enough for two long vowels in each of two names. */
const mostVariants = 12;

/** "Kōsei" → Kosei, Kousei, Koosei; "Shouta" → Shouta, Shota. English words are never passed in. */
export function longVowels(name: string): string[] {
  let out = [""];
  for (const ch of name.normalize("NFC")) {
    const lower = ch.toLowerCase();
    const options = macrons[lower]?.map((o) => (lower === ch ? o : o[0]!.toUpperCase() + o.slice(1))) ?? [ch];
    out = out.flatMap((head) => options.map((o) => head + o)).slice(0, mostVariants);
  }
  const shorter = out.flatMap((v) => doubles.map(([from, to]) => v.replace(from, to)));
  return [...new Set([...out, ...shorter])].slice(0, mostVariants);
}

const honorific = /^(the|a|an) /i;

/** Spellings of one name or alias. `japanese`: vary its long vowels. */
export function spell(name: string, japanese: boolean): Spelling[] {
  return variantsOf(name, japanese)
    .map(words)
    .filter((w) => w.length > 0);
}

/**
 * The same as it is written, without article, with "and" for "&", with and without spaces around "x", and as a hashtag
 * is read.
 */
function variantsOf(name: string, japanese: boolean): string[] {
  const variants = new Set<string>();
  for (const v of japanese ? longVowels(name) : [name]) {
    variants.add(v);
    variants.add(v.replace(/(?<=\p{Ll})(?=\p{Lu}\p{L}{2})/gu, " "));
    if (honorific.test(v)) variants.add(v.replace(honorific, ""));
    if (v.includes("&")) variants.add(v.replaceAll("&", "and"));
    if (/\sx\s|×/i.test(v)) {
      variants.add(v.replace(/×/g, " x "));
      variants.add(v.replace(/\s*(×|\bx\b)\s*/gi, "x"));
    }
  }
  return [...variants];
}

export interface Names {
  /** Full names, aliases, nicknames. */
  readonly full: Spelling[];
  /** Given or family name alone. */
  readonly alone: Spelling[];
  /** In the original script: the same, and whole names that are words. */
  readonly native: Spelling[];
}

/** Is the name one that others have, or a word? In Japanese script nothing shows it. */
function isWeak(c: Character, name: string): boolean {
  const folded = words(name);
  if (folded.length > 1) return false;
  return c.ordinary.includes(name) || folded.every((word) => isOrdinaryWord(word) || isCommonName(word));
}

/**
 * The parts of a native name, each with its romaji: アルミン・アルレルト, and 碇 シンジ, where the file says with a space where
 * the family name ends.
 */
function divided({ native = "", name, given = name, family = name }: Character) {
  const parts = native.split(/[\s・=＝]+/);
  if (parts.length < 2) return [];
  const [first, last] = /\s/.test(native) ? [family, given] : [given, family];
  const names = parts.map((part, i) => ({
    part,
    name: i === 0 ? first : i === parts.length - 1 ? last : name,
  }));
  // "さき" is "before", and one letter is anything but a kanji.
  return names.filter(({ part }) => !/^([\u3041-\u3096]{1,2}|[^\u3400-\u9fff])$/.test(part));
}

export function characterNames(c: Character): Names {
  const full: Spelling[] = [];
  const alone: Spelling[] = [];
  const native: Spelling[] = [];
  const add = (list: Spelling[], s: string | undefined) => s && list.push(...spell(s, true));
  const main = c.name.includes(" ") ? full : alone;
  add(main, c.name);
  if (c.given && c.family) {
    for (const family of longVowels(c.family).slice(0, 4)) add(full, `${family} ${c.given}`);
    add(full, `${c.given} ${c.family}`);
  }
  add(alone, c.given);
  add(alone, c.family);
  for (const a of c.aliases) add(/[\s-]/.test(a) ? full : alone, a);
  if (c.native) {
    (isWeak(c, c.name) ? native : full).push(words(c.native));
    // Half of Japan is called so; who has a point in their name is not from there.
    const isJapanese = /\s/.test(c.native);
    for (const { part, name } of divided(c))
      (isJapanese || isWeak(c, name) ? native : full).push(words(part));
  }
  return { full: dedupe(full), alone: dedupe(alone), native: dedupe(native) };
}

/** All spellings of the names that `ordinary` lists, joined: with long vowels, and the full name in both orders. */
export function ordinarySpellings(c: Character): Set<string> {
  const all = c.ordinary.flatMap((o) => {
    const whole = o === c.name && o.includes(" ");
    return whole ? characterNames({ ...c, aliases: [] }).full : spell(o, true);
  });
  return new Set([...c.ordinary.map((o) => o.toLowerCase()), ...all.map((s) => s.join(" "))]);
}

export interface TitleSpelling {
  readonly spelling: Spelling;
  readonly ordinary: boolean;
  /** Words that this spelling writes with a capital. */
  readonly capitals: number;
  /** Capital letters of a short form ("AoT" has two); 0 for what is none. */
  readonly initials: number;
  /** Only the part of a title before its colon. */
  readonly head: boolean;
}

/**
 * The spellings of each show's titles, in the order given. The part before a colon is left out where it is another
 * show's title: a page on "Clannad" is not about "Clannad: After Story", nor every Gundam meant by "Mobile Suit
 * Gundam".
 */
export function allTitleSpellings(shows: readonly Show[]): TitleSpelling[][] {
  const spellings = shows.map(titleSpellings);
  const owned = new Set(spellings.flatMap((list) => list.filter((t) => !t.head).map(key)));
  return spellings.map((list) => list.filter((t) => !t.head || !owned.has(key(t))));
}

const key = (t: TitleSpelling) => t.spelling.join(" ");

export function titleSpellings(show: Show): TitleSpelling[] {
  const ordinary = new Set(show.ordinaryTitles);
  const out: TitleSpelling[] = [];
  const add = (title: string, isOrdinary: boolean, head = false) => {
    for (const variant of variantsOf(title, false)) {
      const spelling = words(variant);
      const capitals = variant.match(/(?<![\p{L}\p{N}])\p{Lu}/gu)?.length ?? 0;
      if (spelling.length === 0) continue;
      const initials = /^\p{L}{3}$/u.test(variant) ? (variant.match(/\p{Lu}/gu)?.length ?? 0) : 0;
      out.push({
        spelling,
        ordinary: isOrdinary,
        capitals: Math.min(capitals, spelling.length),
        initials: initials > 1 ? initials : 0,
        head,
      });
    }
  };
  for (const title of [show.title, ...show.aliases]) {
    add(title, ordinary.has(title));
    // The part before the colon names the show too: "Anohana: The Flower We Saw That Day".
    const head = title.split(/[:：]| - | -(?=\S)/)[0]!;
    // "Re" of "Re:ZERO" is in front of every answer to a letter.
    const tells = words(head).join("").length > 2;
    if (head !== title && tells && !ordinary.has(head)) add(head, ordinary.has(title), true);
  }
  const once = new Map<string, TitleSpelling>();
  for (const t of out) {
    const same = once.get(key(t)) ?? t;
    // Written in two ways, the fewer capitals are enough; a whole alias that is also another title's head stays whole.
    once.set(key(t), {
      ...same,
      capitals: Math.min(same.capitals, t.capitals),
      initials: same.initials === t.initials ? t.initials : 0,
      head: same.head && t.head,
    });
  }
  return [...once.values()];
}

function dedupe(list: Spelling[]): Spelling[] {
  const seen = new Map(list.map((s) => [s.join(" "), s]));
  return [...seen.values()];
}
