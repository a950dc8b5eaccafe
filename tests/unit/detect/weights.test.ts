import { expect, test, vi } from "vitest";
import type { ModelFile } from "../../../lib/detect/model.ts";
import { page, tables, text } from "./fixtures.ts";

/** A detector over modules that nobody has used yet, and one without hidden units beside it. */
async function unused() {
  vi.resetModules();
  const { createInspector } = await import("../../../lib/detect/inspect.ts");
  const plain: ModelFile = { ...JSON.parse(tables.model), units: [], hidden: "" };
  return {
    detector: createInspector(tables),
    other: createInspector({ ...tables, model: JSON.stringify(plain) }),
  };
}

test("what a detector finds does not depend on the weights that another has worked with before", async () => {
  const passage = text("She gives him the lantern and walks away.");
  const before = page("Death Lantern");
  const alone = (await unused()).detector.inspect(passage, before);
  const { detector, other } = await unused();
  other.inspect(passage, before);
  const odds = (analysis: typeof alone) => analysis.sentences[0]!.judged[0]!.alone;
  expect(odds(detector.inspect(passage, before))).toBe(odds(alone));
});
