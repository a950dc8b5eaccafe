/**
 * The loop guard. A page that undoes a veil each time it is drawn would keep both of us busy for ever, and if it does
 * so in an observer of its own, without ever painting again. After a bounded number of fights only a cover is used.
 */
export interface Guard {
  /** Counts one fight over this key (an element, a stretch's hash). */
  fight(key: object | number): void;
  /** Has there been too much of it lately? */
  isTired(key: object | number): boolean;
}

/** `limit` fights within `span` milliseconds, then peace until the page has been quiet for as long. */
export function createGuard(now: () => number, limit: number, span: number): Guard {
  interface Count {
    since: number;
    last: number;
    fights: number;
  }
  const objects = new WeakMap<object, Count>();
  const numbers = new Map<number, Count>();
  const get = (key: object | number) => (typeof key === "number" ? numbers.get(key) : objects.get(key));
  return {
    fight(key) {
      const time = now();
      const count = get(key);
      if (count && (count.fights > limit ? time - count.last < span : time - count.since < span)) {
        count.fights++;
        count.last = time;
        return;
      }
      const fresh = { since: time, last: time, fights: 1 };
      if (typeof key === "number") {
        if (numbers.size > 2000) numbers.clear();
        numbers.set(key, fresh);
      } else objects.set(key, fresh);
    },
    isTired(key) {
      const count = get(key);
      return !!count && count.fights > limit && now() - count.last < span;
    },
  };
}
