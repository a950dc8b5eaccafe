/**
 * Where what stands around a hidden text stands. The element that takes its place counts in the page's own style: where
 * that says `b:last-child` or `em + span`, or draws a first letter large, things move. There the cover has to do
 * (draw.ts).
 */
import { isElement } from "./flow.ts";
import { around, boxOf, nextOf, previousOf } from "./nodes.ts";

/** So many nodes on either side of the text are looked at. */
const near = 8;
/** CSS pixels: less is a rounding of the browser's. */
const still = 1;

function beside(node: Text): Element[] {
  const found: Element[] = [];
  for (const next of [previousOf, nextOf])
    for (let at = next(node), left = near; at && left--; at = next(at)) if (isElement(at)) found.push(at);
  return found;
}

/**
 * Notes it before the text is hidden, whose letters these are. Returns what tells, once the veil has been drawn,
 * whether anything has moved: it asks for the layout, as this does.
 */
export function noteStand(node: Text, block: Element | null, letters: Range): (veil: Element) => boolean {
  const base = block ?? (around(node) as Element);
  const elements = [base, ...beside(node)];
  const stand = (hidden: Range | Element): number[] => {
    // Within the block: where that itself stands may be the doing of another veil.
    const frame = boxOf(base);
    return [hidden.getBoundingClientRect(), ...elements.map(boxOf)].flatMap((box) => {
      // What is not shown stands nowhere.
      const { left, top, right, bottom } = box.width || box.height ? box : frame;
      return [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top];
    });
  };
  const before = stand(letters);
  return (veil) => stand(veil).some((edge, index) => Math.abs(edge - (before[index] as number)) > still);
}
