/** What stands before a passage: page, open sections, shows and characters named last. Immutable. */
import type { Fact } from "./knowledge.ts";
import type { Mention } from "./mentions.ts";
import { nothing, type Promised } from "./promise.ts";
import type { Context } from "./types.ts";

export interface Section {
  /** Heading level 1–6. */
  readonly level: number;
  /** Shows that the heading names, itself or through a character; empty: it names none. */
  readonly shows: readonly number[];
  /** Characters that it names, as `castKey`. */
  readonly characters: readonly number[];
  /** The heading's own score: a heading that is itself a spoiler makes its section one. */
  readonly score: number;
  /** The fact that the heading itself tells, and of which show; -1: none. */
  readonly fact: number;
  readonly factShow: number;
  /** All that it tells for sure; undefined: something that is not listed. */
  readonly told: readonly (Fact | undefined)[];
  /** "#10: …", "3. …": an entry of a list. */
  readonly numbered: boolean;
  /** "Spoilers ahead" was said in it. */
  readonly warned: boolean;
  /** What the heading promises of names below it. */
  readonly promised: Promised;
  /** It is "Status": wikis have how a character ended below such a heading. */
  readonly status: boolean;
}

/** What is open before the first heading. */
export const emptySection: Section = {
  level: 1,
  shows: [],
  characters: [],
  score: 0,
  fact: -1,
  factShow: -1,
  told: [],
  numbered: false,
  warned: false,
  promised: nothing,
  status: false,
};

/** A character of a show as one number. */
export function castKey(show: number, character: number): number {
  return (show << 8) | character;
}

export function showOf(key: number): number {
  return key >> 8;
}

export function characterOf(key: number): number {
  return key & 255;
}

export interface Recent {
  readonly show: number;
  /** Passages since it was named. */
  readonly age: number;
}

export interface Salient {
  readonly show: number;
  readonly character: number;
  /** Sentences since they were named. */
  readonly age: number;
}

/** What is kept of a sentence for those after it: its squeezed log-odds and the hashes of its plain words. */
export interface Before {
  readonly score: number;
  readonly plain: readonly number[];
}

export interface State extends Context {
  readonly page: readonly number[];
  /** The language of the text so far: index into `tongues` (tongue.ts). */
  readonly tongue: number;
  /** Page modes by title, URL and h1: see modes.ts. */
  readonly mode: number;
  /** What title and h1 promise of names on the page. */
  readonly promised: Promised;
  /** Open headings, outermost first. */
  readonly sections: readonly Section[];
  /** Named last first. */
  readonly recent: readonly Recent[];
  readonly salient: readonly Salient[];
  /** Characters named on the page so far, the last first, as `castKey`. */
  readonly cast: readonly number[];
  /** Those of them whose name said by itself which show is meant: "Lelouch", but not "Karl". */
  readonly sure: readonly number[];
  /** Has the page named any show by its title, or somebody of one by a full name? */
  readonly titled: boolean;
  readonly before: readonly Before[];
  /** How much the page has told so far: moving mean of squeezed log-odds, −1…1. */
  readonly density: number;
  /** The same within the open section, which starts where the page stands. */
  readonly sectionDensity: number;
  /** What the story's reader remembers of the page (story/story.ts); empty where nothing has been read. */
  readonly story: ArrayLike<number>;
  /** How many sentences came before. */
  readonly sentences: number;
  /**
   * How many of them, of those that may be about a show, had words of whoever writes about anime (`bit.domain`,
   * words.ts).
   */
  readonly domain: number;
  /** Names that alone prove nothing, waiting for more of the same show, as `castKey`. */
  readonly pending: readonly number[];
  /** Whom the last sentence asked about, and no more, whether they die: "Yes." tells it then. */
  readonly asked: readonly Mention[];
}

/** Where nothing has been read yet: most sentences tell nothing. */
const usualDensity = -0.7;
/** Share of one sentence in the moving means: about twenty sentences of the page count, five of the section. */
const densityShare = { page: 0.05, section: 0.2 };

/** Moves both means of `state` on by the squeezed log-odds of one more sentence. */
export function moveDensities(state: { density: number; sectionDensity: number }, score: number): void {
  state.density += densityShare.page * (score - state.density);
  state.sectionDensity += densityShare.section * (score - state.sectionDensity);
}

export const emptyState: State = {
  topical: false,
  page: [],
  tongue: 0,
  mode: 0,
  promised: nothing,
  sections: [],
  recent: [],
  salient: [],
  cast: [],
  sure: [],
  titled: false,
  before: [],
  density: usualDensity,
  sectionDensity: usualDensity,
  story: [],
  sentences: 0,
  domain: 0,
  pending: [],
  asked: [],
};

/** Most entries kept of each list: contexts stay small however long the page. */
export const mostPending = 12;
const most = { recent: 8, salient: 6, cast: 64 };
/** Sentences kept of those before a passage. */
export const rememberedSentences = 3;

export function nameShow(recent: readonly Recent[], show: number): readonly Recent[] {
  if (recent[0]?.show === show && recent[0].age === 0) return recent;
  return [{ show, age: 0 }, ...recent.filter((r) => r.show !== show)].slice(0, most.recent);
}

export function nameCharacter(
  salient: readonly Salient[],
  show: number,
  character: number,
): readonly Salient[] {
  return [
    { show, character, age: 0 },
    ...salient.filter((s) => s.show !== show || s.character !== character),
  ].slice(0, most.salient);
}

export function addToCast(cast: readonly number[], show: number, character: number): readonly number[] {
  const key = castKey(show, character);
  if (cast[0] === key) return cast;
  return [key, ...cast.filter((k) => k !== key)].slice(0, most.cast);
}

export function agePassage(recent: readonly Recent[]): readonly Recent[] {
  return recent.length === 0 ? recent : recent.map((r) => ({ ...r, age: r.age + 1 }));
}

export function ageSentence(salient: readonly Salient[]): readonly Salient[] {
  return salient.length === 0 ? salient : salient.map((s) => ({ ...s, age: s.age + 1 }));
}

export function rememberSentence(before: readonly Before[], sentence: Before): readonly Before[] {
  return [sentence, ...before].slice(0, rememberedSentences);
}

export function addPending(pending: readonly number[], keys: readonly number[]): readonly number[] {
  return keys.length === 0 ? pending : [...new Set([...keys, ...pending])].slice(0, mostPending);
}

/** A page whose title or h1 has a word of whoever writes about anime has spoken of it like two sentences. */
export const titleDomain = 2;

/** The sections that stay open after a heading of this level, with the heading's own added. */
export function openSection(sections: readonly Section[], section: Section): readonly Section[] {
  return [...sections.filter((s) => s.level < section.level), section];
}
