/**
 * The cover to the letter: a highlight with transparent text over exactly what is hidden (highlight.ts), and on the
 * elements around it no more than that they cannot be selected. It changes no structure either. Where it cannot hide
 * the letters, or the page's style brings them out, the rough cover has to do (cover.ts).
 */
import type { Stretch } from "./choose.ts";
import type { Covers, Look } from "./cover.ts";
import type { Place } from "./draw.ts";
import { createMarks } from "./highlight.ts";
import { initialLook, stillLook } from "./names.ts";
import { parentElementOf, previousOf, typeOf } from "./nodes.ts";
import type { Range as Letters } from "./passages.ts";
import type { Run } from "./reader.ts";
import type { Schedule } from "./schedule.ts";
import { createUpwards } from "./upwards.ts";

export interface TextCovers {
  /**
   * Covers exactly these letters of the passage; false: it cannot be done, and nothing is covered. `stays`: for good,
   * so that it has a label.
   */
  hold(run: Run, places: readonly Place[], stays: boolean): boolean;
  release(run: Run): void;
  /** The key of the stretch that was clicked, by way of these; `bare`: of those that have no label. */
  clicked(event: MouseEvent, path: readonly EventTarget[], bare?: boolean): number | undefined;
}

export interface TextCoverParts {
  readonly document: Document;
  readonly covers: Covers;
  readonly schedule: Schedule;
  /** Draws these again: what covered them does not hold any more. */
  readonly redraw: (runs: readonly Run[]) => void;
}

/** So many passages are looked at before a frame, in turn: asking for styles costs time. */
const atOnce = 30;
/**
 * Milliseconds between two looks at what is covered for good: each frame of a page that rests would be drawn for it.
 */
const patience = 1000;

interface Held {
  /** What the label is about; empty: there is none. */
  readonly hidden: readonly Stretch[];
  readonly elements: ReadonlyMap<Element, Look>;
  /** With the key of its stretch. */
  readonly ranges: Map<Range, number>;
}

export function createTextCovers({ document, covers, schedule, redraw }: TextCoverParts): TextCovers {
  const held = new Map<Run, Held>();
  const marks = createMarks(document, schedule, () => redraw([...held.keys()]));
  let looking = false;
  let turn = 0;

  const next = () => {
    if (turn >= held.size) turn = 0;
    const runs = [...held.keys()].slice(turn, turn + atOnce);
    turn += atOnce;
    return runs;
  };
  const isSeen = (run: Run) => {
    const cover = held.get(run);
    return [...(cover?.elements ?? [])].some(([element, look]) => {
      // Held once more, so that a style sheet of ours that the page has dropped is back before its rules are judged.
      covers.hold(element, cover as Held, look);
      return shines(element);
    });
  };
  /** Before each frame: is everything still as it was covered? */
  const look = () => {
    looking = false;
    // Whatever was asked before this frame is asked anew.
    clips.forget();
    marks.mend();
    const broken = marks.able ? next().filter(isSeen) : [...held.keys()];
    if (broken.length) redraw(broken);
    watch();
  };
  const watch = () => {
    if (looking || !held.size) return;
    looking = true;
    if ([...held.values()].some(({ hidden }) => !hidden.length)) schedule.frame(look);
    else schedule.later(look, patience);
  };
  const release = (run: Run) => {
    const cover = held.get(run);
    if (!cover) return;
    held.delete(run);
    covers.release(cover);
    for (const range of cover.ranges.keys()) marks.delete(range);
  };
  const hold = (run: Run, places: readonly Place[], stays: boolean) => {
    const elements = new Map<Element, Look>();
    const ranges = new Map<Range, number>();
    const before = held.get(run);
    const olds = before?.ranges.keys();
    for (const { stretch, range: letters } of places) {
      const { node, from, to } = letters;
      const element = node.parentElement;
      if (!element || clips(element)) return false;
      if (!elements.has(element)) elements.set(element, stillLook);
      const large = initialOf(letters);
      if (large) elements.set(large, initialLook);
      // Firefox goes through all lines of a long text for each range that comes or goes once it is painted.
      const old = olds?.next().value;
      const range = old && isAt(old, letters) ? old : document.createRange();
      if (range !== old) {
        range.setStart(node, from);
        range.setEnd(node, to);
      }
      ranges.set(range, stretch.key);
    }
    const cover: Held = { hidden: stays ? run.hidden : [], elements, ranges };
    held.set(run, cover);
    for (const range of ranges.keys()) marks.add(range);
    for (const [element, look] of elements) covers.hold(element, cover, look);
    // The old one last: what both cover must not come out in between.
    if (before) {
      covers.release(before);
      for (const range of before.ranges.keys()) if (!ranges.has(range)) marks.delete(range);
    }
    watch();
    return true;
  };
  return {
    hold(run, places, stays) {
      const done = marks.able && hold(run, places, stays);
      if (!done) release(run);
      return done;
    },
    release,
    clicked(event, path, bare) {
      for (const { hidden, ranges } of held.values())
        for (const [range, key] of ranges)
          if (
            !(bare && hidden.length) &&
            goesThrough(path, range.startContainer.parentElement) &&
            lies(event, range)
          )
            return key;
      return undefined;
    },
  };
}

const isAt = ({ startContainer, startOffset, endContainer, endOffset }: Range, at: Letters) =>
  startContainer === at.node && endContainer === at.node && startOffset === at.from && endOffset === at.to;

/** Letters that cut out a background are painted by it, whatever their colour. */
const clips = createUpwards(({ backgroundClip }) => backgroundClip?.includes("text") || undefined);

/** Are its letters seen by something else than their own colour: what they cut out, or an outline in another one? */
export function isHollow(element: Element): boolean {
  const { webkitTextStrokeWidth, webkitTextStrokeColor, webkitTextFillColor } = getComputedStyle(element);
  const isOutlined = parseFloat(webkitTextStrokeWidth) > 0 && webkitTextStrokeColor !== webkitTextFillColor;
  return isOutlined || clips(element);
}

/** Chromium paints the shadow of the element's own style even where a highlight has none. Ours is not seen. */
const shines = (element: Element) =>
  !/^(none|rgba\(0, 0, 0, 0\)[^(]*)?$/.test(getComputedStyle(element).textShadow) || clips(element);

/** Whose large first letter is among these, if it floats: a highlight does not reach it (Chromium). */
function initialOf({ node, from }: Letters): Element | undefined {
  if (/[\p{L}\p{N}]/u.test(node.data.slice(0, from))) return undefined;
  for (let at: Node | null = node; at; at = parentElementOf(at)) {
    if (typeOf(at) === 1 && (getComputedStyle(at as Element, "::first-letter").float || "none") !== "none")
      return at as Element;
    for (let before = previousOf(at); before; before = previousOf(before))
      if (/\S/.test(before.textContent ?? "") && typeOf(before) !== 8) return undefined;
  }
  return undefined;
}

/** An element in a closed tree is not in the path; what contains that tree is. */
function goesThrough(path: readonly EventTarget[], element: Element | null): boolean {
  if (!element || path.includes(element)) return !!element;
  const root = element.getRootNode() as Partial<ShadowRoot>;
  return root.mode === "closed" && goesThrough(path, root.host ?? null);
}

/** Is it, in one of its boxes, where the pointer is? */
export const lies = ({ clientX: x, clientY: y }: MouseEvent, of: Range | Element): boolean =>
  [...of.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
