import { expect, test } from "vitest";
import { addressWords } from "../../lib/detect/address.ts";
import { createGate } from "../../lib/detect/gate.ts";
import { decodeNames } from "../../lib/detect/names.ts";
import { detectorFor, loadShows, tablesFor } from "./detector.ts";
import { pageOf, passageOf, readDocs } from "./docs.ts";
import { articles, thirds } from "./eval.ts";

test("of the articles of the corpus it keeps out some of the ordinary ones and none that has a finding", () => {
  const shows = loadShows();
  const detector = detectorFor(shows);
  const real = decodeNames(tablesFor(shows).names);
  let kept = 0;
  let ordinary = 0;
  for (const third of thirds) {
    for (const doc of readDocs(`${articles}${third}`)) {
      if (doc.kind === "ordinary") ordinary++;
      const gate = createGate(real);
      const page = pageOf(doc);
      const passages = doc.blocks.map(passageOf);
      if ([page.title, addressWords(page.url), ...passages.map((p) => p.text)].some(gate)) continue;
      kept++;
      let context = detector.begin(page);
      for (const passage of passages) {
        const { findings, after } = detector.read(passage, context);
        expect(findings, doc.id).toEqual([]);
        context = after;
      }
    }
  }
  console.log(`the gate keeps out ${kept} of ${ordinary} ordinary articles`);
  expect(kept).toBeGreaterThan(ordinary / 2);
});
