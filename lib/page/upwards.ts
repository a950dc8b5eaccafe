/** What an element's style says, or else that of the nearest one around it which says anything. */
import { above, typeOf } from "./nodes.ts";

export interface Upwards {
  (element: Element): boolean;
  /** What has been asked is asked anew. */
  forget(): void;
}

/** `answer`: what an element says itself; undefined: what is around it decides. If nothing there says anything: no. */
export function createUpwards(
  answer: (style: CSSStyleDeclaration, element: Element) => boolean | undefined,
): Upwards {
  let known: Map<Node, boolean> | undefined;
  const forget = () => {
    known = undefined;
  };
  const ask = (element: Element) => {
    if (!known) {
      known = new Map();
      // While this runs no script of the page does: all that is asked for until then has the same ancestors' styles.
      queueMicrotask(forget);
    }
    const path: Node[] = [];
    let found: boolean | undefined;
    for (let at: Node | null = element; at && found === undefined; at = above(at)) {
      found = known.get(at);
      if (found !== undefined) break;
      path.push(at);
      if (typeOf(at) === 1) found = answer(getComputedStyle(at as Element), at as Element);
    }
    for (const node of path) known.set(node, !!found);
    return !!found;
  };
  return Object.assign(ask, { forget });
}
