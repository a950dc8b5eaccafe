/** Scores the detector on labelled articles. Borderline sentences are left out of every figure. */
import { english } from "../../lib/catalog/build/english.ts";
import { cueCount } from "../../lib/detect/cues.ts";
import type { InspectingDetector } from "../../lib/detect/inspect.ts";
import { reasonWords } from "../../lib/detect/reasons.ts";
import type { Context, Finding, Passage } from "../../lib/detect/types.ts";
import { type Doc, overlap, pageOf, passageOf, spans } from "./docs.ts";

type Span = { readonly start: number; readonly end: number };

export interface Scored {
  readonly doc: Doc;
  readonly text: string;
  readonly label: 0 | 1;
  /** Title of the show that it is about, where the label says so. */
  readonly show: string | undefined;
  /** The score of the surest finding that hides at least half of the sentence; 0: none does. */
  readonly score: number;
  readonly why: string;
}

type Hit = Pick<Scored, "score" | "why">;
const none: Hit = { score: 0, why: "" };

/** Walks the articles: `read` reads a block and says how sure it hides a stretch of it. */
function scoreBy(
  docs: readonly Doc[],
  detector: InspectingDetector,
  read: (passage: Passage, before: Context) => { after: Context; hit: (span: Span) => Hit },
): Scored[] {
  const out: Scored[] = [];
  for (const doc of docs) {
    let context: Context = detector.begin(pageOf(doc));
    for (const block of doc.blocks) {
      const { after, hit } = read(passageOf(block), context);
      context = after;
      spans(block).forEach((span, i) => {
        const { text, label, borderline, show } = block.sentences[i]!;
        if (!borderline) out.push({ doc, text, label, show: show ?? block.show ?? undefined, ...hit(span) });
      });
    }
  }
  return out;
}

const hides = (by: Span, span: Span) => overlap(by, span) * 2 >= span.end - span.start;

export function scoreDocs(docs: readonly Doc[], detector: InspectingDetector): Scored[] {
  return scoreBy(docs, detector, (passage, before) => {
    const { findings, after } = detector.read(passage, before);
    return {
      after,
      hit: (span) => {
        const best = findings
          .filter((f) => !f.bySection && hides(f, span))
          .reduce<Finding | undefined>((best, f) => (f.score > (best?.score ?? 0) ? f : best), undefined);
        return best ? { score: best.score, why: reasonWords(best, english).join("; ") } : none;
      },
    };
  });
}

/** The words that a strict keyword blocker would look for. */
const plainCues = ["dies", "betrayal", "identity", "villain", "return"] as const;

/** The baseline: a name of a catalogued show and a plain cue in one sentence, wherever it stands. */
export function scoreBaseline(docs: readonly Doc[], detector: InspectingDetector): Scored[] {
  return scoreBy(docs, detector, (passage, before) => {
    const { sentences, after } = detector.inspect(passage, before);
    const hit = (span: Span) =>
      sentences.some(
        ({ sentence, cues }) =>
          hides(sentence, span) &&
          sentence.mentions.length > 0 &&
          plainCues.some((c) => cueCount(cues, c) > 0),
      );
    return { after, hit: (span) => (hit(span) ? { score: 1, why: "name and cue" } : none) };
  });
}

export interface Tally {
  readonly sentences: number;
  readonly spoilers: number;
  readonly hits: number;
  readonly wrong: number;
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
  /** Share of the sentences without a spoiler that are hidden. */
  readonly overVeil: number;
}

export function tally(rows: readonly Scored[], at: number): Tally {
  const spoilers = rows.filter((r) => r.label === 1);
  const hits = spoilers.filter((r) => r.score >= at).length;
  const wrong = rows.filter((r) => r.label === 0 && r.score >= at).length;
  const recall = hits / spoilers.length;
  const precision = hits / (hits + wrong);
  return {
    sentences: rows.length,
    spoilers: spoilers.length,
    hits,
    wrong,
    recall,
    precision,
    f1: (2 * recall * precision) / (recall + precision),
    overVeil: wrong / (rows.length - spoilers.length),
  };
}

/** Area under the precision–recall curve: what no threshold can flatter. */
export function averagePrecision(rows: readonly Scored[]): number {
  const sorted = [...rows].sort((a, b) => b.score - a.score);
  const all = rows.filter((r) => r.label).length;
  let hit = 0;
  let sum = 0;
  sorted.forEach((r, i) => {
    if (r.label) sum += ++hit / (i + 1);
  });
  return sum / all;
}

/** Wilson's 95 % interval of `k` in `n`. */
export function interval(k: number, n: number): [number, number] {
  if (n === 0) return [0, 1];
  const z = 1.96;
  const p = k / n;
  const mid = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return [(mid - half) / scale, (mid + half) / scale];
}
