/** One passage, sentence by sentence: who is named, what may be told, how sure. Moves the context on. */
import { attribute, type Kin } from "./attribution.ts";
import { candidatesOf } from "./candidates.ts";
import {
  addPending,
  addToCast,
  agePassage,
  ageSentence,
  moveDensities,
  nameCharacter,
  nameShow,
  rememberedSentences,
  rememberSentence,
  type Section,
  type State,
} from "./context.ts";
import { type CueIndex, findCues, noCues } from "./cues.ts";
import { entryMentions, hearPromise, isEntry } from "./entry.ts";
import { featureCount, fillFeatures } from "./features.ts";
import type { Attribution, Judged, JudgedSentence } from "./judged.ts";
import type { Knowledge } from "./knowledge.ts";
import { findAlike, type Likeness } from "./likeness.ts";
import { type Mention, resolve, topicsOf } from "./mentions.ts";
import { addMisspelt } from "./misspelt.ts";
import { inputCount, type Model, squeeze } from "./model.ts";
import type { NamedText } from "./named-text.ts";
import { near, weighAlone, weighTogether } from "./neighbours.ts";
import { tellsOfPair } from "./pairs.ts";
import { phrasesOf, wordsOf } from "./phrases.ts";
import { nothing, type Promised, promiseBoth, promisedByLabel, promisedTo } from "./promise.ts";
import { enterSection, heedWarning, holdsWarning, scoreSection } from "./sections.ts";
import { isIn, makeSentence, type Sentence } from "./sentence.ts";
import { type Span, splitSentences } from "./split.ts";
import { openNames } from "./standing-names.ts";
import { readOn, type Story } from "./story/story.ts";
import type { Tokens } from "./tokens.ts";
import { german } from "./tongue.ts";
import type { Passage } from "./types.ts";
import { meanVector, rowOf, type Vectors } from "./vectors.ts";
import { bit, tidyWords } from "./words.ts";

/** "Does", "Is", "Will": what begins a question that a "yes" answers. */
const isOpen = (s: Sentence) => isIn(s, 0, bit.asking | bit.modal);

/** What words are weighed with: a megabyte to decode. */
export interface Scales {
  readonly cues: CueIndex;
  readonly model: Model;
  /** `undefined`: the model has learned none. */
  readonly story: Story | undefined;
  readonly vectors: Vectors;
  readonly likeness: (show: number) => Likeness;
}

/** What a detector works with; `text` holds the passage at hand. */
export interface Workshop {
  readonly text: NamedText;
  /** Read when the first sentence may be about a show: a heading or a stray name on another page never needs them. */
  readonly scales: () => Scales;
  readonly know: (show: number) => Knowledge;
  /** What kinds of page (modes.ts) the tokens speak for, as a title. */
  readonly modes: () => number;
  readonly kin: Kin;
}

export interface Analysis {
  readonly sentences: readonly JudgedSentence[];
  /** The open sections that the passage is the text of, outermost first; none for a heading. */
  readonly under: readonly Section[];
  readonly after: State;
}

/** A state on its way to the next one: nobody else holds it yet. */
type Draft = { -readonly [K in keyof State]: State[K] };

/**
 * `pool`: arrays of features to use again, for whoever keeps nothing of the analysis; they hold no vectors then.
 * Without it everything is made anew.
 */
export function analyse(w: Workshop, passage: Passage, before: State, pool?: Float32Array[]): Analysis {
  tidyWords();
  const { tokens } = w.text;
  const heading = passage.role === "heading";
  const topics = topicsOf(before);
  const english = before.tongue === 0;
  if (topics.length > 0 && (english || before.tongue === german)) {
    const { vectors } = w.scales();
    addMisspelt(w.text, topics, (hash) => rowOf(vectors, hash) >= 0, english);
  }
  const unnamed = pool && !isTopical(before) ? openNames(w.text, before, heading) : undefined;
  const { list: sure, open } = unnamed
    ? { list: [], open: unnamed }
    : resolve(w.text, before, heading, (show, mentions) => tellsOfPair(() => w.know(show), tokens, mentions));
  const promised = promisedTo(before, passage);
  const alone = promised !== nothing && sure.length === 0 && (promised.anime || isTopical(before));
  const list = alone ? entryMentions(passage, w.text, promised, w.know) : sure;
  const aged = {
    ...before,
    recent: agePassage(before.recent),
    pending: addPending(before.pending, open),
  };
  const warned = holdsWarning(tokens) ? heedWarning(aged, tokens) : aged;
  const state: Draft = { ...(heading ? enterSection(aged, passage, tokens, list) : warned) };
  if (heading && passage.level === 1) state.mode |= w.modes();
  if (pool && list.length === 0 && !isTopical(state)) return passOver(tokens, state);
  const sentences = gather(w, passage, list, promised, state, pool);
  if (sentences.some(({ judged }) => judged.length > 0)) weigh(w, passage, sentences, state, before);
  state.sentences = before.sentences + sentences.length;
  const first = sentences.length - rememberedSentences;
  sentences.forEach(({ sentence, judged }, i) => {
    const top = judged[0];
    const score = top ? squeeze(top.alone) : -1;
    moveDensities(state, score);
    if (i >= first) state.before = rememberSentence(state.before, { score, plain: sentence.plain });
  });
  if (heading) state.sections = scoreSection(state.sections, sentences);
  state.topical = isTopical(state);
  return { sentences, under: heading ? [] : state.sections, after: state };
}

