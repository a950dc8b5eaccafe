/**
 * What a server has sent and a script has yet to take over. It may do so late (an island of Astro when it is scrolled
 * to, anything else over a slow line), and must then find the very texts that it was sent: else the framework throws
 * them away. Until then what is hidden there is covered, not taken out. A page does not say whether it has come alive,
 * so that all but islands are waited for only for a while.
 */
import { closest, parentOf } from "./nodes.ts";
import type { Run } from "./reader.ts";
import type { Schedule } from "./schedule.ts";

const islandTag = "astro-island";
/** An island has it from the server, and drops it when its script has been started. */
export const islandAttribute = "ssr";

/** Milliseconds from the start of an island's script until it has surely taken over its nodes. */
const waking = 1000;

const signs =
  "#__next,#__nuxt,#___gatsby,#__docusaurus,[data-reactroot],[data-server-rendered],[data-hk],[ngh]";
/** Where applications are put by custom: React leaves no mark of its own in many of them. */
const places = "#root,#app";
/** Comments that React, Vue, Svelte and Angular leave between texts, to find them again. */
const marks = /^( ?|\/?[$&][?!~]?|\[[-!?\d]{0,3}|\]|nghm)$/;

/** A page may have a million of them. */
const mostComments = 10_000;

/**
 * Has a server written this page for a script to take over? To be asked before scripts have added anything. `early`:
 * those that wait for the parser's end have not run, so that what stands where an application belongs is the server's.
 */
export function isServed(document: Document, early = false): boolean {
  const counts = (element: Element | null) => !element || closest(element, islandTag) === null;
  if ([...document.querySelectorAll(signs)].some(counts)) return true;
  if (early && [...document.querySelectorAll(places)].some((place) => place.firstElementChild)) return true;
  const comments = document.createTreeWalker(document, 128);
  for (let looked = 0; looked < mostComments && comments.nextNode(); looked++) {
    const { data, parentElement } = comments.currentNode as Comment;
    if (marks.test(data) && counts(parentElement)) return true;
  }
  return false;
}

export interface Hydration {
  /** Can scripts not have taken over this passage yet? */
  isAsleep(run: Run): boolean;
  /** Is there anything that may be asleep? */
  readonly any: boolean;
  /** Are there marks of a server? `early`: the parser is done, and scripts that wait for it are not. */
  look(early?: boolean): void;
  /** What the page writes now is written by a script that is alive. */
  changed(records: readonly MutationRecord[]): void;
  /** The attribute of an island has changed. */
  started(element: Element): void;
  /** Everything but islands has had its time. */
  wake(): void;
}

/** Calls `wake` when an island has come alive: what it hides can be veiled. */
export function createHydration(
  document: Document,
  schedule: Schedule,
  wake: (island: Element) => void,
): Hydration {
  const starting = new WeakSet<Element>();
  const late = new WeakSet<Node>();
  let served: boolean | undefined;

  const isLate = (node: Node): boolean => {
    for (let at: Node | null = node; at; at = parentOf(at)) if (late.has(at)) return true;
    return false;
  };
  const look = (early = false) => {
    served ??= isServed(document, early);
    // What is still to come may bear them.
    if (!served && document.readyState === "loading") served = undefined;
  };
  return {
    isAsleep({ block, pieces }) {
      const island = block && closest(block, islandTag);
      if (island && (island.hasAttribute(islandAttribute) || starting.has(island))) return true;
      return !!served && !pieces.some(({ node }) => isLate(node));
    },
    get any() {
      look();
      return !!served || document.querySelector(islandTag) !== null;
    },
    look,
    changed(records) {
      // What the parser adds is the server's.
      if (!served || document.readyState === "loading") return;
      // React moves what has come later to its place: that is the server's all the same.
      const moved = new Set(records.flatMap(({ removedNodes }) => [...removedNodes]));
      for (const { type, target, addedNodes } of records)
        if (type === "characterData") late.add(target);
        else for (const node of addedNodes) if (!moved.has(node)) late.add(node);
    },
    started(element) {
      if (element.localName !== islandTag || element.hasAttribute(islandAttribute)) return;
      starting.add(element);
      schedule.later(() => {
        starting.delete(element);
        wake(element);
      }, waking);
    },
    wake() {
      served = false;
    },
  };
}
