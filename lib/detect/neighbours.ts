/** Spoilers come in runs: what the sentences on either side say for and against one. */
import type { State } from "./context.ts";
import { featureCount } from "./features.ts";
import type { Candidate, JudgedSentence } from "./judged.ts";
import { newSeen, type Seen, see } from "./lens.ts";
import { threshold } from "./levels.ts";
import { alone, type Model, squeeze, together } from "./model.ts";
import { logistic } from "./rows.ts";
import { tellsAlone } from "./tells-alone.ts";
import { japanese } from "./tongue.ts";

/**
 * "Mami dies" is sure whatever was learned, and so is "#7: Mami" in a list of deaths. Log-odds, and the score: above
 * the threshold of every level.
 */
const plainOdds = 2;
const plainScore = 0.85;

const isSure = ({ plain, promised }: Candidate) => plain.length > 0 || promised;

/** Log-odds. */
const doubt = 1.5;

/** Log-odds: of Japanese, whose words are not divided and inflect, the glossary understands the least. */
const unheard = 0.4;

/**
 * Is the show one that the page has hardly spoken of? "He will be buried on Thursday", in the obituary of an actor who lent
 * somebody his voice, does not even say that it is meant. Or does no title speak for it, but one name, or several that
 * anybody may have? Half the world's names are some character's: "Grice", in a novel of 1937.
 */
function isPassing({ by, named, evidence, presence }: Candidate): boolean {
  const { cast, proven, topics, domain, titled } = presence;
  const isBare = named === 0 && (by === "recent" || by === "paragraph");
  const isFaint = titled ? isBare && cast < 2 && topics < 2 : (cast < 2 && named < 2) || !proven;
  return isFaint && domain < 2 && evidence.clue === undefined;
}

/**
 * Log-odds: on a page whose title promises the twists or deaths of anime half of what scores .25 to .33 gives one away,
 * on others less than a third.
 */
const promise = 0.4;

/** By fact, what the sentences beside the one at hand tell; all 0 between uses. */
const told: number[] = [];

/** What the two sentences on either side tell of the candidate's facts; those further off count half. */
export function near(
  sentences: readonly JudgedSentence[],
  index: number,
  c: Candidate,
): { own: number; any: number } {
  let own = 0;
  let any = 0;
  if (c.evidence.told === undefined) return { own, any };
  const fact = c.evidence.fact?.index ?? -1;
  for (let d = -2; d <= 2; d++) {
    const pairs = d === 0 ? undefined : toldOf(sentences[index + d], c.show);
    if (pairs === undefined) continue;
    for (let i = 0; i < pairs.length; i += 2) {
      const f = pairs[i]!;
      const sum = (told[f] ?? 0) + pairs[i + 1]! / Math.abs(d);
      told[f] = sum;
      if (f === fact) own = sum;
      if (sum > any) any = sum;
    }
  }
  told.length = 0;
  return { own, any };
}

function toldOf(s: JudgedSentence | undefined, show: number): readonly number[] | undefined {
  if (s === undefined) return undefined;
  for (const j of s.judged) if (j.candidate.show === show) return j.candidate.evidence.told;
  return undefined;
}

/**
 * Weighs each sentence with the vectors of those beside it, and adds these to features that have room for them.
 * The likeliest candidate comes first. `vector`: of a sentence, -1 being the one before the first.
 */
export function weighAlone(
  model: Model,
  sentences: readonly JudgedSentence[],
  vector: (sentence: number) => Float32Array | undefined,
): void {
  const n = featureCount;
  const { seen } = model;
  let looked = -2;
  let first = true;
  /** Each is looked at once, and only those beside a sentence that is weighed. */
  const look = (i: number): Seen | undefined => {
    if (i >= sentences.length) return undefined;
    if (i > looked) {
      looked = i;
      const v = vector(i);
      if (i < 0) first = v !== undefined;
      if (v) see(model.lens, v, (seen[i + 1] ??= newSeen(model.lens)));
    }
    return i < 0 && !first ? undefined : seen[i + 1];
  };
  sentences.forEach(({ judged }, i) => {
    if (judged.length === 0) return;
    const previous = look(i - 1);
    const beside = [look(i), previous, look(i + 1)];
    for (const j of judged) {
      if (j.features.length > n)
        [i, i - 1, i + 1].forEach((at, k) => {
          const v = vector(at);
          if (v) j.features.set(v, n + k * v.length);
        });
      const odds = alone(model, j.features, beside, j.phrases);
      j.alone = isSure(j.candidate) ? Math.max(odds, plainOdds) : odds;
    }
    if (judged.length > 1) judged.sort((a, b) => b.alone - a.alone);
  });
}

/** A sentence beside sure ones is surer: spoilers come in runs. */
export function weighTogether(model: Model, sentences: readonly JudgedSentence[], before: State): void {
  const top = (i: number) => {
    if (i < 0) return before.before[-i - 1]?.score ?? -1;
    const first = sentences[i]?.judged[0];
    return first ? squeeze(first.alone) : -1;
  };
  const factBefore = (i: number) =>
    i > 0 ? sentences[i - 1]!.judged[0]?.candidate.evidence.fact : undefined;
  const tops = sentences.map((_, i) => top(i));
  let passage = -1;
  let sum = 0;
  for (const t of tops) {
    passage = Math.max(passage, t);
    sum += t;
  }
  /** Of the other sentences of the passage; of the section where there are none. */
  const others = (i: number) =>
    tops.length > 1 ? (sum - tops[i]!) / (tops.length - 1) : before.sectionDensity;
  const section = before.sections[before.sections.length - 1]?.score ?? 0;
  const expected =
    (before.tongue === japanese ? unheard : 0) +
    (before.promised.anime && !before.promised.asked ? promise : 0);
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
    }
    const [first] = s.judged;
    /** How much more the story tells than the sentence and its neighbours do, of whichever show. */
    const more = first && s.told !== undefined ? s.told - together(model, first.neighbours) : 0;
    for (const j of s.judged) {
      const sure = isSure(j.candidate) ? plainScore : 0;
      const single =
        sentences.length === 1 && !j.candidate.elses && tellsAlone(j.candidate.evidence, s.sentence, j.alone)
          ? threshold("balanced")
          : 0;
      const odds =
        together(model, j.neighbours) +
        more / 2 +
        expected -
        (isPassing(j.candidate) || j.candidate.elses ? doubt : 0);
      j.score = Math.max(logistic(odds), sure, single);
    }
    if (s.judged.length > 1) s.judged.sort((a, b) => b.score - a.score);
  });
}
