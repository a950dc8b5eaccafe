/** One passage, sentence by sentence: who is named, what may be told, how sure. Moves the context on. */
import { candidatesOf } from "./candidates.ts";
import {
  addPending,
  agePassage,
  ageSentence,
  nameCharacter,
  nameShow,
  openSection,
  rememberSentence,
  type Section,
  type State,
} from "./context.ts";
import { type CueHits, type CueIndex, findCues } from "./cues.ts";
import { type Candidate, featureNames, fillFeatures } from "./features.ts";
import type { Knowledge } from "./knowledge.ts";
import { type Mention, resolve } from "./mentions.ts";
import { alone, inputCount, type Model, squeeze, together } from "./model.ts";
import { modesOf } from "./modes.ts";
import type { NameHits, NameIndex } from "./names.ts";
import { makeSentence, type Sentence } from "./sentence.ts";
import { sentenceEnds } from "./sentences.ts";
import type { Tokens } from "./tokens.ts";
import type { Passage } from "./types.ts";
import { meanVector, type Vectors } from "./vectors.ts";

/** What a detector works with; tokens and hits hold the passage at hand. */
export interface Workshop {
  readonly tokens: Tokens;
  readonly hits: NameHits;
  readonly names: NameIndex;
  readonly cues: CueIndex;
  readonly model: Model;
  readonly vectors: Vectors;
  readonly know: (show: number) => Knowledge;
  readonly relatives: (show: number) => readonly number[];
}

export interface Judged {
  readonly candidate: Candidate;
  readonly features: Float32Array;
  /** Log-odds by the sentence alone, with the meaning of its neighbours. */
  alone: number;
  neighbours: readonly number[];
  score: number;
}

export interface JudgedSentence {
  readonly sentence: Sentence;
  readonly cues: CueHits;
  /** The likeliest first. */
  readonly judged: Judged[];
}

export interface Analysis {
  readonly sentences: readonly JudgedSentence[];
  readonly after: State;
}

const warning =
  /\bspoilers?\b.{0,40}\b(ahead|below|follow|warning|alert|beware|from here|start)|\b(warning|beware|heavy|major|full|contains?)\b.{0,30}\bspoilers?\b/i;

export function analyse(w: Workshop, passage: Passage, before: State): Analysis {
  const heading = passage.role === "heading";
  const { list, open } = resolve(w.names, w.tokens, w.hits, before, heading);
  let state: State = {
    ...before,
    recent: agePassage(before.recent),
    pending: addPending(before.pending, open),
  };
  if (heading) state = enterSection(state, passage, list);
  if (passage.role !== "heading" && warning.test(passage.text)) state = warn(state);
  const sentences = split(w, list);
  const paragraph: number[] = [];
  const out: JudgedSentence[] = [];
  sentences.forEach((sentence, index) => {
    state = { ...state, salient: ageSentence(state.salient) };
    const cues = findCues(w.cues, sentence.unnamed);
    const candidates = candidatesOf(sentence, state, paragraph, cues, w.know, w.relatives);
    const judged = candidates.map((candidate): Judged => {
      const features = new Float32Array(inputCount(w.vectors.dimensions));
      return { candidate, features, alone: 0, neighbours: [], score: 0 };
    });
    out.push({ sentence, cues, judged });
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
      fillFeatures(features, sentence, candidate, cues, { ...around, state: at, near: near(out, index, candidate) });
    }
  });
  state = { ...state, sentences: before.sentences + out.length };
  const vectors = out.map(({ sentence }) => meanVector(w.vectors, sentence.plain));
  readVectors(w.model, out, vectors, before.before[0]?.vector);
  weighNeighbours(w.model, out, before);
  out.forEach(({ judged }, i) => {
    const top = judged[0];
    state = {
      ...state,
      before: rememberSentence(state.before, {
        score: top ? squeeze(top.alone) : -1,
        show: top?.candidate.show ?? -1,
        fact: top?.candidate.evidence.fact?.index ?? -1,
        vector: vectors[i]!,
      }),
    };
  });
  if (heading) state = scoreSection(state, out);
  const topical =
    state.page.length > 0 || state.recent.length > 0 || state.sections.some((s) => s.shows.length > 0);
  return { sentences: out, after: topical === state.topical ? state : { ...state, topical } };
}

