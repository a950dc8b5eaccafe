/** The way in: what the page has changed is found, queued and read, and what is read no more is let go. */
import type { Covers } from "./cover.ts";
import type { Drawing } from "./draw.ts";
import { editableAttribute, isUntouched } from "./elements.ts";
import { isElement } from "./flow.ts";
import type { Guard } from "./guard.ts";
import { createHeadings } from "./headings.ts";
import { type Hydration, islandAttribute } from "./hydration.ts";
import type { Labels } from "./labels.ts";
import type { Listeners } from "./listeners.ts";
import { coverAttribute, crowdAttribute } from "./names.ts";
import { contains, isIn, parentElementOf, parentOf } from "./nodes.ts";
import { framesOf } from "./pictures.ts";
import type { Place } from "./place.ts";
import type { Lines, Reader, Run } from "./reader.ts";
import type { Schedule } from "./schedule.ts";
import { createShadows } from "./shadows.ts";
import type { Splits } from "./split.ts";
import type { TabTitle } from "./tab-title.ts";
import { createWalk } from "./walk.ts";
import { sift } from "./watch.ts";

/** Milliseconds after which a text that has grown is not expected to go on. */
const growing = 60_000;

export interface IntakeParts {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly schedule: Schedule;
  readonly listeners: Listeners;
  readonly openShadow: (element: Element) => ShadowRoot | null;
  /** Is anything to be hidden at all? */
  readonly on: () => boolean;
  readonly reader: Reader;
  readonly splits: Splits;
  readonly covers: Covers;
  readonly places: Guard;
  readonly drawing: Drawing;
  readonly labels: Labels;
  readonly hydration: Hydration;
  readonly title: TabTitle;
  readonly place: Place;
  /** A passage has been read, perhaps anew. */
  readonly apply: (run: Run) => void;
  /** A passage is there no more. */
  readonly drop: (run: Run) => void;
  /** Passages of which something has been found, and anything is in this element. */
  readonly told: (element: Element) => readonly Run[];
  /** Title or address say that the page has become another one. */
  readonly moved: () => void;
  readonly observe: (root: ShadowRoot) => void;
  readonly act: (work: () => void) => void;
  readonly trouble: (error: unknown) => void;
}

export interface Intake {
  /** Looks at the page for the first time. */
  start(): void;
  handle(records: readonly MutationRecord[]): void;
  /** Queues what has changed without a record. */
  add(node: Node): void;
  /** After work of our own: reads or covers what it has queued. */
  run(): void;
  /** The first text has passed the gate: what came before it may be about the same. */
  wake(): void;
  /** The shield has been switched on: until then hardly any closed shadow tree was looked for. */
  turnedOn(): void;
  /** What is found in a text has changed; `body`: not only for the title. */
  readAgain(body: boolean): void;
}

export function createIntake(parts: IntakeParts): Intake {
  const { document, reader, splits, covers, labels, drawing, act } = parts;
  const headings = createHeadings(reader, parts.schedule, parts.apply, act);

  const onLines = ({ runs, gone, nodes }: Lines) => {
    for (const run of gone) {
      parts.drop(run);
      // Its other nodes are in another passage now.
      for (const { node } of run.pieces)
        if (reader.runs(node).includes(run) && node.isConnected) walk.add(node);
    }
    for (const run of runs) {
      parts.apply(run);
      if (run.role === "heading") headings.changed(run);
    }
    if (splits.size) for (const node of nodes) drawing.refresh(node);
  };
  const onLabels: Labels["visit"] = (element, ...how) => {
    labels.visit(element, ...how);
    // Afterwards: by what it has of ours a copy is known.
    covers.disown(element);
  };
  const walk = createWalk({
    ...parts,
    onLines,
    onElement: (element, again) => shadows.visit(element, again),
    onLabels,
  });
  const shadows = createShadows({
    ...parts,
    active: () => reader.active && parts.on(),
    found(root, fresh, again) {
      // A tree that is copied together with its host.
      for (const copy of splits.copies(root)) splits.heal(copy);
      if (fresh) parts.observe(root);
      walk.add(root, again);
    },
  });
  const visitAgain = () => document.body && walk.add(document.body, true);
  const readAgain = (body: boolean) => {
    reader.restart();
    parts.title.read();
    if (body) visitAgain();
  };
  /** When title or address say something else, the page is read again. */
  const locate = () => {
    if (!parts.place.moved()) return;
    parts.moved();
    readAgain(reader.active);
  };
  const isKnown = (node: Text) => reader.runs(node).length > 0;
  const hasGrown = (node: Text) =>
    reader.runs(node).some(({ grownAt }) => grownAt > 0 && parts.schedule.now() - grownAt < growing);
  const root = () => document.documentElement ?? document;

  const onAttribute = (element: Element, name: string) => {
    if (name === coverAttribute || name === crowdAttribute) covers.mend(element);
    else if (name === islandAttribute) parts.hydration.started(element);
    else if (name === editableAttribute) {
      // The reader has begun to write in it, or has ended.
      for (const run of parts.told(element)) {
        parts.apply(run);
        // What is beside a draft is a line of its own.
        for (const { node } of run.pieces) if (!contains(element, node)) walk.add(node, true);
      }
      if (!isUntouched(element)) walk.add(element);
    } else labels.check(element, name);
  };
  return {
    start() {
      locate();
      walk.add(root());
    },
    handle(records) {
      const changes = sift(records, splits, reader.active ? isKnown : undefined);
      const { nodes, crowds, attributes } = changes;
      const mended = splits.mend(changes, hasGrown);
      for (const node of mended) nodes.add(node);
      for (const parent of new Set(mended.map(parentOf))) if (parent) parts.places.fight(parent);
      locate();
      const take = (node: Node, from = node) => {
        // What was added together with its parent is read with it.
        const parent = parentOf(node);
        if (!isIn(node) || (parent && nodes.has(parent))) return;
        for (const copy of splits.copies(node)) walk.add(splits.heal(copy));
        if (!isIn(node)) return;
        // What stands around a picture that comes may have been hidden before.
        if (isElement(node))
          for (const frame of framesOf(parentElementOf(node))) if (!isUntouched(frame)) walk.add(frame, true);
        if (!isUntouched(node)) walk.add(node, false, from);
        // A field that came by itself: nothing in it is read, but what is written over it.
        else if (isElement(node)) onLabels(node);
      };
      for (const node of nodes) take(node);
      for (const [parent, first] of crowds) take(parent, first ?? parent);
      shadows.check();
      walk.run();
      for (const [element, name] of attributes) onAttribute(element, name);
      // What can be written in no longer, or a label that was the first text to pass the gate.
      if (attributes.length) walk.run();
    },
    add: walk.add,
    run() {
      shadows.check();
      walk.runOn();
    },
    wake: () => walk.restart(root()),
    turnedOn: visitAgain,
    readAgain,
  };
}
