import { expect, test } from "vitest";
import { pauseLeft, watchPause } from "../../../lib/preferences/pause.ts";

test.each([
  [null, 5, 0],
  [{ until: 15 }, 5, 10],
  [{ until: 15 }, 15, 0],
  [{ until: 15 }, 99, 0],
  // A clock that has been set back by a day: the pause is not longer by a day.
  [{ until: 86_400_015 + 900_000 }, 15, 0],
  [{ until: "restart" }, 99, Number.POSITIVE_INFINITY],
] as const)("%j at %i: %i ms left", (pause, now, left) => {
  expect(pauseLeft(pause, now)).toBe(left);
});

function setup() {
  const timers: { run: () => void; ms: number }[] = [];
  const answers: ((holds: boolean) => void)[] = [];
  const state = { now: 0, changes: 0 };
  const watch = watchPause({
    now: () => state.now,
    later: (run, ms) => timers.push({ run, ms }),
    ask: (answer) => answers.push(answer),
    changed: () => state.changes++,
  });
  return { timers, answers, state, watch };
}

test("a pause ends by itself, to the millisecond", () => {
  const { timers, state, watch } = setup();
  const pause = { until: 20_000 };
  expect(watch.paused(pause)).toBe(true);
  expect(watch.paused(pause)).toBe(true);
  expect(timers.map(({ ms }) => ms)).toEqual([20_000]);
  state.now = 20_000;
  timers[0]!.run();
  expect(state.changes).toBe(1);
  expect(watch.paused(pause)).toBe(false);
});

test("a long pause is looked at every half minute: a computer may have slept", () => {
  const { timers, state, watch } = setup();
  expect(watch.paused({ until: 900_000 })).toBe(true);
  expect(timers.map(({ ms }) => ms)).toEqual([30_000]);
  state.now = 2_000_000;
  timers[0]!.run();
  expect(watch.paused({ until: 900_000 })).toBe(false);
});

test("until the next start: shielded until the background says that it holds", () => {
  const { answers, state, watch } = setup();
  const pause = { until: "restart" } as const;
  expect(watch.paused(pause)).toBe(false);
  expect(watch.paused(pause)).toBe(false);
  expect(answers).toHaveLength(1);
  answers[0]!(true);
  expect(state.changes).toBe(1);
  expect(watch.paused(pause)).toBe(true);
});

test("a late answer says nothing of a newer pause", () => {
  const { answers, watch } = setup();
  watch.paused({ until: "restart" });
  watch.forget();
  answers[0]!(true);
  expect(watch.paused({ until: "restart" })).toBe(false);
  answers[1]!(false);
  expect(watch.paused({ until: "restart" })).toBe(false);
});

test("a pause that holds does so through other choices, and when it is taken back and made anew", () => {
  const { answers, watch } = setup();
  const pause = { until: "restart" } as const;
  watch.paused(pause);
  answers[0]!(true);
  watch.forget();
  expect(watch.paused(pause)).toBe(true);
  watch.forget();
  expect(watch.paused(null)).toBe(false);
  watch.forget();
  expect(watch.paused(pause)).toBe(true);
  expect(answers).toHaveLength(1);
});

test("one that did not hold is asked about again after another choice", () => {
  const { answers, watch } = setup();
  const pause = { until: "restart" } as const;
  watch.paused(pause);
  answers[0]!(false);
  watch.forget();
  expect(watch.paused(pause)).toBe(false);
  answers[1]!(true);
  expect(watch.paused(pause)).toBe(true);
});
