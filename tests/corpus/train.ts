/**
 * `npm run train -- FOLDER …`: learns data/model.json from folders of labelled articles.
 * Deterministic: the same folders and catalog give the same file.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { Show } from "../../lib/catalog/schema.ts";
import { featureNames } from "../../lib/detect/features.ts";
import type { Judged, JudgedSentence } from "../../lib/detect/judged.ts";
import { inputCount, type Model, neighbourNames } from "../../lib/detect/model.ts";
import { words } from "../../lib/detect/tokens.ts";
import { detectorFor, loadShows, modelFile } from "./detector.ts";
import { type Doc, overlap, pageOf, passageOf, readDocs, spans } from "./docs.ts";
import { type Row, trainNetwork } from "./learn.ts";

/** Where nothing is learned yet: a name or a pronoun beside a death word. */
export function startModel(): Model {
  const start: Record<string, number> = { clue: 3, bound: 3, weight: 2, "subject*cue": 2, sectionScore: 1 };
  const inputs = inputCount(dimensions);
  return {
    names: featureNames,
    dimensions,
    linear: [...Array.from({ length: inputs }, (_, i) => start[featureNames[i]!] ?? 0), -3],
    hidden: [],
    neighbours: [...neighbourNames.map((n) => (n === "own" ? 1 : 0)), 0],
  };
}

interface Example {
  readonly judged: Judged;
  readonly y: 0 | 1;
  readonly weight: number;
}

const key = (title: string) => words(title).join(" ");

/** Of data/vectors.bin. */
const dimensions = readFileSync(new URL("../../data/vectors.bin", import.meta.url))[4]!;

/** Rounds of collecting and learning: the context (headings, neighbours) depends on the model itself. */
const rounds = 2;

export function collect(docs: readonly Doc[], shows: Show[], model: Model): Example[] {
  const detector = detectorFor(shows, model);
  const out: Example[] = [];
  for (const doc of docs) {
    let context = detector.begin(pageOf(doc));
    for (const block of doc.blocks) {
      const analysis = detector.inspect(passageOf(block), context);
      context = analysis.after;
      spans(block).forEach((span, i) => {
        const labelled = block.sentences[i]!;
        const s = overlapping(analysis.sentences, span);
        if (!s || s.judged.length === 0) return;
        const title = key(labelled.show ?? block.show ?? "");
        const own = s.judged.find((j) => key(shows[j.candidate.show]!.title) === title);
        const judged = labelled.label ? (own ?? s.judged[0]!) : s.judged[0]!;
        out.push({ judged, y: labelled.label, weight: labelled.borderline ? 0.25 : 1 });
      });
    }
  }
  return out;
}

function overlapping(sentences: readonly JudgedSentence[], span: { start: number; end: number }) {
  let best: JudgedSentence | undefined;
  let most = 0;
  for (const s of sentences) {
    const o = overlap(span, s.sentence);
    if (o > most) {
      most = o;
      best = s;
    }
  }
  return best;
}

export interface Settings {
  /** Networks that see everything, and those that see the rules' features alone. */
  readonly members: number;
  readonly rulesOnly: number;
  readonly hidden: number;
  readonly epochs: number;
  readonly decay: number;
  readonly dropout: number;
}
export const settings: Settings = {
  members: 3,
  rulesOnly: 2,
  hidden: 16,
  epochs: 16,
  decay: 0.1,
  dropout: 0.25,
};

/**
 * Several networks as one: their mean is surer than each of them. Some see the rules' features alone, so that what a
 * rule knows is not talked away by how the words sound.
 */
function committee(rows: readonly Row[], s: Settings): Pick<Model, "linear" | "hidden"> {
  const rules = featureNames.length;
  const blind = rows.map((r): Row => ({ ...r, x: Float32Array.from(r.x, (v, i) => (i < rules ? v : 0)) }));
  const members = Array.from({ length: s.members + s.rulesOnly }, (_, i) =>
    trainNetwork(i < s.members ? rows : blind, { ...s, rate: 0.003, seed: 7 + i }),
  );
  // A blind member's weights on what it never saw are only the noise that it started with.
  const mute = (w: readonly number[], i: number) =>
    i < s.members ? w : w.map((v, k) => (k >= rules && k < rows[0]!.x.length ? 0 : v));
  const n = members.length;
  return {
    linear: members[0]!.linear.map(
      (_, k) => members.reduce((sum, m, i) => sum + mute(m.linear, i)[k]!, 0) / n,
    ),
    hidden: members.flatMap((m, i) =>
      m.hidden.map((unit) => [...mute(unit, i).slice(0, -1), unit.at(-1)! / n]),
    ),
  };
}

export function train(docs: readonly Doc[], shows: Show[], s: Settings = settings): Model {
  let model = startModel();
  for (let round = 0; round < rounds; round++) {
    const alone = collect(docs, shows, model).map(
      (e): Row => ({ x: e.judged.features, y: e.y, weight: e.weight }),
    );
    model = { ...model, ...committee(alone, s) };
    const together = collect(docs, shows, model).map(
      (e): Row => ({ x: e.judged.neighbours, y: e.y, weight: e.weight }),
    );
    const plain = { hidden: 0, epochs: 20, decay: 0.001, dropout: 0, rate: 0.01, seed: 3 };
    model = { ...model, neighbours: trainNetwork(together, plain).linear };
  }
  const round = (n: number) => Math.round(n * 1e3) / 1e3;
  return {
    ...model,
    linear: model.linear.map(round),
    hidden: model.hidden.map((u) => u.map(round)),
    neighbours: model.neighbours.map(round),
  };
}

if (import.meta.main) {
  const folders = process.argv.slice(2);
  if (folders.length === 0) throw new Error("npm run train -- FOLDER …");
  const docs = folders.flatMap(readDocs);
  const model = train(docs, loadShows());
  writeFileSync(modelFile, `${JSON.stringify(model)}\n`);
  console.log(`${docs.length} articles`);
  const listed = featureNames.map((n, i) => [n, model.linear[i]!] as const).sort((a, b) => b[1] - a[1]);
  for (const [n, w] of listed) console.log(n.padEnd(20), w);
  console.log(model.neighbours.map((w, i) => `${neighbourNames[i] ?? "bias"} ${w}`).join("  "));
}
