/** Scores the detector on labelled articles. Borderline sentences are left out of every figure. */
import type { InspectingDetector } from "../../lib/detect/detect.ts";
import type { Finding } from "../../lib/detect/types.ts";
import { type Doc, pageOf, passageOf, spans } from "./docs.ts";

export interface Scored {
  readonly doc: Doc;
  readonly text: string;
  readonly label: 0 | 1;
  /** The score of the surest finding that hides at least half of the sentence; 0: none does. */
  readonly score: number;
  readonly why: string;
}

export function scoreDocs(docs: readonly Doc[], detector: InspectingDetector): Scored[] {
  const out: Scored[] = [];
  for (const doc of docs) {
    let context = detector.begin(pageOf(doc));
    for (const block of doc.blocks) {
      const { findings, after } = detector.read(passageOf(block), context);
      context = after;
      spans(block).forEach(([start, end], i) => {
        const s = block.sentences[i]!;
        if (s.borderline) return;
        const best = hiding(findings, start, end);
        out.push({ doc, text: s.text, label: s.label, score: best?.score ?? 0, why: best?.why ?? "" });
      });
    }
  }
  return out;
}

function hiding(findings: readonly Finding[], start: number, end: number): Finding | undefined {
  let best: Finding | undefined;
  for (const f of findings) {
    const overlap = Math.min(end, f.end) - Math.max(start, f.start);
    if (overlap * 2 >= end - start && f.score > (best?.score ?? 0)) best = f;
  }
  return best;
}

/** The words that a strict keyword blocker would look for. */
const plainCues = ["dies", "betrayal", "identity", "villain", "return"] as const;

/** The baseline: a name of a catalogued show and a plain cue in one sentence, wherever it stands. */
export function scoreBaseline(
  docs: readonly Doc[],
  detector: InspectingDetector,
  classes: readonly string[],
): Scored[] {
  const wanted = plainCues.map((c) => classes.indexOf(c));
  const out: Scored[] = [];
  for (const doc of docs) {
    let context = detector.begin(pageOf(doc));
    for (const block of doc.blocks) {
      const { sentences, after } = detector.inspect(passageOf(block), context);
      context = after;
      spans(block).forEach(([start, end], i) => {
        const s = block.sentences[i]!;
        if (s.borderline) return;
        const hit = sentences.some(
          (x) =>
            (Math.min(end, x.sentence.end) - Math.max(start, x.sentence.start)) * 2 >= end - start &&
            x.sentence.mentions.length > 0 &&
            wanted.some((c) => x.cues.counts[c]! > 0),
        );
        out.push({ doc, text: s.text, label: s.label, score: hit ? 1 : 0, why: "name and cue" });
      });
    }
  }
  return out;
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
