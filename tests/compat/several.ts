/** Several things at once: most of the time each of them waits. */

/**
 * All results. Where some fail it throws what the first of them threw, once all have come to their end: none goes on
 * unseen.
 */
export async function allOf<T extends readonly unknown[]>(
  works: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  const ends = await Promise.allSettled(works);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return (await Promise.all(works)) as unknown as T;
}

/**
 * The results in the order of the items. Begins nothing more once one has thrown. `atOnce`: with more of them, two slow
 * cores are late for what has to be done by the clock.
 */
export async function several<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  atOnce = 2,
): Promise<R[]> {
  const results: R[] = [];
  const left = [...items.entries()];
  const next = async (): Promise<void> => {
    try {
      for (let one = left.shift(); one; one = left.shift()) results[one[0]] = await work(one[1]);
    } finally {
      left.length = 0;
    }
  };
  await allOf(Array.from({ length: atOnce }, next));
  return results;
}
