/** Clock and timers as a parameter, so that tests hold the time in their hands. */
export interface Schedule {
  /** Milliseconds. */
  now(): number;
  /**
   * In the next task. `urgent`: before the frame that is due and the page's own timers, where the browser knows how.
   */
  soon(run: () => void, urgent?: boolean): void;
  /** When the page has nothing better to do, but within 150 ms. */
  idle(run: () => void): void;
  /** Later; returns what cancels it. */
  later(run: () => void, ms: number): () => void;
  /** Before the next frame is painted. */
  frame(run: () => void): void;
  /** The same, and before whatever the page itself does then. */
  frameStart(run: () => void): void;
}

export function browserSchedule(view: Window & typeof globalThis): Schedule {
  const later = (run: () => void, ms: number) => {
    const id = view.setTimeout(run, ms);
    return () => view.clearTimeout(id);
  };
  return {
    now: () => view.performance.now(),
    soon(run, urgent = false) {
      // Firefox has it from 142 on.
      const { scheduler } = view;
      if (urgent && scheduler?.postTask) void scheduler.postTask(run, { priority: "user-blocking" });
      else later(run, 0);
    },
    idle: (run) => void (view.requestIdleCallback?.(run, { timeout: 150 }) ?? later(run, 1)),
    later,
    frame: (run) => void view.requestAnimationFrame(run),
    frameStart(run) {
      const { Animation, KeyframeEffect, document } = view;
      const now = document.timeline?.currentTime;
      if (!Animation || typeof now !== "number") return void view.requestAnimationFrame(run);
      // Of nothing, so that no page sees it. The events of animations come before callbacks for the frame.
      const animation = new Animation(new KeyframeEffect(null, null, { duration: 1 }), document.timeline);
      animation.onfinish = run;
      // Set, not played: it would wait for a frame to begin with.
      animation.startTime = now;
    },
  };
}
