/** Spoilers come in runs: what the sentences on either side say for and against one. */
import type { State } from "./context.ts";
import { type Candidate, featureNames } from "./features.ts";
import type { JudgedSentence } from "./judged.ts";
import { alone, type Model, squeeze, together } from "./model.ts";

/** "Mami dies" is sure whatever was learned. Log-odds, and the score: above the threshold of every level. */
const plainOdds = 2;
const plainScore = 0.85;

/** What the two sentences on either side tell of the candidate's facts; those further off count half. */
export function near(
  sentences: readonly JudgedSentence[],
  index: number,
  c: Candidate,
): { own: number; any: number } {
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
export function weighAlone(
  model: Model,
  sentences: readonly JudgedSentence[],
  vectors: readonly Float32Array[],
  before: Float32Array | undefined,
): void {
  const n = featureNames.length;
  sentences.forEach(({ judged }, i) => {
    const beside = [vectors[i], i > 0 ? vectors[i - 1] : before, vectors[i + 1]];
    for (const j of judged) {
      beside.forEach((v, k) => {
        if (v) j.features.set(v, n + k * v.length);
      });
      j.alone = Math.max(
        alone(model, j.features, j.phrases),
        j.candidate.plain ? plainOdds : Number.NEGATIVE_INFINITY,
      );
    }
  });
}

/** A sentence beside sure ones is surer: spoilers come in runs. */
export function weighTogether(model: Model, sentences: readonly JudgedSentence[], before: State): void {
  for (const s of sentences) s.judged.sort((a, b) => b.alone - a.alone);
  const top = (i: number) => {
    if (i < 0) return before.before[-i - 1]?.score ?? -1;
    const first = sentences[i]?.judged[0];
    return first ? squeeze(first.alone) : -1;
  };
  const factBefore = (i: number) =>
    i > 0 ? sentences[i - 1]!.judged[0]?.candidate.evidence.fact : undefined;
  const tops = sentences.map((_, i) => top(i));
  const passage = Math.max(-1, ...tops);
  const sum = tops.reduce((a, b) => a + b, 0);
  /** Of the other sentences of the passage; of the section where there are none. */
  const others = (i: number) =>
    tops.length > 1 ? (sum - tops[i]!) / (tops.length - 1) : before.sectionDensity;
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
        others(i),
        section,
        same ? 1 : 0,
        before.density,
        before.sectionDensity,
      ];
      j.score = Math.max(together(model, j.neighbours), j.candidate.plain ? plainScore : 0);
    }
    s.judged.sort((a, b) => b.score - a.score);
  });
}
