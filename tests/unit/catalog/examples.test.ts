import { expect, test } from "vitest";
import { detectorOf, judgeExamples } from "../../../lib/catalog/build/examples.ts";
import { unreachableNames } from "../../../lib/catalog/build/reach.ts";
import { reportExamples } from "../../../lib/catalog/build/report.ts";
import { show, spoiler } from "./fixtures.ts";

// How many of the catalog's own are found, `npm run catalog` counts, and holds to a bound.
const orrery = show({
  characters: [
    { id: "ilven", name: "Ilven Marrosk", given: "Ilven", family: "Marrosk", pronoun: "she" },
    { id: "blank", name: "Tarn", aliases: ["★", "002"], pronoun: "he" },
  ],
  spoilers: [
    spoiler({ example: "Ilven dies when she falls from the dome.", nearMiss: "Ilven loves tea." }),
    spoiler({
      id: "found-too",
      clues: ["falls + dome", "tea"],
      example: "The weather is nice.",
      nearMiss: "Ilven dies in the end, she is killed.",
    }),
  ],
});
const detector = detectorOf([orrery]);

test("what is found is veiled, what is not is explained, a near miss that is veiled is a fault", () => {
  const [plain, swapped] = judgeExamples(detector, orrery);
  expect(plain).toMatchObject({
    example: { veiled: true, spoiler: "ilven-dies" },
    nearMiss: { veiled: false },
  });
  expect(swapped).toMatchObject({
    example: { veiled: false, score: 0, finding: undefined },
    nearMiss: { veiled: true },
  });
  const lines = reportExamples(orrery, [plain!, swapped!]);
  expect(lines[0]).toBe("quiet-orrery: 1 of 2 examples found, 1 near misses veiled");
  expect(lines).toContainEqual("  missed  found-too (0.00): The weather is nice.");
  expect(lines).toContainEqual(
    expect.stringMatching(/^ {2}veiled {2}found-too \(0\.\d+\): Ilven dies in the end/),
  );
});

test("a clue that stands where it should not is named with the place", () => {
  expect(
    reportExamples(orrery, judgeExamples(detector, orrery)).filter((l) => l.startsWith("  stray")),
  ).toEqual([
    '  stray   found-too: the clue "falls + dome" is also in the example of ilven-dies: Ilven dies when she falls from the dome.',
    '  stray   found-too: the clue "tea" is also in the near miss of ilven-dies: Ilven loves tea.',
  ]);
});

test("names that no text can have are found out", () => {
  expect(unreachableNames(detector, orrery, 0)).toEqual([
    'characters.1.aliases.0: "★" can never be found in a text',
    'characters.1.aliases.1: "002" can never be found in a text',
  ]);
});
