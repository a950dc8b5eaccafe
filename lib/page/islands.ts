/**
 * Islands of Astro that have not come alive yet: they do so whenever the reader scrolls to them, however late, and must
 * then find what the server has sent. Until they have, what is hidden in them is covered, not taken out.
 */
import type { Schedule } from "./schedule.ts";

const islandTag = "astro-island";
/** An island has it from the server, and drops it when its script has been started. */
export const islandAttribute = "ssr";

/** Milliseconds from the start of an island's script until it has surely taken over its nodes. */
const waking = 1000;

export interface Islands {
  /** Does it belong to an island that has not come alive? */
  isAsleep(element: Element | null): boolean;
  /** The attribute has changed. */
  changed(element: Element): void;
}

/** Calls `wake` when an island has come alive: what it hides can be veiled. */
export function createIslands(schedule: Schedule, wake: (island: Element) => void): Islands {
  const starting = new WeakSet<Element>();
  return {
    isAsleep(element) {
      const island = element?.closest(islandTag);
      return !!island && (island.hasAttribute(islandAttribute) || starting.has(island));
    },
    changed(element) {
      if (element.localName !== islandTag || element.hasAttribute(islandAttribute)) return;
      starting.add(element);
      schedule.later(() => {
        starting.delete(element);
        wake(element);
      }, waking);
    },
  };
}
