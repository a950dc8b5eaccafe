/** What the detector reaches on our own corpus must not fall by more than a point. */
import { describe, expect, it } from "vitest";
import { threshold } from "../../lib/detect/levels.ts";
import { detectorFor, loadShows } from "./detector.ts";
import { readDocs } from "./docs.ts";
import { articles, thirds } from "./eval.ts";
import { averagePrecision, scoreBaseline, scoreDocs, tally } from "./score.ts";

/**
 * `npm run eval`, balanced; tune is part of the training. Raise them with every gain. Lists and reviews: `-- --docs
 * tests/corpus/articles/lists`: pages whose headings are mostly names, and what stands beside them; reviews, essays,
 * recaps, threads and lists, from which nothing was learned. Languages: the same in German, French, Spanish, Portuguese
 * and Japanese.
 */
const reached = {
  tune: { recall: 0.876, precision: 0.852, average: 0.922, overVeil: 0.026 },
  check: { recall: 0.817, precision: 0.852, average: 0.876, overVeil: 0.025 },
  final: { recall: 0.862, precision: 0.748, average: 0.893, overVeil: 0.05 },
  lists: { recall: 0.885, precision: 0.89, average: 0.932, overVeil: 0.036 },
  languages: { recall: 0.84, precision: 0.864, average: 0.905, overVeil: 0.039 },
  reviews: { recall: 0.863, precision: 0.863, average: 0.901, overVeil: 0.042 },
} as const;
const point = 0.01;

describe("the corpus", () => {
  const detector = detectorFor(loadShows());
  for (const third of [...thirds, "lists", "reviews", "languages"] as const) {
    const docs = readDocs(articles + third);
    it(`${third}: recall, precision and over-veil hold`, () => {
      const rows = scoreDocs(docs, detector);
      const now = tally(rows, threshold("balanced"));
      const before = reached[third];
      expect(now.recall).toBeGreaterThanOrEqual(before.recall - point);
      expect(now.precision).toBeGreaterThanOrEqual(before.precision - point);
      expect(averagePrecision(rows)).toBeGreaterThanOrEqual(before.average - point);
      expect(now.overVeil).toBeLessThanOrEqual(before.overVeil + point);
    });
    it(`${third} is not easy: a name and a cue in one sentence find less than 40 % of its spoilers`, () => {
      expect(tally(scoreBaseline(docs, detector), 1).recall).toBeLessThan(0.4);
    });
  }

  // 50 pages: what has nothing to do with anime and tempts, and text about anime that gives nothing away.
  it("harmless: hardly anything is veiled", () => {
    const rows = scoreDocs(readDocs(`${articles}harmless`), detector);
    expect(tally(rows, threshold("balanced")).overVeil).toBeLessThanOrEqual(0.01 + point / 2);
  });

  it("has 160 articles and 4,000 sentences", () => {
    const all = thirds.flatMap((third) => readDocs(articles + third));
    const sentences = all.flatMap((d) => d.blocks.flatMap((b) => b.sentences));
    expect(all.length).toBeGreaterThanOrEqual(160);
    expect(sentences.length).toBeGreaterThanOrEqual(4000);
  });
});
