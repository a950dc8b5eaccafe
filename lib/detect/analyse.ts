/** One passage, sentence by sentence: who is named, what may be told, how sure. Moves the context on. */
import { attribute, candidatesOf } from "./candidates.ts";
import {
  addPending,
  agePassage,
  ageSentence,
  moveDensities,
  nameCharacter,
  nameShow,
  rememberSentence,
  type Section,
  type State,
} from "./context.ts";
import { type CueIndex, findCues, noCues } from "./cues.ts";
import { fillFeatures } from "./features.ts";
import type { Judged, JudgedSentence } from "./judged.ts";
import type { Knowledge } from "./knowledge.ts";
import { resolve } from "./mentions.ts";
import { inputCount, type Model, squeeze } from "./model.ts";
import type { NameHits, NameIndex } from "./names.ts";
import { near, weighAlone, weighTogether } from "./neighbours.ts";
import { phrasesOf } from "./phrases.ts";
import { enterSection, heedWarning, scoreSection } from "./sections.ts";
import { splitSentences } from "./split.ts";
import type { Tokens } from "./tokens.ts";
import type { Passage } from "./types.ts";
import { meanVector, type Vectors } from "./vectors.ts";

/** What words are weighed with: a megabyte to decode. */
export interface Scales {
  readonly cues: CueIndex;
  readonly model: Model;
  readonly vectors: Vectors;
}

/** What a detector works with; tokens and hits hold the passage at hand. */
export interface Workshop {
  readonly tokens: Tokens;
  readonly hits: NameHits;
  readonly names: NameIndex;
  /** Read when the first sentence may be about a show: a heading or a stray name on another page never needs them. */
  readonly scales: () => Scales;
  readonly know: (show: number) => Knowledge;
  readonly relatives: (show: number) => readonly number[];
}

export interface Analysis {
  readonly sentences: readonly JudgedSentence[];
  /** The open sections that the passage is the text of, outermost first; none for a heading. */
  readonly under: readonly Section[];
  readonly after: State;
}

export function analyse(w: Workshop, passage: Passage, before: State): Analysis {
  const heading = passage.role === "heading";
  const { list, open } = resolve(w.names, w.tokens, w.hits, before, heading);
  let state: State = {
    ...before,
    recent: agePassage(before.recent),
    pending: addPending(before.pending, open),
  };
  state = heading ? enterSection(state, passage, list) : heedWarning(state, passage);
  const sentences = splitSentences(w.tokens, list);
  const paragraph: number[] = [];
  const out: JudgedSentence[] = [];
  sentences.forEach((sentence) => {
    state = { ...state, salient: ageSentence(state.salient) };
    const by = attribute(sentence, state, paragraph);
    if (by.size === 0) out.push({ sentence, cues: noCues, judged: [] });
    else {
      const { cues, vectors } = w.scales();
      const hits = findCues(cues, sentence.unnamed);
      const judged = candidatesOf(sentence, state, by, hits, w.know, w.relatives).map((candidate): Judged => {
        const features = new Float32Array(inputCount(vectors.dimensions));
        const phrases = phrasesOf(sentence, candidate.show, candidate.evidence.fact?.subjects ?? []);
        return { candidate, features, phrases, alone: 0, neighbours: [], score: 0 };
      });
      out.push({ sentence, cues: hits, judged });
    }
    for (const m of sentence.mentions) {
      state = { ...state, recent: nameShow(state.recent, m.show) };
      if (m.character >= 0) state = { ...state, salient: nameCharacter(state.salient, m.show, m.character) };
      const known = paragraph.indexOf(m.show);
      if (known >= 0) paragraph.splice(known, 1);
      paragraph.unshift(m.show);
    }
  });
  const section = state.sections[state.sections.length - 1];
  out.forEach(({ sentence, cues, judged }, index) => {
    const around = { role: passage.role, section, index, of: out.length };
    const at = { ...state, sentences: before.sentences + index };
    for (const { candidate, features } of judged) {
      fillFeatures(features, sentence, candidate, cues, {
        ...around,
        state: at,
        near: near(out, index, candidate),
      });
    }
  });
  state = { ...state, sentences: before.sentences + out.length };
  if (out.some(({ judged }) => judged.length > 0)) {
    const { model, vectors } = w.scales();
    const mean = (plain: readonly number[]) => meanVector(vectors, plain);
    const last = before.before[0];
    weighAlone(
      model,
      out,
      out.map(({ sentence }) => mean(sentence.plain)),
      last && mean(last.plain),
    );
    weighTogether(model, out, before);
  }
  out.forEach(({ sentence, judged }) => {
    const top = judged[0];
    const score = top ? squeeze(top.alone) : -1;
    state = {
      ...state,
      ...moveDensities(state, score),
      before: rememberSentence(state.before, { score, plain: sentence.plain }),
    };
  });
  if (heading)
    state = scoreSection(
      state,
      out.map((s) => s.judged),
    );
  const topical =
    state.page.length > 0 || state.recent.length > 0 || state.sections.some((s) => s.shows.length > 0);
  return {
    sentences: out,
    under: heading ? [] : state.sections,
    after: topical === state.topical ? state : { ...state, topical },
  };
}
