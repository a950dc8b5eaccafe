/**
 * Trees deeper than calls can be nested: no document of the tests' own takes them, so that nodes here have a parent
 * alone.
 */
import { expect, test, vi } from "vitest";
import { createHydration } from "../../../lib/page/hydration.ts";

class Deep {
  readonly up: Deep | undefined;
  constructor(up?: Deep) {
    this.up = up;
  }
  get parentNode(): Deep | null {
    return this.up ?? null;
  }
}

class Around extends Deep {
  closest() {
    return null;
  }
}

test("what a server has sent is told from what has come later, however deep it stands", () => {
  vi.stubGlobal("Node", Deep);
  vi.stubGlobal("Element", Around);
  const document = { querySelectorAll: () => [{}], readyState: "complete" } as unknown as Document;
  const hydration = createHydration(document, {} as never, () => {});
  hydration.look();
  const top = new Deep();
  let node = top;
  for (let depth = 0; depth < 50_000; depth++) node = new Deep(node);
  const run = { block: null, pieces: [{ node }] } as never;
  expect(hydration.isAsleep(run)).toBe(true);
  hydration.changed([{ type: "childList", addedNodes: [top], removedNodes: [] }] as never);
  expect(hydration.isAsleep(run)).toBe(false);
  vi.unstubAllGlobals();
});
