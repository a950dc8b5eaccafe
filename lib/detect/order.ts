/**
 * The order of words that English has, for other languages, clause by clause: what English rules ask (beside.ts), and
 * what was learned of English, is mostly which word stands beside which.
 */
import { hashes, hashWord } from "./tokens.ts";
import { german, japanese } from "./tongue.ts";
import { bit, listsOf } from "./words.ts";

/** A word of a text that is put into English. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly length: number;
  readonly capital: number;
  readonly hash: number;
  /** English for it, if the glossary has it; never of a name. */
  readonly said: string | undefined;
  /** The name that it belongs to, by its index; -1: none. */
  readonly name: number;
}
type Clause = readonly Word[];

const latinMark = /[^\s'’-]/;
/** A space parts what is said, too (sentences.ts). */
const japaneseMark = /[、。，．｡…！？!?\s「」『』]/;
const joins = hashes("and but or");

/** `tongue`: the text's. Names stay in the order in which they are. */
export function inEnglishOrder(words: readonly Word[], text: string, tongue: number): Word[] {
  const isJapanese = tongue === japanese;
  const out: Word[] = [];
  let from = 0;
  words.forEach((word, i) => {
    const next = words[i + 1];
    const between = text.slice(word.end, next?.start);
    if (next) {
      const isParted = isJapanese
        ? japaneseMark.test(between)
        : latinMark.test(between) || joins.has(word.hash) || joins.has(next.hash);
      if (!isParted || (word.name >= 0 && word.name === next.name)) return;
    }
    const clause = words.slice(from, i + 1);
    from = i + 1;
    if (isJapanese) out.push(...verbForward(clause, text));
    else {
      const isGerman = tongue === german;
      const asks = between.includes("?");
      const ordered = subjectFirst(clause, asks, isGerman);
      out.push(...(isGerman ? verbsTogether(ordered, asks) : ordered));
    }
  });
  return out;
}

const isIn = ({ said }: Word, list: number) => said !== undefined && (listsOf(said) & list) !== 0;
const has = hashes("has have had");
const isAuxiliary = (word: Word) => isIn(word, bit.be | bit.modal) || has.has(word.hash);
/** "Dies", "died"; not "his", "us". */
const isVerb = (word: Word) =>
  isAuxiliary(word) ||
  isIn(word, bit.past) ||
  (/[^su]s$/.test(word.said ?? "") && !isIn(word, bit.heShe | bit.link));

const hiragana = /[\u3041-\u3096]/;

/**
 * Japanese has its verb last, with letters that inflect it, and marks the subject: the verb takes the mark's place, and
 * what somebody is stands behind it.
 */
function verbForward(clause: Clause, text: string): Clause {
  const last = clause.at(-1)!;
  const mark = clause.findIndex(({ said, start }) => said === "is" && hiragana.test(text[start]!));
  if (mark < 0 || !last.said || last.said === "is" || !hiragana.test(text[last.end - 1]!)) return clause;
  const before = clause.slice(0, isVerb(last) ? mark : mark + 1);
  return [...before, last, ...clause.slice(mark + 1, -1)];
}

const pronouns = hashes("he she they we i it");
const findSubject = (clause: Clause) => clause.findIndex(({ name, hash }) => name >= 0 || pronouns.has(hash));

/** Where the clause goes on behind the subject that begins at `i`. */
function behind(clause: Clause, i: number): number {
  const { name } = clause[i]!;
  const end = clause.findIndex((word, n) => n > i && (name < 0 || word.name !== name));
  return end < 0 ? clause.length : end;
}

/** What a clause begins with that has its subject behind the verb, or German its verb at the end. */
const opens = bit.since | bit.turn | bit.time | bit.why;
const places = hashes("in at on by under over from without here there now thus of to for");

/** What is done to nobody. */
const alone = hashes("dies died falls fell returns returned survives survived vanishes vanished");

/** "At the end dies Mami." */
function subjectFirst(clause: Clause, asks: boolean, isGerman: boolean): Clause {
  const subject = findSubject(clause);
  const verb = clause[subject - 1];
  if (!verb || !isVerb(verb)) return clause;
  // "Dies Mami?", "Why must Mami die?"
  if (asks && (subject === 1 || isAuxiliary(verb))) return clause;
  // "The killer is Mami"
  if (subject > 1 && !isIn(clause[0]!, opens) && !places.has(clause[0]!.hash)) return clause;
  // "Then meets Mami" has its subject in the end of the verb, but in German.
  if (!isGerman && !alone.has(verb.hash)) return clause;
  const end = behind(clause, subject);
  return [...clause.slice(0, subject - 1), ...clause.slice(subject, end), verb, ...clause.slice(end)];
}

const the = hashWord("the");
const of = hashWord("of");
/** What stands before its verb in English as well: "was almost killed". */
const adverbs = hashes("not never almost nearly hardly only also still already just even");

/**
 * German has verbs at the end: "Mami was in episode 12 murdered", "that Mami in episode 12 dies". They go behind the
 * auxiliary that they belong to, or behind the subject.
 */
function verbsTogether(clause: Clause, asks: boolean): Clause {
  const last = clause.length - 1;
  const isSmall = (i: number) => clause[i]!.said !== undefined && clause[i]!.capital === 0;
  if (last < 2 || !isSmall(last)) return clause;
  let from = isAuxiliary(clause[last]!) && isSmall(last - 1) ? last - 1 : last;
  const verbs = clause.slice(from).reverse();
  const subject = findSubject(clause);
  const auxiliary = clause.findIndex(isAuxiliary);
  let to = auxiliary + 1;
  let before = clause;
  if (to > 0 && to <= from) {
    // "Was Mami in episode 12 murdered?"
    if (asks && subject === to) to = behind(clause, subject);
  } else {
    // "Mami, the in episode 12 dies"
    const isRelative = clause[0]!.hash === the;
    if (!isVerb(clause[last]!) || !(isRelative || isIn(clause[0]!, opens))) return clause;
    to = subject < 0 ? 1 : behind(clause, subject);
    if (isRelative) before = [english(clause[0]!, "who"), ...clause.slice(1)];
  }
  while (to < from && adverbs.has(clause[from - 1]!.hash)) verbs.unshift(clause[--from]!);
  while (to < from && adverbs.has(clause[to]!.hash)) to++;
  if (to > from) return clause;
  const done = [...before.slice(0, to), ...verbs];
  const isPassive = done.some((word) => isIn(word, bit.be));
  const rest = clause
    .slice(to, from)
    .map((word) => (isPassive && word.hash === of ? english(word, "by") : word));
  return [...done, ...rest];
}

const english = (word: Word, said: string): Word => ({ ...word, said, hash: hashWord(said) });
