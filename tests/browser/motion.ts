/** What moves on a page, in its frames and in our closed roots. */
import type { Page } from "puppeteer-core";

export interface Motion {
  /** Elements with an animation, however short. */
  readonly animated: number;
  /** What takes longer than a millisecond, and what scrolls smoothly; of what is alike, one. */
  readonly long: readonly string[];
}

/** Of a document or a shadow root, `this`. */
const motionIn = `function () {
  const ms = (list) => Math.max(...list.split(",").map((each) => Math.round(parseFloat(each) * (each.endsWith("ms") ? 1 : 1000)) || 0));
  const found = { animated: 0, long: [] };
  for (const element of this.querySelectorAll("*"))
    for (const pseudo of ["", "::before", "::after"]) {
      const style = element.ownerDocument.defaultView.getComputedStyle(element, pseudo);
      const animated = style.animationName !== "none";
      found.animated += Number(animated);
      const longest = Math.max(ms(style.transitionDuration), animated ? ms(style.animationDuration) : 0);
      if (longest > 1 || style.scrollBehavior === "smooth")
        found.long.push(element.localName + "." + element.className + pseudo + ": " + longest + " ms");
    }
  found.long = [...new Set(found.long)];
  return found;
}`;

interface Protocol {
  readonly backendNodeId: number;
  readonly nodeType: number;
  readonly shadowRootType?: string;
  readonly children?: readonly Protocol[];
  readonly shadowRoots?: readonly Protocol[];
  readonly contentDocument?: Protocol;
}

/** Documents and our roots. What a browser builds its own controls of is its affair. */
function rootsIn(node: Protocol): Protocol[] {
  const inside = [node.children, node.shadowRoots, node.contentDocument].flat().flatMap((each) => each ?? []);
  const own = node.nodeType === 9 || node.shadowRootType === "closed" || node.shadowRootType === "open";
  return [...(own ? [node] : []), ...inside.flatMap(rootsIn)];
}

/** In Firefox of the document alone: nobody but a debugger of Chromium looks into closed roots. */
export async function motion(page: Page): Promise<Motion> {
  if (/^firefox/i.test(await page.browser().version()))
    return page.evaluate(`(${motionIn}).call(document)`) as Promise<Motion>;
  const debug = await page.createCDPSession();
  const { root } = (await debug.send("DOM.getDocument", { depth: -1, pierce: true })) as { root: Protocol };
  const all: Motion[] = [];
  for (const { backendNodeId } of rootsIn(root)) {
    const { object } = await debug.send("DOM.resolveNode", { backendNodeId });
    const { result } = await debug.send("Runtime.callFunctionOn", {
      objectId: object.objectId as string,
      functionDeclaration: motionIn,
      returnByValue: true,
    });
    all.push(result.value as Motion);
  }
  await debug.detach();
  return {
    animated: all.reduce((sum, { animated }) => sum + animated, 0),
    long: all.flatMap(({ long }) => long),
  };
}
