import { expect, test } from "vitest";
import { decoyFor } from "../../../lib/page/decoy.ts";

test.each([
  ["Mami dies", 9],
  // One picture, however many letters it is written with: else the decoy is cut off where the word ends.
  ["👩‍👩‍👧‍👦", 1],
  ["👍🏽 ❤️", 3],
  // What has no width.
  ["Ma\u00admi\u200b", 4],
  ["e\u0301t\u00e9", 3],
  ["マミ", 2],
])("%j has a decoy of as many letters as are seen", (text, count) => {
  const decoy = decoyFor(text);
  expect([...decoy]).toHaveLength(count);
  expect(decoy).toMatch(/^[\p{L}\p{N} ]+$/u);
});
