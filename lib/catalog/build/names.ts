/** All names of all shows, each with whom it may mean and how much it says by itself. */
import { isScript } from "../../detect/fold.ts";
import { hashWord } from "../../detect/tokens.ts";
import type { Show } from "../schema.ts";
import * as strength from "../strength.ts";
import { mostCapitals, strengthBits, strengthMask } from "../tables.ts";
import { type Bearer, encodeNames } from "./encode-names.ts";
import { isCommonName, isGermanWord, isOrdinaryWord, isRareWord, wordsOfLists } from "./ordinary.ts";
import { allTitleSpellings, characterNames, ordinarySpellings, type Spelling, spell } from "./spellings.ts";

interface Ref extends Bearer {
  strength: number;
}

/** The strength of a spelling as far as the words alone decide it. */
function strengthOf(spelling: Spelling, ordinary: boolean, capitals = spelling.length, initials = 0): number {
  // There are no capitals to tell it by.
  if (isScript(spelling[0]!.charCodeAt(0)))
    return spelling.length > 2 && !ordinary ? strength.distinct : strength.shared;
  if (ordinary) return strength.ordinary;
  if (spelling.length > 1) {
    return spelling.every(isOrdinaryWord)
      ? strength.cased | (Math.min(capitals, mostCapitals) << strengthBits)
      : strength.distinct;
  }
  const word = spelling[0]!;
  if (isOrdinaryWord(word)) return strength.ordinary;
  if (word.length < 4) return strength.shared | (initials << strengthBits);
  return isCommonName(word) ? strength.shared : strength.distinct;
}

/** かなた is "far away": nothing shows where such a name begins. */
const onlyHiragana = /^[\u3041-\u3096]+$/;

const articles = new Set(["the", "a", "an"]);
/** What stands before a name: as an alias "Queen Mary" says no more than "Mary" does. */
const styles = new Set(
  (
    "king queen prince princess emperor empress lord lady sir count duke captain general major colonel " +
    "minister professor doctor dr mr mister mrs miss saint st sister brother father mother uncle aunt master"
  ).split(" "),
);

/**
 * An alias of several words of the language is how anybody may be called: "the Dark Lord", "Prime Minister". So are
 * "Alexander the Great" and "Joan of Arc", of whom others have written.
 */
function characterStrength(spelling: Spelling, ordinary: boolean, alias: boolean): number {
  const weighed = strengthOf(spelling, ordinary);
  if (isScript(spelling[0]!.charCodeAt(0))) {
    const written = spelling.join("");
    return isCommonName(written) || onlyHiragana.test(written) ? strength.shared : weighed;
  }
  if (spelling.length === 1 && isGermanWord(spelling[0]!)) return strength.ordinary;
  if (isCommonName(spelling.join(" "))) return Math.min(weighed & strengthMask, strength.shared);
  if (spelling.length === 1)
    return weighed === strength.distinct && isRareWord(spelling[0]!) ? strength.shared : weighed;
  if (ordinary) return weighed;
  const rest = spelling.filter((word) => !articles.has(word) && !(alias && styles.has(word)));
  if (rest.length < 2 && rest.length < spelling.length)
    return characterStrength([rest[0] ?? "the"], false, alias);
  const known = (word: string) => isOrdinaryWord(word) || isCommonName(word) || isRareWord(word);
  const isLegend = / (the|of) /.test(spelling.join(" ")) && spelling.every(known);
  return isLegend || (alias && spelling.every(isOrdinaryWord)) ? strength.shared : weighed;
}

/** Two kanji may be anybody's name, but they are no other's title. */
function titleStrength(spelling: Spelling, ordinary: boolean, capitals: number, initials: number): number {
  const isNative = spelling.length > 1 && isScript(spelling[0]!.charCodeAt(0));
  if (isNative) return ordinary ? strength.ordinary : strength.distinct;
  return strengthOf(spelling, ordinary, capitals, initials);
}

/** All spellings with their refs, before sharing between shows is known. */
function collect(shows: readonly Show[]): Map<string, Ref[]> {
  const out = new Map<string, Ref[]>();
  const add = (spelling: Spelling, ref: Ref) => {
    const key = spelling.join(" ");
    const refs = out.get(key) ?? out.set(key, []).get(key)!;
    const same = refs.find((r) => r.show === ref.show && r.character === ref.character);
    // The weaker kind counts; of one kind the one that asks for fewer capitals.
    const kind = (r: Ref) => r.strength & strengthMask;
    if (same && kind(same) === kind(ref)) same.strength = Math.min(same.strength, ref.strength);
    else if (same) same.strength = kind(same) < kind(ref) ? same.strength : ref.strength;
    else refs.push(ref);
  };
  const titles = allTitleSpellings(shows);
  shows.forEach((show, s) => {
    for (const { spelling, ordinary, capitals, initials } of titles[s]!) {
      const only = spelling.length === 1 && isOrdinaryWord(spelling[0]!);
      add(spelling, {
        show: s,
        character: -1,
        strength: titleStrength(spelling, ordinary || only, capitals, initials),
      });
    }
    show.characters.forEach((c, i) => {
      const ordinary = ordinarySpellings(c);
      const aliases = new Set(c.aliases.flatMap((a) => spell(a, true)).map((a) => a.join(" ")));
      const { full, alone, native } = characterNames(c);
      for (const spelling of [...full, ...alone]) {
        const key = spelling.join(" ");
        add(spelling, {
          show: s,
          character: i,
          strength: characterStrength(spelling, ordinary.has(key), aliases.has(key)),
        });
      }
      for (const spelling of native) add(spelling, { show: s, character: i, strength: strength.shared });
    });
  });
  return out;
}

