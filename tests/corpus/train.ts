/**
 * `npm run train -- FOLDER …`: learns data/model.json from folders of labelled articles.
 * Deterministic: the same folders and catalog give the same file.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { Show } from "../../lib/catalog/schema.ts";
import { featureNames, neighbourNames } from "../../lib/detect/feature-names.ts";
import type { Judged } from "../../lib/detect/judged.ts";
import { inputCount, type ModelFile } from "../../lib/detect/model.ts";
import { encodePhrases } from "../../lib/detect/phrases.ts";
import { encodeWeights } from "../../lib/detect/story/weights.ts";
import { detectorFor, inspectDoc, loadShows, modelFile, vectorsFor, withoutSpoilers } from "./detector.ts";
import { type Doc, overlapping, readDocs, spans } from "./docs.ts";
import { judgedAs, weightOf } from "./labels.ts";
import { type Network, type Row, trainNetwork } from "./learn.ts";
import { learnStory, storySettings } from "./story/learner.ts";
import { collectPages } from "./story/pages.ts";

/** Where nothing is learned yet: a name or a pronoun beside a death word. */
export function startModel(): ModelFile {
  const start: Record<string, number> = { clue: 3, bound: 3, weight: 2, "subject*cue": 2, sectionScore: 1 };
  const inputs = inputCount(dimensions);
  return {
    names: featureNames,
    dimensions,
    linear: [...Array.from({ length: inputs }, (_, i) => start[featureNames[i]!] ?? 0), -3],
    units: [],
    hidden: "",
    phrases: "",
    story: "",
    neighbours: [...neighbourNames.map((n) => (n === "own" ? 1 : 0)), 0],
  };
}

interface Example {
  readonly judged: Judged;
  readonly y: 0 | 1;
  readonly weight: number;
}

/** Of data/vectors.bin. */
const dimensions = readFileSync(new URL("../../data/vectors.bin", import.meta.url))[4]!;

export function collect(docs: readonly Doc[], shows: Show[], model: ModelFile): Example[] {
  const detector = detectorFor(shows, model);
  const out: Example[] = [];
  for (const doc of docs) {
    for (const [block, analysis] of inspectDoc(detector, doc)) {
      spans(block).forEach((span, i) => {
        const labelled = block.sentences[i]!;
        const s = overlapping(analysis.sentences, span, (s) => s.sentence);
        if (!s || s.judged.length === 0) return;
        const weight = weightOf(labelled);
        const own = judgedAs(labelled.show ?? block.show, s, shows);
        if (labelled.label) out.push({ judged: own ?? s.judged[0]!, y: 1, weight });
        // Whichever show a harmless sentence is read as one about, it is harmless.
        else
          for (const judged of s.judged)
            out.push({ judged, y: 0, weight: judged === s.judged[0] ? weight : weight / 2 });
      });
    }
  }
  return out;
}

export interface Settings {
  /** Networks that see everything, and those that see the rules' features alone. */
  readonly members: number;
  readonly rulesOnly: number;
  readonly hidden: number;
  readonly epochs: number;
  readonly decay: number;
  readonly dropout: number;
  readonly phraseRate: number;
  readonly phraseDecay: number;
}
export const settings: Settings = {
  members: 3,
  rulesOnly: 1,
  hidden: 16,
  epochs: 8,
  decay: 0.1,
  dropout: 0.27,
  phraseRate: 0.001,
  phraseDecay: 0.3,
};

/** A phrase that fewer examples have is chance. */
const leastExamples = 20;

/** Phrases that enough examples have, by hash: their index. */
function commonPhrases(examples: readonly Example[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { judged } of examples)
    for (const hash of judged.phrases) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= leastExamples);
  return new Map(common.map(([hash], index) => [hash, index]));
}

/**
 * Several networks as one: their mean is surer than each of them. Some see the rules' features alone, so that what a
 * rule knows is not talked away by how the words sound.
 */
