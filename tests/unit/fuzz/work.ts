/**
 * Counts work on a page: how often a node is asked for anything. No clock has a part in it, and it is the same in each
 * run.
 */
export const done = { work: 0 };
let inside = false;

/** Counts each use of what a prototype has; what happy-dom does by itself in the middle of one is none of ours. */
function count(prototype: object): void {
  const counting = (real: (...args: unknown[]) => unknown) =>
    function (this: unknown, ...args: unknown[]) {
      if (inside) return real.apply(this, args);
      done.work++;
      inside = true;
      try {
        return real.apply(this, args);
      } finally {
        inside = false;
      }
    };
  for (const [name, found] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (name === "constructor" || !found.configurable) continue;
    if (found.get) found.get = counting(found.get);
    if (found.set) found.set = counting(found.set);
    if (typeof found.value === "function") found.value = counting(found.value);
    Object.defineProperty(prototype, name, found);
  }
}
const counted = new Set<object>([Object.prototype, EventTarget.prototype]);
for (const { prototype } of [
  Node,
  Element,
  HTMLElement,
  Text,
  DocumentFragment,
  ShadowRoot,
  Range,
  Document,
  TreeWalker,
])
  for (let each = prototype as object; !counted.has(each); each = Object.getPrototypeOf(each)) {
    counted.add(each);
    count(each);
  }
