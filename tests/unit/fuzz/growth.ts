/**
 * How time grows with what there is to read: by the processor's clock for this thread, so that what else runs in the
 * process and on the machine counts little.
 */

/** Milliseconds of processor time for some work. */
export async function once(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** The least of some tries. */
export async function time(work: () => unknown, tries = 3): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries; i++) least = Math.min(least, await once(work));
  return least;
}

/** Twice as much takes twice as long, with room for the clock and the collector; four times where time is quadratic. */
export const mostForTwice = 3.2;

/**
 * How many times as long the whole takes as half of it. `work(1)` makes what is worked on with the whole, and gives the
 * work itself. What takes no time has no factor. Half of it is tried twice, for what disturbs that hides a bad factor;
 * what disturbs the whole makes one, and then both are asked again before it is believed.
 */
export async function growth(work: (share: 1 | 0.5) => () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 4 && least >= mostForTwice; i++) {
    const half = await time(work(0.5), i ? 3 : 2);
    const whole = await time(work(1), i ? 3 : 1);
    least = Math.min(least, whole > 10 ? whole / half : 1);
  }
  return least;
}