function isTopical(state: State): boolean {
  return state.page.length > 0 || state.recent.length > 0 || state.sections.some((s) => s.shows.length > 0);
}

/** Of a passage that can be about no show: how many sentences it had, and what the last ones were. */
function passOver(tokens: Tokens, state: Draft): Analysis {
  const spans = splitSentences(tokens, []);
  state.sentences += spans.length;
  spans.forEach(({ from, to }, i) => {
    moveDensities(state, -1);
    if (i < spans.length - rememberedSentences) return;
    state.before = rememberSentence(state.before, {
      score: -1,
      plain: [...tokens.hash.subarray(from, to)],
    });
  });
  state.topical = false;
  return { sentences: [], under: [], after: state };
}

/** The passage's sentences, each with what it may be about; moves on who was named last. `promised`: to it. */
function gather(
  w: Workshop,
  passage: Passage,
  mentions: readonly Mention[],
  promised: Promised,
  state: Draft,
  pool: Float32Array[] | undefined,
): JudgedSentence[] {
  const { tokens } = w.text;
  const paragraph: number[] = [];
  let used = 0;
  const newFeatures = () =>
    pool
      ? (pool[used++] ??= new Float32Array(featureCount))
      : new Float32Array(inputCount(w.scales().vectors.dimensions));
  return splitSentences(tokens, mentions).map((span) => {
    state.salient = ageSentence(state.salient);
    const by = attribute(span.mentions, state, paragraph);
    const out =
      by.size === 0
        ? { sentence: makeSentence(tokens, span, true), cues: noCues, judged: [] }
        : readSentence(w, passage, span, by, promised, state, newFeatures);
    if (out.sentence.anyBits & bit.domain) state.domain++;
    const isAsked = out.judged.some(({ candidate }) => candidate.elses) && isOpen(out.sentence);
    state.asked = isAsked ? span.mentions : [];
    rememberNames(span.mentions, state, paragraph);
    return out;
  });
}

/** A sentence that may be about shows: `by` which, and why. */
function readSentence(
  w: Workshop,
  passage: Passage,
  span: Span,
  by: Map<number, Attribution>,
  promised: Promised,
  state: State,
  newFeatures: () => Float32Array,
): JudgedSentence {
  const { tokens } = w.text;
  const written = makeSentence(tokens, span, false);
  const found = findCues(w.scales().cues, written);
  const { innocent } = found;
  // "Scared to death" is no clue of a death either.
  const sentence = innocent
    ? { ...written, stems: written.stems.map((s, i) => (innocent.has(i) ? 0 : s)) }
    : written;
  const labelled = innocent ? nothing : promisedByLabel(tokens, span);
  const isListed = promised !== nothing && isEntry(passage, w.text, promised, sentence.start);
  const listed = isListed ? promiseBoth(promised, labelled) : labelled;
  const candidates = candidatesOf(sentence, state, by, found, listed, w.know, w.kin);
  return {
    sentence,
    cues: candidates.some((candidate) => candidate.promised) ? hearPromise(found, listed) : found,
    judged: candidates.map((candidate): Judged => {
      const words = wordsOf(sentence, candidate.show, candidate.evidence.fact?.subjects ?? []);
      const phrases = phrasesOf(words);
      return { candidate, features: newFeatures(), words, phrases, alone: 0, neighbours: [], score: 0 };
    }),
  };
}

/** `paragraph`: shows named so far in the passage, the last first. */
function rememberNames(mentions: readonly Mention[], state: Draft, paragraph: number[]): void {
  for (const { from, to, show, character, title, sure } of mentions) {
    state.recent = nameShow(state.recent, show);
    if (character >= 0) {
      state.salient = nameCharacter(state.salient, show, character);
      state.cast = addToCast(state.cast, show, character);
      if (sure) state.sure = addToCast(state.sure, show, character);
    }
    if (title || (sure && to - from > 1)) state.titled = true;
    const known = paragraph.indexOf(show);
    if (known >= 0) paragraph.splice(known, 1);
    paragraph.unshift(show);
  }
}

/** Scores every candidate of every sentence. `state`: at the end of the passage but for its sentences. */
function weigh(
  w: Workshop,
  passage: Passage,
  sentences: readonly JudgedSentence[],
  state: Draft,
  before: State,
): void {
  const { model, story, vectors, likeness } = w.scales();
  const section = state.sections[state.sections.length - 1];
  sentences.forEach(({ sentence, cues, judged }, index) => {
    for (const { candidate, features } of judged) {
      fillFeatures(features, sentence, candidate, cues, {
        mode: state.mode,
        sentences: before.sentences + index,
        role: passage.role,
        section,
        near: near(sentences, index, candidate),
        alike: findAlike(
          vectors,
          likeness(candidate.show),
          w.know(candidate.show),
          sentence.plain,
          candidate.evidence.fact?.index ?? -1,
        ),
        index,
        of: sentences.length,
      });
    }
  });
  const last = before.before[0];
  const means: (Float32Array | undefined)[] = [];
  /** Asked for by both readers, and by a sentence for those beside it: made once, of those that are asked for. */
  const mean = (i: number) => {
    const plain = i < 0 ? last?.plain : sentences[i]?.sentence.plain;
    return plain && (means[i + 1] ??= meanVector(vectors, plain).slice());
  };
  weighAlone(model, sentences, mean);
  if (story) state.story = readOn(story, sentences, mean, before.story);
  weighTogether(model, sentences, before);
}
