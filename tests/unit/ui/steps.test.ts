import fc from "fast-check";
import { expect, test } from "vitest";
import { type Progress, passed } from "../../../lib/catalog/progress.ts";
import { progressFor } from "../../../lib/ui/progress/picker.tsx";
import { nextEpisode, previousEpisode, upToEpisode } from "../../../lib/ui/progress/steps.ts";
import { progressWords } from "../../../lib/ui/progress/words.ts";

const parts = [
  { title: "Season 1", episodes: 2 },
  { title: "Season 2", episodes: 3 },
];
const show = { title: "Alpha", parts };
const at = (part: number, episode: number): Progress => ({ state: "watching", part, episode });

test("one episode on: over the end of a part, and after the last everything is watched", () => {
  const seen: (Progress | undefined)[] = [undefined];
  for (let i = 0; i < 6; i++) seen.push(nextEpisode(parts, seen.at(-1)));
  expect(seen.slice(1)).toEqual([
    at(1, 1),
    at(1, 2),
    at(2, 1),
    at(2, 2),
    { state: "watched" },
    { state: "watched" },
  ]);
});

test("one episode back: from the end to where nothing is seen yet, and to the list", () => {
  expect(previousEpisode(parts, { state: "watched" })).toEqual(at(2, 2));
  expect(previousEpisode(parts, at(2, 1))).toEqual(at(1, 2));
  expect(previousEpisode(parts, at(1, 1))).toEqual(at(1, 0));
  expect(previousEpisode(parts, at(1, 0))).toEqual({ state: "planned" });
});

test("a film goes from not started to watched and back", () => {
  const film = [{ title: "Film", episodes: 1 }];
  expect(nextEpisode(film, undefined)).toEqual({ state: "watched" });
  expect(previousEpisode(film, { state: "watched" })).toEqual({ state: "planned" });
});

test("what is typed is kept within what there is", () => {
  expect(upToEpisode(parts, 2, 99)).toEqual({ state: "watched" });
  expect(upToEpisode(parts, 1, 99)).toEqual(at(1, 2));
  expect(upToEpisode(parts, 1, Number.NaN)).toEqual(at(1, 0));
  expect(upToEpisode(parts, 2, 0)).toEqual(at(2, 0));
  expect(upToEpisode(parts, 7, 1)).toEqual(at(2, 1));
});

test("property: forth and back is where it was, for every place that is not the end", () => {
  const shows = fc.array(fc.record({ title: fc.constant("P"), episodes: fc.integer({ min: 1, max: 5 }) }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(
      shows,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 5 }),
      (some, part, episode) => {
        const here = upToEpisode(some, part, episode);
        if (here.state !== "watching") return;
        const next = nextEpisode(some, here);
        expect(previousEpisode(some, next)).toEqual(here);
        expect(next).not.toEqual(here);
      },
    ),
  );
});

test("who is done with the last part, as a veil can say, is at its last episode", () => {
  const done = at(3, 0);
  expect(progressWords(show, done)).toBe(progressWords(show, at(2, 3)));
  expect(nextEpisode(parts, done)).toEqual({ state: "watched" });
  expect(previousEpisode(parts, done)).toEqual(at(2, 2));
});

test("of an only part it is said how far, of several in which of them", () => {
  expect(progressWords(show, at(2, 1))).toBe("Season 2, up to episode 1");
  expect(progressWords({ ...show, parts: parts.slice(0, 1) }, at(1, 1))).toBe("Up to episode 1");
});

test("a part that is called like the show is not named beside the show", () => {
  const named = { title: "Alpha", parts: [{ title: "Alpha", episodes: 2 }, ...parts] };
  expect(progressWords(named, at(1, 1))).toBe("Up to episode 1");
  expect(progressWords(named, at(2, 1))).toBe("Season 1, up to episode 1");
});

test("before a first episode it is said in words that nothing is seen yet", () => {
  expect(progressWords(show, at(1, 0))).toBe("Watching, nothing seen yet");
  expect(progressWords(show, at(2, 0))).toBe("Season 2, nothing of it seen yet");
});

test("who begins to watch has not passed the first episode yet", () => {
  const begun = progressFor("watching") ?? undefined;
  expect(begun).toEqual(at(1, 0));
  expect(passed(begun, { part: 1, episode: 1 })).toBe(false);
  expect(passed(nextEpisode(parts, begun), { part: 1, episode: 1 })).toBe(true);
});
