/** Everything that lies over a page: covers, veils, buttons of pictures, and what they are drawn with. */
import type { Look } from "../preferences/snapshot.ts";
import type { Answers } from "./answers.ts";
import { type Covers, createCovers } from "./cover.ts";
import { clickCovers, coveredBy } from "./cover-clicks.ts";
import { createTextCovers } from "./cover-text.ts";
import { createDrawing, type Drawing } from "./draw.ts";
import { createGuard, type Guard } from "./guard.ts";
import { type Keep, keepText } from "./leftovers.ts";
import type { Listeners } from "./listeners.ts";
import { createMeasures } from "./measure.ts";
import type { Menu } from "./menu.ts";
import { createPictures } from "./pictures.ts";
import { createPresence } from "./presence.ts";
import type { Run } from "./reader.ts";
import type { Schedule } from "./schedule.ts";
import { createStyler } from "./sheets.ts";
import { createSplits, type Splits } from "./split.ts";
import { veilStyle } from "./veil-style.ts";
import type { Words } from "./words.ts";

export interface Layers {
  readonly splits: Splits;
  readonly covers: Covers;
  /** By parent element: the page rewrites one place. */
  readonly places: Guard;
  readonly drawing: Drawing;
  /** Draws all of these together. */
  redraw(runs: Iterable<Run>): void;
  /** The same, some at a time with other tasks in between: as they are drawn now they hide just as much. */
  redrawSlowly(runs: ReadonlySet<Run>): void;
  /** The reader's look has changed. */
  restyle(): void;
  /** Takes everything of ours out of the page, but for labels and title. */
  clear(runs: Iterable<Run>): void;
}

/** Milliseconds for one portion of what is redrawn slowly; the first portions tell how many passages that is. */
const portionTime = 16;
const portion = { first: 8, least: 2, most: 500 };

export interface LayersParts {
  readonly document: Document;
  readonly schedule: Schedule;
  readonly signal: AbortSignal;
  readonly listeners: Listeners;
  readonly words: Words;
  readonly menu: Menu;
  readonly look: () => Look;
  readonly recoverable: boolean;
  readonly trusted: (event: Event) => boolean;
  /** The passages that a text node belongs to. */
  readonly runs: (node: Text) => readonly Run[];
  /** May structure change there yet? `shy`: and where that moves something, for veils are needed. */
  readonly settled: (run: Run, shy: boolean) => boolean;
  /** Is the parser still writing this passage? */
  readonly isOpen: (run: Run) => boolean;
  readonly answers: () => Answers;
  readonly act: (work: () => void) => void;
  readonly trouble: (error: unknown) => void;
}

export function createLayers(parts: LayersParts): Layers {
  const { document, schedule, look, trusted, answers, act } = parts;
  const splits = createSplits(document);
  const style = createStyler(document, veilStyle(look()), true);
  const labelled = () => look().label;
  const present = parts.recoverable ? createPresence(document, () => covers.rely()) : undefined;
  const keep: Keep | undefined = present && ((root, text, drawn) => keepText(root, text, drawn, present()));
  const common = { ...parts, style: style.put, labelled, keep };
  const covers = createCovers(
    document,
    createGuard(schedule.now, 50, 10_000),
    schedule.later,
    createPictures({
      ...common,
      hidden: (element) => coveredBy(covers, element),
      reveal: (stretches) => answers().uncover(stretches.map(({ key }) => key)),
      spare: (stretches) => answers().spareKeys(stretches.map(({ key }) => key)),
      seen: (stretch) => answers().seen(stretch),
    }),
  );
  const redraw = (runs: Iterable<Run>) => drawing.together(runs);
  let waiting: Run[] = [];
  let size = portion.first;
  const drawPortion = (runs: ReadonlySet<Run>) => {
    const start = schedule.now();
    try {
      // What has gone meanwhile has been let go of.
      redraw(waiting.splice(0, size).filter((run) => runs.has(run)));
    } finally {
      const took = schedule.now() - start;
      if (took > portionTime) size = Math.max(portion.least, size >> 1);
      else if (took < portionTime / 2) size = Math.min(portion.most, size * 2);
      // Even where one of them has failed the others come.
      if (waiting.length) schedule.soon(() => act(() => drawPortion(runs)));
    }
  };
  const textCovers = createTextCovers({
    document,
    covers,
    schedule,
    redraw: (runs) => act(() => redraw(runs)),
  });
  const places = createGuard(schedule.now, 10, 2000);
  const drawing = createDrawing({
    ...common,
    splits,
    covers,
    textCovers,
    places,
    texts: createGuard(schedule.now, 200, 2000),
    measures: createMeasures(document, splits.textOf),
  });
  const view = document.defaultView as Window;
  clickCovers(view, parts.listeners, covers, textCovers, trusted, parts.signal, (keys) =>
    answers().uncover(keys),
  );
  return {
    splits,
    covers,
    places,
    drawing,
    redraw,
    redrawSlowly(runs) {
      // What is still covered now may stay so for as long as the page is open.
      if (covers.size) present?.();
      const idle = !waiting.length;
      waiting = [...runs];
      if (idle) drawPortion(runs);
    },
    restyle: () => style.change(veilStyle(look())),
    clear(runs) {
      splits.clear();
      for (const run of runs) textCovers.release(run);
      covers.clear();
      style.remove();
    },
  };
}
