/** Covers what waits to be read (walk.ts), so that what has been read before it is painted meanwhile. */
import type { Covers, Look } from "./cover.ts";
import { blockOf, flowOf } from "./elements.ts";
import { isElement, isText, step } from "./flow.ts";
import { unreadLook } from "./names.ts";
import {
  all,
  around,
  contains,
  documentOf,
  firstOf,
  nextOf,
  parentElementOf,
  parentOf,
  typeOf,
} from "./nodes.ts";

/** More siblings than this are covered through their parent: setting attributes costs time as well. */
const many = 1000;

/** What browsers paint above all else: no opacity and no clipping of what it stands in reaches it. */
const topLayer = ":modal,:popover-open,:fullscreen";

/** A subtree of which something has not been read. */
export interface Unread {
  readonly root: Node;
  /** The next node to be read; null: there is none. */
  next: Node | null;
  /** Read before, and only read again: what was to be hidden is hidden already. */
  readonly again: boolean;
  /** Where need be. */
  covered: boolean;
  /** The element that is covered for it, with what has been read of that. */
  whole: Element | null;
  /** Covered by themselves until they are entered, each with its reason. */
  readonly held: Map<Element, object>;
}

export function unread(root: Node, next: Node, again: boolean): Unread {
  return { root, next, again, covered: false, whole: null, held: new Map() };
}

export function coverUnread(covers: Covers) {
  const keep = (element: Element, item: Unread) => {
    if (item.held.has(element)) return;
    const reason = {};
    item.held.set(element, reason);
    covers.hold(element, reason, unreadLook);
  };
  /** It is entered now. */
  const free = (element: Element, item: Unread) => {
    const reason = item.held.get(element);
    if (!reason) return;
    item.held.delete(element);
    covers.release(reason);
  };
  /** The siblings that follow, on every level up to its root. */
  const coverRest = (item: Unread) => {
    // With each change the browser lays out all that stands in one line with it.
    if (item.whole && item.next && contains(lineOf(item.next) ?? item.next, item.whole)) return;
    let outer: Element | null = null;
    let inside: Node | null = null;
    let look: Look = "text";
    for (let node = begin(item.next); node; ) {
      const following: Element[] = [];
      let whole = false;
      for (let next: Node | null = node; next && !whole; next = next === item.root ? null : nextOf(next)) {
        if (isElement(next)) following.push(next);
        else whole = isText(next) && /\S/.test(next.data);
        whole ||= following.length >= many;
      }
      const up: Element | null = parentElementOf(node);
      const about: Element | null = around(node);
      if (whole && about) {
        outer = about;
        inside = parentOf(node);
        look = following.length < many ? "text" : "crowd";
      } else for (const element of following) keep(element, item);
      if (node === item.root || !up) break;
      node = step(up, item.root, false);
    }
    // An outer one covers what is in it.
    if (outer === item.whole) return;
    covers.release(item);
    item.whole = outer;
    if (!outer) return;
    covers.hold(outer, item, look);
    if (look !== "crowd") return;
    // Asked when it is covered: what comes has its styles worked out once.
    if (isBoxless(outer)) covers.hold(outer, item);
    else for (const top of all(inside as ParentNode & Node, topLayer)) covers.hold(top, item, unreadLook);
  };
  return {
    /**
     * Those that are left. The first has moved on; the others are covered once, when they are left for the first time.
     */
    cover(items: readonly Unread[]): void {
      const [first] = items;
      if (first?.covered && !first.again) coverRest(first);
      // Of a page that was written all at once there are as many as it has elements.
      const last = items.slice(items.findLastIndex((item) => item.covered) + 1);
      for (const item of last) {
        item.covered = true;
        if (!item.again) coverRest(item);
      }
    },
    free,
    /** Nothing of it is read any more. */
    end(item: Unread): void {
      covers.release(item);
      for (const element of item.held.keys()) free(element, item);
    },
  };
}

/** The block that the node stands in one line in, or is. */
const lineOf = (node: Node) => (isElement(node) && flowOf(node) === "block" ? node : blockOf(node));

/** Is there nothing of it that could be clipped, but only what is in it? */
const isBoxless = (element: Element) => getComputedStyle(element).display === "contents";

/**
 * Not all of the page is covered at once, or it would be blank for a moment: what stands in its body, each by itself. A
 * body with text of its own, or with very many elements in it, is covered as any other, and the page hidden meanwhile.
 * Nor is a shadow root itself, which is no element.
 */
function begin(node: Node | null): Node | null {
  if (!node || typeOf(node) === 11) return node && firstOf(node);
  const { documentElement, body } = documentOf(node) ?? {};
  if (node !== documentElement && node !== body) return node;
  return body ? firstOf(body) : null;
}