function committee(
  examples: readonly Example[],
  s: Settings,
): Pick<ModelFile, "linear" | "units" | "hidden" | "phrases"> {
  const rules = featureNames.length;
  const inputs = inputCount(dimensions);
  const index = commonPhrases(examples);
  const rows = examples.map(({ judged, y, weight }): Row => {
    const ids = [...judged.phrases].map((hash) => index.get(hash) ?? -1).filter((id) => id >= 0);
    return { x: judged.features, y, weight, phrases: Int32Array.from(ids) };
  });
  const blind = rows.map(({ x, y, weight }): Row => ({ x: x.slice(0, rules), y, weight }));
  const members = Array.from({ length: s.members + s.rulesOnly }, (_, i) =>
    trainNetwork(i < s.members ? rows : blind, {
      ...s,
      rate: 0.003,
      seed: 7 + i,
      phrases: i < s.members ? index.size : 0,
    }),
  );
  const n = members.length;
  const sum = (of: (m: Network) => number) => members.reduce((total, m) => total + of(m), 0);
  /** A blind member has no weights on what it never saw; its bias stands right behind the rules. */
  const weight = (w: Float64Array, i: number) =>
    w.length > inputs ? w[i]! : i < rules ? w[i]! : i < inputs ? 0 : w[i - inputs + rules]!;
  const units: [number, number, number][] = [];
  const hidden: number[] = [];
  for (const unit of members.flatMap((m) => m.hidden)) {
    const weights = Array.from({ length: inputs }, (_, i) => weight(unit, i));
    const scale = Math.max(1e-9, ...weights.map(Math.abs)) / 127;
    units.push([round(scale, 6), round(weight(unit, inputs), 4), round(weight(unit, inputs + 1) / n, 5)]);
    hidden.push(...weights.map((w) => Math.round(w / scale) & 255));
  }
  return {
    linear: Array.from({ length: inputs + 1 }, (_, i) => round(sum((m) => weight(m.linear, i)) / n, 3)),
    units,
    hidden: Buffer.from(hidden).toString("base64"),
    phrases: encodePhrases(new Map([...index].map(([hash, i]) => [hash, sum((m) => m.phrases[i] ?? 0) / n]))),
  };
}

const round = (x: number, digits: number) => Math.round(x * 10 ** digits) / 10 ** digits;

/** The examples of the articles, and once more as if the catalog listed no fact: much that happens is not listed. */
function collectAll(docs: readonly Doc[], shows: Show[], model: ModelFile): Example[] {
  return [...collect(docs, shows, model), ...collect(docs, withoutSpoilers(shows), model)];
}

/** The story's reader learns from whole pages, those two times, by what the model makes of each sentence. */
function trainStory(docs: readonly Doc[], shows: Show[], model: ModelFile): string {
  const pages = [...collectPages(docs, shows, model), ...collectPages(docs, withoutSpoilers(shows), model)];
  return encodeWeights(learnStory(pages, vectorsFor(shows), storySettings));
}

/**
 * Learns from the articles. The context of a sentence (headings, neighbours) depends on the model itself: a quick one
 * gives the first. How far neighbours count is learned on articles that the networks have not seen, or they would
 * seem surer than they are.
 */
export function train(docs: readonly Doc[], shows: Show[], s: Settings = settings): ModelFile {
  const quick = { ...s, members: 1, rulesOnly: 0 };
  let model = startModel();
  model = { ...model, ...committee(collect(docs, shows, model), { ...quick, hidden: 8, epochs: 4 }) };
  const rows: Row[] = [];
  for (const half of [0, 1]) {
    const seen = docs.filter((_, i) => i % 2 === half);
    const unseen = docs.filter((_, i) => i % 2 !== half);
    const halfModel = { ...model, ...committee(collectAll(seen, shows, model), quick) };
    for (const { judged, y, weight } of collectAll(unseen, shows, halfModel))
      rows.push({ x: judged.neighbours, y, weight });
  }
  const plain = { hidden: 0, epochs: 6, decay: 0.001, dropout: 0, rate: 0.01, seed: 3 };
  model = { ...model, neighbours: [...trainNetwork(rows, plain).linear].map((w) => round(w, 3)) };
  model = { ...model, ...committee(collectAll(docs, shows, model), s) };
  return { ...model, story: trainStory(docs, shows, model) };
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