function split(w: Workshop, mentions: readonly Mention[]): Sentence[] {
  const { tokens } = w;
  const inside = (offset: number) =>
    mentions.some(
      (m) => m.character < 0 && offset > tokens.start[m.from]! && offset <= tokens.end[m.to - 1]! + 1,
    );
  const ends = sentenceEnds(tokens.text, inside);
  const out: Sentence[] = [];
  let start = 0;
  let token = 0;
  for (const end of ends) {
    const from = token;
    while (token < tokens.count && tokens.start[token]! < end) token++;
    if (token > from) out.push(makeSentence(tokens, from, token, start, end, mentions));
    start = end;
  }
  return out;
}

function enterSection(state: State, passage: Passage, mentions: readonly Mention[]): State {
  const shows = [...new Set(mentions.map((m) => m.show))];
  const characters = mentions.filter((m) => m.character >= 0).map((m) => (m.show << 8) | m.character);
  const level = passage.level || 6;
  const section: Section = { level, shows, characters, score: 0, fact: -1, factShow: -1, warned: warning.test(passage.text) };
  const page = level === 1 ? [...new Set([...state.page, ...shows])] : state.page;
  const mode = level === 1 ? state.mode | modesOf(passage.text) : state.mode;
  return { ...state, page, mode, sections: openSection(state.sections, section), salient: [], before: [] };
}

function warn(state: State): State {
  const last = state.sections[state.sections.length - 1];
  if (!last) return { ...state, sections: [{ level: 1, shows: [], characters: [], score: 0, fact: -1, factShow: -1, warned: true }] };
  return { ...state, sections: [...state.sections.slice(0, -1), { ...last, warned: true }] };
}

function scoreSection(state: State, sentences: readonly JudgedSentence[]): State {
  const last = state.sections[state.sections.length - 1]!;
  const tops = sentences.flatMap((s) => s.judged.slice(0, 1)).sort((a, b) => b.score - a.score);
  const top = tops[0];
  if (!top) return state;
  const told = top.candidate.evidence.fact;
  const scored = { ...last, score: top.score, fact: told?.index ?? -1, factShow: top.candidate.show };
  return { ...state, sections: [...state.sections.slice(0, -1), scored] };
}

/** What the two sentences on either side tell of the candidate's facts; those further off count half. */
function near(sentences: readonly JudgedSentence[], index: number, c: Candidate): { own: number; any: number } {
  const told = new Float64Array(c.evidence.told.length);
  for (const d of [-2, -1, 1, 2]) {
    const beside = sentences[index + d]?.judged.find((j) => j.candidate.show === c.show);
    beside?.candidate.evidence.told.forEach((w, f) => {
      if (f < told.length) told[f]! += w / Math.abs(d);
    });
  }
  const own = c.evidence.fact ? (told[c.evidence.fact.index] ?? 0) : 0;
  return { own, any: told.reduce((a, b) => Math.max(a, b), 0) };
}

/** Adds the vectors of the sentence and of those beside it to the features, and weighs. */
function readVectors(
  model: Model,
  sentences: readonly JudgedSentence[],
  vectors: readonly Float32Array[],
  before: Float32Array | undefined,
): void {
  const n = featureNames.length;
  sentences.forEach(({ judged }, i) => {
    const beside = [vectors[i], i > 0 ? vectors[i - 1] : before, vectors[i + 1]];
    for (const j of judged) {
      beside.forEach((v, k) => v && j.features.set(v, n + k * v.length));
      j.alone = alone(model, j.features);
    }
  });
}

/** A sentence beside sure ones is surer: spoilers come in runs. */
function weighNeighbours(model: Model, sentences: readonly JudgedSentence[], before: State): void {
  for (const s of sentences) s.judged.sort((a, b) => b.alone - a.alone);
  const top = (i: number) => {
    if (i < 0) return before.before[-i - 1]?.score ?? -1;
    const first = sentences[i]?.judged[0];
    return first ? squeeze(first.alone) : -1;
  };
  const factBefore = (i: number) =>
    i > 0 ? sentences[i - 1]!.judged[0]?.candidate.evidence.fact : undefined;
  const passage = Math.max(-1, ...sentences.map((_, i) => top(i)));
  const section = before.sections[before.sections.length - 1]?.score ?? 0;
  sentences.forEach((s, i) => {
    for (const j of s.judged) {
      const fact = j.candidate.evidence.fact;
      const same = fact !== undefined && fact === factBefore(i);
      j.neighbours = [
        j.alone,
        top(i - 1),
        top(i - 2),
        top(i + 1),
        top(i + 2),
        passage,
        section,
        same ? 1 : 0,
      ];
      j.score = together(model, j.neighbours);
    }
    s.judged.sort((a, b) => b.score - a.score);
  });
}
