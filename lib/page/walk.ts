/**
 * The queue of what has to be read: changed text nodes and added subtrees. Works through it at once for as long as
 * the budget allows; what is left is covered and read in the next task, so that a page with megabytes of text stays
 * usable and still shows nothing unread.
 */
import type { Covers } from "./cover.ts";
import { isEntered } from "./elements.ts";
import { isElement, isText, step } from "./flow.ts";
import { contains } from "./nodes.ts";
import type { Lines, Reader, Run } from "./reader.ts";
import type { Schedule } from "./schedule.ts";
import { coverUnread, type Unread, unread } from "./unread.ts";

/** Milliseconds per observer callback, a quarter of a frame. */
const budget = 4;
/**
 * In a task of its own. A browser lets such tasks follow each other only every 4 ms, and with megabytes of blurred text
 * it may paint for 100 ms between two of them: as long as it took for itself we take too, up to where the page would
 * feel it (a task over 50 ms, and a passage may take 10). With less than the least a long article waited for its frames
 * as long as for its reading.
 */
const longBudget = { least: 30, most: 40 };
/**
 * So many portions follow each other before the page's frame has its turn: while it is read a page has little to show,
 * and a frame in which most of it is blurred costs as much as two portions (docs/performance.md).
 */
const inARow = 8;
/**
 * Milliseconds. Where so long a frame comes before an urgent portion all the same, more of both would leave the page's
 * own scripts without a turn for seconds: the next portion waits in line with them.
 */
const longFrame = 200;
/**
 * As long as no text has passed the gate: two frames, for hardly any page has more text at once than is read in them,
 * and covers cost more (docs/performance.md).
 */
const asleep = 30;

interface Item extends Unread {
  /** When it was queued (`time`). */
  readonly since: number;
  last: Run | undefined;
}

export interface WalkParts {
  readonly reader: Reader;
  readonly covers: Covers;
  readonly schedule: Schedule;
  readonly onLines: (lines: Lines) => void;
  /** Each element that is entered, before its inside is read; `again` as with `add`. */
  readonly onElement: (element: Element, again: boolean) => void;
  /** Each element, entered or not, behind this passage; `again` as with `add`. */
  readonly onLabels: (element: Element, again: boolean, last: Run | undefined) => void;
  /** Runs work that changes the page outside the observer's callback. */
  readonly act: (work: () => void) => void;
  /** Something could not be read: what comes after it is read all the same. */
  readonly trouble: (error: unknown) => void;
}

export interface Walk {
  /**
   * `again`: known already, so nothing of it has to be covered meanwhile. `from`: what stands in it before this has not
   * changed.
   */
  add(node: Node, again?: boolean, from?: Node): void;
  /** Reads what is queued, as far as the budget goes. */
  run(): void;
  /**
   * The same after other work of ours: what waits for a task of its own waits on, and what came meanwhile is covered.
   */
  runOn(): void;
  /** Drops what is queued and begins with this, whatever has been read of it. */
  restart(node: Node): void;
}

export function createWalk({
  reader,
  covers,
  schedule,
  onLines,
  onElement,
  onLabels,
  act,
  trouble,
}: WalkParts): Walk {
  const { cover, free, end } = coverUnread(covers);
  let queue: Item[] = [];
  // Per round, each with the time: a parser reports a parent and each of its children, and one line has many nodes.
  // What was done before an item was queued is done again for it: the page may have moved what had been read.
  let entered = new Map<Node, number>();
  let read = new Map<Text, number>();
  /** Counts what happens. */
  let time = 0;
  let waiting = false;
  /** How many portions there have been. */
  let row = 0;
  let running = false;
  let restarted = false;

  const enqueue = (root: Node, again = false, from = root) => {
    // What has been found is out of date, in whichever subtree that is queued it stands.
    if (again) forget();
    queue.push({ ...unread(root, from, again), since: ++time, last: undefined });
  };
  const forget = () => {
    entered = new Map();
    read = new Map();
  };
  /** False: it cannot be read yet. */
  const readLine = (text: Text, item: Item): boolean => {
    if (isPast(read, text, item)) {
      item.last = reader.runs(text).at(-1) ?? item.last;
      return true;
    }
    if (!/\S/.test(text.data) && !reader.runs(text).length) return true;
    const lines = reader.read(text, item.last);
    if (!lines) return false;
    time++;
    for (const node of lines.nodes) read.set(node, time);
    item.last = lines.runs.at(-1) ?? item.last;
    onLines(lines);
    return true;
  };
  /** One node on; false when the subtree is done. */
  const advance = (item: Item): boolean => {
    const node = item.next;
    if (!node) return false;
    let into = true;
    let done = true;
    try {
      if (isText(node)) done = readLine(node, item);
      else if (isElement(node)) {
        free(node, item);
        const fresh = !isPast(entered, node, item);
        into = fresh && isEntered(node);
        entered.set(node, ++time);
        try {
          if (into) onElement(node, item.again);
        } finally {
          if (fresh) onLabels(node, item.again, item.last);
        }
      }
    } catch (error) {
      trouble(error);
    } finally {
      if (done) item.next = contains(item.root, node) ? step(node, item.root, into) : lost(item);
    }
    return item.next !== null;
  };
  /** The page took the next node out in between, and with it the way on: what is left is looked for from the root. */
  const lost = (item: Item): null => {
    enqueue(item.root, item.again);
    return null;
  };
  const leave = (done: number) => {
    queue.splice(0, done);
    cover(queue);
    if (waiting) return;
    waiting = true;
    const left = schedule.now();
    const { least, most } = longBudget;
    const urgent = row++ % inARow !== 0;
    schedule.soon(() => {
      waiting = false;
      const gap = schedule.now() - left;
      if (urgent && gap > longFrame) row = 0;
      act(() => run(Math.min(most, Math.max(least, gap))));
    }, urgent);
  };
  const run = (ms = budget) => {
    running = true;
    const start = schedule.now();
    try {
      do {
        restarted = false;
        go(ms, start);
      } while (restarted);
    } finally {
      running = false;
    }
  };
  const go = (ms: number, start: number) => {
    // Before the first hit of the gate a text costs a twentieth, and what is covered is covered for nothing.
    const over = () => schedule.now() - start > (reader.active ? ms : asleep);
    // What takes so long to be made ready gets tasks of its own.
    while (!reader.ready) {
      if (over() || waiting) return leave(0);
      reader.prepare();
      if (schedule.now() - start > longBudget.least) return leave(0);
    }
    for (const [index, item] of queue.entries()) {
      // Its parent was added in the same batch: all of it has been read.
      if (item.next === item.root && isPast(entered, item.root, item)) {
        end(item);
        continue;
      }
      while (advance(item)) {
        if (restarted) return;
        if (over() || !reader.ready) return leave(index);
      }
      if (restarted) return;
      end(item);
      if (over() && index + 1 < queue.length) return leave(index + 1);
    }
    queue = [];
    forget();
  };
  return {
    add: enqueue,
    run: () => run(),
    runOn: () => run(waiting ? 0 : budget),
    restart(node) {
      for (const item of queue) end(item);
      queue = [];
      enqueue(node);
      restarted = running;
    },
  };
}

/** Since the item was queued? */
const isPast = <T extends Node>(when: ReadonlyMap<T, number>, node: T, { since }: Item) =>
  (when.get(node) ?? 0) > since;
