/** What the reader has revealed on this page, remembered by what it says, so that it stays through re-renders. */

/** 53 bits of a text (cyrb53, public domain): nothing to read back, and no two sentences of a page alike. */
export function hashOf(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

export interface Memory {
  /** False: nothing has been revealed. */
  readonly any: boolean;
  has(key: number): boolean;
  add(key: number): void;
  forget(key: number): void;
  /** Everything on this page, also what comes later. */
  all(): void;
  /** The page has become another one: what has been seen stays revealed, what comes does not. */
  leave(): void;
  clear(): void;
}

export function createMemory(): Memory {
  const keys = new Set<number>();
  let everything = false;
  return {
    get any() {
      return everything || keys.size > 0;
    },
    has(key) {
      if (everything) keys.add(key);
      return keys.has(key);
    },
    add: (key) => void keys.add(key),
    forget: (key) => void keys.delete(key),
    all: () => {
      everything = true;
    },
    leave: () => {
      everything = false;
    },
    clear: () => {
      everything = false;
      keys.clear();
    },
  };
}
