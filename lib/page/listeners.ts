/**
 * Listeners on window and document. `document.open` takes them away with everything else that the page had, and tells
 * nobody: they are put back when the document has got a new root.
 */
export interface Listeners {
  /** Listens in the capturing phase, until the signal ends it. */
  add<E extends Event>(target: EventTarget, type: string, on: (event: E) => void, until: AbortSignal): void;
  /** Puts back what is gone. */
  check(): void;
}

export function createListeners(document: Document): Listeners {
  const all: (() => void)[] = [];
  let root = document.documentElement;
  return {
    add(target, type, on, signal) {
      const put = () => {
        if (signal.aborted) return;
        target.removeEventListener(type, on as EventListener, true);
        target.addEventListener(type, on as EventListener, { capture: true, signal });
      };
      all.push(put);
      put();
    },
    check() {
      if (root === document.documentElement) return;
      root = document.documentElement;
      for (const put of all) put();
    },
  };
}
