/** `npm run eval -- [--docs DIR] [--level L] [--explain]`: recall and precision of the detector on labelled articles. */
import { type Level, threshold } from "../../lib/detect/levels.ts";
import type { Finding } from "../../lib/detect/types.ts";
import { detectorFor, loadShows } from "./detector.ts";
import { type Doc, pageOf, passageOf, readDocs, spans } from "./docs.ts";

export interface Scored {
  readonly doc: Doc;
  readonly text: string;
  readonly label: 0 | 1;
  readonly score: number;
  readonly why: string;
}

/** Every sentence that is not borderline, with the score of the findings that hide at least half of it. */
export function scoreDocs(docs: readonly Doc[], detector: ReturnType<typeof detectorFor>): Scored[] {
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

export function tally(rows: readonly Scored[], at: number) {
  const spoilers = rows.filter((r) => r.label === 1);
  const hit = spoilers.filter((r) => r.score >= at).length;
  const wrong = rows.filter((r) => r.label === 0 && r.score >= at).length;
  return {
    sentences: rows.length,
    spoilers: spoilers.length,
    recall: hit / spoilers.length,
    precision: hit / (hit + wrong),
    overVeil: wrong / (rows.length - spoilers.length),
    wrong,
  };
}

/** Area under the precision–recall curve: what a threshold cannot flatter. */
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

if (import.meta.main) {
  const arg = (name: string) => {
    const i = process.argv.indexOf(`--${name}`);
    return i < 0 ? undefined : process.argv[i + 1];
  };
  const level = (arg("level") ?? "balanced") as Level;
  const rows = scoreDocs(readDocs(arg("docs")!), detectorFor(loadShows()));
  const groups = new Map<string, Scored[]>([["all", rows]]);
  for (const r of rows) {
    for (const g of [`kind ${r.doc.kind ?? "article"}`, `doc ${r.doc.id}`])
      groups.set(g, [...(groups.get(g) ?? []), r]);
  }
  const f = (x: number) => (Number.isFinite(x) ? x.toFixed(3) : "-");
  for (const [g, list] of groups) {
    const t = tally(list, threshold(level));
    console.log(
      `${g.padEnd(34)} sentences ${t.sentences} spoilers ${t.spoilers} recall ${f(t.recall)} precision ${f(t.precision)} over-veil ${f(t.overVeil)} (${t.wrong})`,
    );
  }
  console.log(`average precision ${f(averagePrecision(rows))}`);
  for (const at of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
    const t = tally(rows, at);
    console.log(`at ${at}: recall ${f(t.recall)} precision ${f(t.precision)} over-veil ${f(t.overVeil)}`);
  }
  if (process.argv.includes("--explain")) {
    for (const r of rows) {
      const hidden = r.score >= threshold(level);
      if (hidden !== Boolean(r.label)) {
        console.log(
          `${r.label ? "MISSED" : "FALSE "} ${r.doc.id} ${r.score.toFixed(2)} ${r.text.slice(0, 180)}\n        ${r.why}`,
        );
      }
    }
  }
}
