/** Clock and timers as a parameter, so that tests hold the time in their hands. */
export interface Schedule {
  /** Milliseconds. */
  now(): number;
  /** In the next task. */
  soon(run: () => void): void;
  /** When the page has nothing better to do, but within 150 ms. */
  idle(run: () => void): void;
  /** Later; returns what cancels it. */
  later(run: () => void, ms: number): () => void;
  /** Before the next frame is painted. */
  frame(run: () => void): void;
}

export function browserSchedule(view: Window & typeof globalThis): Schedule {
  const later = (run: () => void, ms: number) => {
    const id = view.setTimeout(run, ms);
    return () => view.clearTimeout(id);
  };
  return {
    now: () => view.performance.now(),
    soon: (run) => void later(run, 0),
    idle: (run) => void (view.requestIdleCallback?.(run, { timeout: 150 }) ?? later(run, 1)),
    later,
    frame: (run) => void view.requestAnimationFrame(run),
  };
}
