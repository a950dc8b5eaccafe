import { expect, test } from "vitest";
import type { Progress } from "../../../lib/catalog/progress.ts";
import { onward } from "../../../lib/preferences/onward.ts";

const at = (part: number, episode: number): Progress => ({ state: "watching", part, episode });
const watched: Progress = { state: "watched" };

test.each([
  ["not on the list", undefined, at(1, 1), true],
  ["planned", { state: "planned" }, at(1, 0), true],
  ["an episode before", at(1, 5), at(1, 6), true],
  ["at the same episode", at(1, 6), at(1, 6), false],
  ["further in the part", at(1, 8), at(1, 6), false],
  ["in a later part", at(2, 0), at(1, 12), false],
  ["in an earlier part", at(1, 12), at(2, 1), true],
  ["before the end", at(2, 11), watched, true],
  ["done with it", watched, at(2, 1), false],
  ["done with all of it", watched, watched, false],
  ["never to be shielded", { state: "open" }, watched, false],
] as const)("%s", (_, now, to, goes) => {
  const edit = { shows: { alpha: to } };
  expect(onward(now ? { alpha: now, beta: watched } : {}, edit)).toEqual(goes ? edit : undefined);
});

test("of several shows those go on that are not as far", () => {
  const edit = { shows: { alpha: at(1, 3), beta: at(1, 3) } };
  expect(onward({ alpha: at(1, 5) }, edit)).toEqual({ shows: { beta: at(1, 3) } });
  expect(onward({}, { level: "careful" })).toBeUndefined();
});
