/** Labelled articles as the story's reader learns from them. */
import type { Show } from "../../../lib/catalog/schema.ts";
import { featureCount } from "../../../lib/detect/features.ts";
import type { ModelFile } from "../../../lib/detect/model.ts";
import { numberWords } from "../../../lib/detect/story/encoder.ts";
import { meanVector } from "../../../lib/detect/vectors.ts";
import { detectorFor, inspectDoc, vectorsFor } from "../detector.ts";
import { type Doc, overlapping, spans } from "../docs.ts";
import { weightOf } from "../labels.ts";
import type { Line } from "./network.ts";

/** Page by page the labelled sentences that may be about a show, in order. */
export function collectPages(docs: readonly Doc[], shows: Show[], model: ModelFile): Line[][] {
  const detector = detectorFor(shows, model);
  const vectors = vectorsFor(shows);
  return docs.map((doc) =>
    [...inspectDoc(detector, doc)].flatMap(([block, { sentences }], passage) => {
      const labels = spans(block).map((span, i) => ({ span, labelled: block.sentences[i]! }));
      return sentences.flatMap((s): Line[] => {
        const found = overlapping(labels, s.sentence, (l) => l.span);
        const [first] = s.judged;
        if (!found || !first) return [];
        return [
          {
            rules: first.features.slice(0, featureCount),
            words: Uint16Array.from(numberWords(vectors, first.words)),
            mean: meanVector(vectors, s.sentence.plain).slice(),
            passage,
            y: found.labelled.label,
            weight: weightOf(found.labelled),
          },
        ];
      });
    }),
  );
}
