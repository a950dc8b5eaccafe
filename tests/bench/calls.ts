/**
 * How long the shield runs at once, from Chromium's trace: each call of a function of ours that nothing of ours made.
 */

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

export interface Calls {
  /** Milliseconds: evaluating the script, in all frames together. */
  readonly start: number;
  /** Of each call made by the page's changes: our observers' callbacks. */
  readonly observers: readonly number[];
  /** Of each call in a task of our own: timers, idle time, frames, events. */
  readonly tasks: readonly number[];
}

export const traceCategories = ["devtools.timeline"];
const ownTasks = new Set(["TimerFire", "FireIdleCallback", "FireAnimationFrame", "EventDispatch"]);
const script = "shield.js";

/** `trace`: JSON as Chromium writes it. */
export function callsIn(trace: string): Calls {
  const events = (JSON.parse(trace) as { traceEvents: TraceEvent[] }).traceEvents
    .filter((e) => e.ph === "X" && e.dur !== undefined)
    .sort((a, b) => a.ts - b.ts || b.dur! - a.dur!);
  let start = 0;
  const observers: number[] = [];
  const tasks: number[] = [];
  /** By thread: until when a call of ours, and until when a task that we may have asked for, goes on. */
  const until = new Map<string, { ours: number; task: number }>();
  for (const e of events) {
    const key = `${e.pid}/${e.tid}`;
    const thread = until.get(key) ?? { ours: 0, task: 0 };
    until.set(key, thread);
    const end = e.ts + e.dur!;
    if (ownTasks.has(e.name)) thread.task = Math.max(thread.task, end);
    if (!e.args?.data?.url?.endsWith(script) || e.ts < thread.ours) continue;
    if (e.name === "EvaluateScript") start += e.dur! / 1000;
    else if (e.name === "FunctionCall") (e.ts < thread.task ? tasks : observers).push(e.dur! / 1000);
    else continue;
    thread.ours = end;
  }
  return { start, observers, tasks };
}
