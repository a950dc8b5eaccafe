/** Several pages at once: most of the time each of them waits. */

/**
 * The results in the order of the items. Stops at what is thrown first. `atOnce`: with more of them, two slow cores are late
 * for what has to be done by the clock.
 */
export async function several<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  atOnce = 2,
): Promise<R[]> {
  const results: R[] = [];
  const left = [...items.entries()];
  const next = async (): Promise<void> => {
    for (let one = left.shift(); one; one = left.shift()) results[one[0]] = await work(one[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return results;
}
