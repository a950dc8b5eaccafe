/**
 * The passage that the parser is still writing. Half a sentence can already tell, and what makes it a spoiler may be
 * its last word: where a show is the topic it stays covered until it ends.
 */
import type { Covers } from "./cover.ts";
import { canHost, flowOf, isCustom } from "./elements.ts";
import { isBlank, isElement, lineStart } from "./flow.ts";
import { shieldTag } from "./names.ts";
import { around, lastOf, nameOf, previousOf } from "./nodes.ts";
import type { Reader, Run } from "./reader.ts";
import type { Schedule } from "./schedule.ts";

/** Milliseconds after which a passage that is no longer written counts as ended: some pages are never closed. */
const patience = 10_000;

export interface Tail {
  /** Looks where the parser is; call after each batch. */
  follow(): void;
  isOpen(run: Run): boolean;
}

export interface TailParts {
  readonly document: Document;
  readonly reader: Reader;
  readonly covers: Covers;
  readonly openShadow: (element: Element) => ShadowRoot | null;
  readonly active: () => boolean;
  readonly schedule: Schedule;
  /** Looks again. */
  readonly again: () => void;
}

export function createTail(parts: TailParts): Tail {
  const { document, reader, covers, openShadow, active, schedule, again } = parts;
  const reason = {};
  let open: Run | undefined;
  /** What was written last, and since when nothing has been. */
  let latest: Run | undefined;
  let since = 0;
  let waiting = false;
  const wait = () => {
    if (waiting) return;
    waiting = true;
    schedule.later(() => {
      waiting = false;
      again();
    }, patience);
  };
  let covered: Element | undefined;

  /** A shadow tree in the page's own text is written before what its host has besides. */
  const within = (node: Node): Node | null => {
    const last = lastOf(node);
    if (isElement(node) && isBlank(node)) {
      // Nothing else can have one, and the browser's own are none of ours.
      const root = canHost(node) ? openShadow(node) : null;
      if (root) return root.lastChild;
      if (isCustom(node)) return null;
    }
    return last && isElement(last) && nameOf(last) === shieldTag ? previousOf(last) : last;
  };
  /** The last node that is there. */
  const end = (): Node | null => {
    if (document.readyState !== "loading" || !reader.active) return null;
    let node: Node | null = document.body;
    for (let inside: Node | null = node; inside; inside = within(inside)) node = inside;
    return node;
  };
  const runAt = (node: Node | null): Run | undefined => {
    // An element that has just been opened is written after what stands before it, unless it begins a line itself.
    if (!node || (isElement(node) && flowOf(node) === "block")) return undefined;
    const isRead = (text: Text) => reader.runs(text).length > 0;
    const last = lineStart(node, isRead, isRead);
    return last && reader.runs(last).at(-1);
  };
  /** An empty custom element: if the parser gives it a shadow tree, text and all, there will be no sign of it. */
  const hostAt = (node: Node | null) =>
    node && isElement(node) && isCustom(node) && reader.contextAt(node)?.topical ? node : undefined;
  return {
    follow() {
      const last = end();
      open = runAt(last);
      if (open !== latest) {
        latest = open;
        since = schedule.now();
      }
      if (schedule.now() - since >= patience) open = undefined;
      if (open) wait();
      const topical = open && (open.before.topical || open.after.topical);
      const element = active() ? (hostAt(last) ?? (topical ? blockIn(open) : undefined)) : undefined;
      if (element === covered) return;
      covers.release(reason);
      covered = element;
      if (element) covers.hold(element, reason);
    },
    isOpen: (run) => run === open,
  };
}

/** What the passage stands in: where that is a shadow root itself, its host. */
function blockIn(run: Run | undefined): Element | undefined {
  const first = run?.pieces[0]?.node;
  return run?.block ?? (first && around(first)) ?? undefined;
}
