import { expect, test } from "vitest";
import { createDetector } from "../../../lib/detect/detect.ts";
import type { ModelFile } from "../../../lib/detect/model.ts";
import { eager, page, tables, text } from "./fixtures.ts";

test("hidden units count, whatever weights another detector has worked with before", () => {
  const passage = text("She gives him the lantern and walks away.");
  const before = page("Death Lantern");
  eager.read(passage, before); // has no hidden units
  const odds = (model: string) =>
    createDetector({ ...tables, model }).inspect(passage, before).sentences[0]!.judged[0]!.alone;
  const linear = { ...(JSON.parse(tables.model) as ModelFile), units: [], hidden: "" };
  expect(odds(tables.model)).not.toBe(odds(JSON.stringify(linear)));
});
