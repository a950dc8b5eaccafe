/** Several pages at once: most of the time each of them waits. */

/** So many. More, and on two slow cores pages are late for what they were to do by the clock. */
const atOnce = 3;

/** The results in the order of the items. Stops at what is thrown first. */
export async function several<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const left = [...items.entries()];
  const next = async (): Promise<void> => {
    for (let one = left.shift(); one; one = left.shift()) results[one[0]] = await work(one[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return results;
}
