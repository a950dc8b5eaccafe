/**
 * The first, rough layer: attributes on the nearest element and one style sheet. It changes no structure, so a page
 * that is still being written or hydrated survives it. Several reasons can hold one element covered.
 */
import { coverStyle, goneStyle } from "./cover-style.ts";
import type { Guard } from "./guard.ts";
import {
  aloneLook,
  coverAttribute,
  crowdAttribute,
  initialLook,
  labelLooks,
  stillLook,
  unreadLook,
} from "./names.ts";
import { attributeOf, setAttribute } from "./nodes.ts";
import type { Schedule } from "./schedule.ts";
import { createStyler } from "./sheets.ts";

/**
 * "image" is blurred more and can be clicked; of a "backdrop" only the background picture goes; "still" is not blurred,
 * only kept from being selected; "unread" and "crowd" are not painted at all, for the moment until it has been
 * read; "alone" is text for which there will be no veil.
 */
export type Look =
  | "text"
  | "image"
  | "backdrop"
  | typeof aloneLook
  | typeof stillLook
  | typeof initialLook
  | typeof unreadLook
  | "crowd";

export interface Covers {
  /** Covers the element for this reason (any object). Of several looks the strongest counts. */
  hold(element: Element, reason: object, look?: Look): void;
  /** Uncovers what only this reason held. */
  release(reason: object): void;
  /** Why the element is covered; undefined: it is not. */
  reasons(element: Element): Iterable<object> | undefined;
  /** The page took the attribute away: puts it back, a bounded number of times. */
  mend(element: Element): void;
  /**
   * Takes the attribute off an element that the page has copied together with it: nothing would ever uncover that.
   * `left`: a shield before this one has covered it. Pictures stay covered then, until they are held and released: our
   * words may stand where it was said what they show.
   */
  disown(element: Element, left?: boolean): void;
  /** Puts back the sheet that covers, where the page has dropped it, as far as that is done at once. */
  check(): void;
  readonly size: number;
  /** Another sheet than ours covers from now on (presence.ts). */
  rely(): void;
  clear(): void;
}

/** The strongest first. */
const order: readonly Look[] = [
  "image",
  "text",
  aloneLook,
  unreadLook,
  "crowd",
  "backdrop",
  initialLook,
  stillLook,
];

const silentAttribute = "aria-hidden";

const isPicture = (look: string | undefined) => look === "image" || look === "backdrop";

/** All that has a mark of ours. */
export const marked = `[${coverAttribute}],[${crowdAttribute}]`;
const markOf = (element: Element) =>
  attributeOf(element, coverAttribute) ?? attributeOf(element, crowdAttribute);

/** Milliseconds between two looks at whether the page has dropped our sheet while nothing else has happened. */
const patience = 1000;

/**
 * `fights`: how often a page takes a cover away; where that is too often it is given up, and the page's own loop ends.
 * `onPicture` is told whenever an element is drawn: is it covered in a way that may have a label?
 */
export function createCovers(
  document: Document,
  fights: Guard,
  later: Schedule["later"],
  onPicture: (element: Element, covered: boolean) => void,
): Covers {
  const byReason = new Map<object, Set<Element>>();
  const byElement = new Map<Element, Map<object, Look>>();
  const silenced = new WeakSet<Element>();
  /** Pictures that a shield before this one has covered. */
  const leftovers = new WeakMap<Element, Look>();
  const styler = createStyler(document, coverStyle);
  let tended = false;
  const tend = () => {
    tended = byElement.size > 0;
    if (!tended) return;
    styler.mend(true);
    later(tend, patience);
  };

  /** Nor is what is covered read aloud. */
  const silence = (element: Element, silent: boolean) => {
    if (silent && attributeOf(element, silentAttribute) === null) {
      silenced.add(element);
      setAttribute(element, silentAttribute, "true");
    } else if (!silent && silenced.delete(element)) speak(element);
  };
  const speak = (element: Element) => {
    if (attributeOf(element, silentAttribute) === "true") setAttribute(element, silentAttribute, null);
  };
  const draw = (element: Element) => {
    const looks = byElement.get(element);
    const look = looks ? order.find((one) => [...looks.values()].includes(one)) : leftovers.get(element);
    const picture = isPicture(look);
    silence(element, !!look && !picture);
    const value = look === "text" ? "" : (look ?? null);
    for (const name of [coverAttribute, crowdAttribute]) {
      const own = (name === crowdAttribute) === (look === "crowd") ? value : null;
      if (attributeOf(element, name) !== own) setAttribute(element, name, own);
    }
    onPicture(element, picture || labelLooks.includes(look ?? ""));
  };
  /** A copy that the page has made of a covered element is covered by nothing of ours, for good. */
  const disown = (element: Element, left = false) => {
    const look = markOf(element);
    if (look === null || byElement.has(element)) return;
    // Of a picture that is silent the page has made it so.
    if (!isPicture(look)) speak(element);
    else if (left) leftovers.set(element, look as Look);
    draw(element);
  };
  return {
    hold(element, reason, look = "text") {
      styler.put(element);
      if (!tended) later(tend, patience);
      tended = true;
      byReason.set(reason, (byReason.get(reason) ?? new Set()).add(element));
      // A copy that is covered before it has been looked at brings ours along: not to be taken for the page's own.
      disown(element);
      if (isPicture(look)) leftovers.delete(element);
      byElement.set(element, (byElement.get(element) ?? new Map()).set(reason, look));
      draw(element);
    },
    release(reason) {
      const elements = byReason.get(reason);
      if (!elements) return;
      byReason.delete(reason);
      for (const element of elements) {
        const looks = byElement.get(element);
        looks?.delete(reason);
        if (!looks?.size) byElement.delete(element);
        draw(element);
      }
      if (!byElement.size) styler.remove();
    },
    reasons: (element) => byElement.get(element)?.keys(),
    mend(element) {
      if (!byElement.has(element) || fights.isTired(element)) return;
      if (markOf(element) !== null) return;
      fights.fight(element);
      draw(element);
    },
    disown,
    check: () => styler.mend(),
    get size() {
      return byElement.size;
    },
    rely: () => styler.change(goneStyle),
    clear() {
      const copies = byElement.size ? document.querySelectorAll(marked) : [];
      const elements = [...byElement.keys()];
      byElement.clear();
      for (const element of elements) draw(element);
      for (const copy of copies) disown(copy);
      byReason.clear();
      styler.remove();
    },
  };
}