/** A name that shows of different stories use says nothing by itself. */
function weighSharing(spellings: Map<string, Ref[]>, shows: readonly Show[]): void {
  const ids = new Map(shows.map((s, i) => [s.id, i]));
  const root = (s: number): number => {
    const before = shows[s]!.continues;
    const b = before === undefined ? undefined : ids.get(before);
    return b === undefined || b === s ? s : root(b);
  };
  for (const [key, refs] of spellings) {
    // A full name that two tellings of one story share (Maes Hughes) names them both.
    if (key.includes(" ") && refs.every((r) => r.strength === strength.distinct)) continue;
    if (new Set(refs.map((r) => root(r.show))).size < 2) continue;
    const titles = refs.filter((r) => r.character < 0);
    // A title that several shows bear (Fullmetal Alchemist) names them all.
    if (titles.length === refs.length) continue;
    for (const r of refs) {
      // A title beats a character of the same name elsewhere.
      if (titles.length === 1 && r === titles[0]) continue;
      r.strength = Math.min(r.strength & strengthMask, strength.shared);
    }
  }
}

/**
 * The first counts where the page does not decide: a title (Naruto) before a character of the sequel, but of one show
 * the character (Frieren) before the title.
 */
function inOrder(refs: readonly Ref[]): Ref[] {
  const titled = new Set(refs.filter((r) => r.character < 0).map((r) => r.show));
  const rank = (r: Ref) => (titled.has(r.show) ? Number(r.character < 0) : 2);
  return refs.toSorted((a, b) => rank(a) - rank(b));
}

/** Whom two names side by side mean together (`join`, lib/detect/names.ts). */
function common(a: readonly Ref[], b: readonly Ref[]): Ref[] {
  const isOrdinary = (r: Ref) => (r.strength & strengthMask) === strength.ordinary;
  return a.flatMap((one) => {
    const other = b.find((r) => r.show === one.show && r.character === one.character);
    if (one.character < 0 || !other || (isOrdinary(one) && isOrdinary(other))) return [];
    return [{ ...one, strength: strength.distinct }];
  });
}

/**
 * Names without those that are found all the same, since two others are which stand in them side by side: "Madoka Kaname"
 * says nothing that "Madoka" and "Kaname" do not. `joined`: what of these goes beyond the first of the two, and must be
 * no name.
 */
function divide(names: ReadonlyMap<string, readonly Ref[]>) {
  const kept = new Map<string, readonly Ref[]>();
  const joined: Spelling[] = [];
  const longest = (words: Spelling) => {
    for (let n = words.length; n > 0; n--) if (kept.has(words.slice(0, n).join(" "))) return n;
    return 0;
  };
  const byLength = [...names].map(([key, refs]) => ({ key, words: key.split(" "), refs }));
  // What a name is divided into is shorter.
  for (const { key, words, refs } of byLength.sort((a, b) => a.words.length - b.words.length)) {
    const n = longest(words);
    const a = kept.get(words.slice(0, n).join(" "));
    const b = kept.get(words.slice(n).join(" "));
    // One name said twice is said twice.
    if (a && b && a !== b && JSON.stringify(common(a, b)) === JSON.stringify(refs))
      for (let end = n + 1; end <= words.length; end++) joined.push(words.slice(0, end));
    else kept.set(key, refs);
  }
  return { kept, joined };
}

/** With these beside it no name is another; with more of them it would take long to find a table. */
const companions = ["the", "is", "and"];

/** `Tables.names`. */
export function compileNames(shows: readonly Show[]): string {
  const spellings = collect(shows);
  weighSharing(spellings, shows);
  const { kept, joined } = divide(new Map([...spellings].map(([key, refs]) => [key, inOrder(refs)])));
  const words = wordsOfLists();
  const beside = [...kept.keys()]
    .filter((key) => /^[a-z]+$/.test(key))
    .flatMap((name) => companions.flatMap((word) => [`${name} ${word}`, `${word} ${name}`]));
  const strangers = [...words, ...beside].filter(
    (key) => !kept.has(key) && !kept.has(key.split(" ").reverse().join(" ")),
  );
  const hashes = (spelling: Spelling) => spelling.map(hashWord);
  return encodeNames(
    [...kept].map(([key, bearers]) => ({ hashes: hashes(key.split(" ")), bearers })),
    [...strangers.map((key) => key.split(" ")), ...joined].map(hashes),
  );
}
