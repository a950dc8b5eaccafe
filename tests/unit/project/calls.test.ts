import { expect, it } from "vitest";
import { callsIn } from "../../bench/calls.ts";

it("tells calls by observers from those in tasks of our own, and counts no call within another", () => {
  const data = { url: "chrome-extension://x/shield.js" };
  const event = (name: string, ts: number, dur: number, of: object = {}) => ({
    name,
    ph: "X",
    pid: 1,
    tid: 1,
    ts,
    dur,
    args: { data: of },
  });
  const trace = {
    traceEvents: [
      event("FunctionCall", 3200, 500, data),
      event("EvaluateScript", 0, 2000, data),
      event("FunctionCall", 100, 900, data),
      event("FunctionCall", 3000, 4000, data),
      event("TimerFire", 8000, 3000),
      event("FunctionCall", 8100, 2500, data),
      event("FunctionCall", 12_000, 1000, { url: "https://page.example/a.js" }),
    ],
  };
  expect(callsIn(JSON.stringify(trace))).toEqual({ start: 2, observers: [4], tasks: [2.5] });
});
