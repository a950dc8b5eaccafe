/** Shows on the page what is hidden of a passage: covered while things are in flux, veiled to the letter afterwards. */
import type { Answers } from "./answers.ts";
import type { Stretch } from "./choose.ts";
import type { Covers } from "./cover.ts";
import type { TextCovers } from "./cover-text.ts";
import { isCoverOnly, isReading } from "./elements.ts";
import type { Guard } from "./guard.ts";
import type { Keep } from "./leftovers.ts";
import type { Measures } from "./measure.ts";
import type { Menu } from "./menu.ts";
import { aloneLook, shieldTag, veilTag } from "./names.ts";
import { all, around, closest } from "./nodes.ts";
import { type Range, rangesOf } from "./passages.ts";
import { picturesBy } from "./pictures.ts";
import type { Run } from "./reader.ts";
import type { Schedule } from "./schedule.ts";
import type { Styler } from "./sheets.ts";
import type { Splits, VeilAt } from "./split.ts";
import { isThere } from "./told.ts";
import { createVeil } from "./veil.ts";
import type { Words } from "./words.ts";

/** Milliseconds without growth or fights after which a passage is drawn exactly. */
export const quiet = 500;

/** What of a stretch is in one text node; the `index`th such piece. */
export interface Place {
  readonly stretch: Stretch;
  readonly range: Range;
  readonly index: number;
}

export interface DrawParts {
  readonly document: Document;
  /** The passages that a text node belongs to. */
  readonly runs: (node: Text) => readonly Run[];
  readonly splits: Splits;
  readonly covers: Covers;
  readonly textCovers: TextCovers;
  readonly schedule: Schedule;
  readonly style: Styler;
  /** By parent element: the page rewrites one place. */
  readonly places: Guard;
  /** By what is hidden: the page makes the place anew each time. */
  readonly texts: Guard;
  readonly measures: Measures;
  readonly trusted: (event: Event) => boolean;
  readonly words: Words;
  readonly menu: Menu;
  readonly labelled: () => boolean;
  readonly keep: Keep | undefined;
  /** May structure change there yet? `shy`: and where that moves something, for veils are needed. */
  readonly settled: (run: Run, shy: boolean) => boolean;
  /** Is the parser still writing this passage? */
  readonly isOpen: (run: Run) => boolean;
  readonly answers: () => Answers;
  readonly act: (work: () => void) => void;
  readonly trouble: (error: unknown) => void;
}

export interface Drawing {
  /**
   * Draws all of these by `draw`: first what is about to be hidden is measured, in the end it is seen whether anything
   * has moved, and where it has the veils go again.
   */
  together(runs: Iterable<Run>, draw?: (run: Run) => void): void;
  /** Are there places that stay covered because veils have moved something there? */
  readonly shy: boolean;
  draw(run: Run): void;
  /** Draws the runs that a text node belongs to, or clears it if it belongs to none. */
  refresh(node: Text): void;
  forget(run: Run): void;
}

export function createDrawing(parts: DrawParts): Drawing {
  const { splits, covers, textCovers, schedule } = parts;
  const restless = new Set<Run>();
  const placed = new WeakMap<readonly Stretch[], ReadonlyMap<Text, Place[]>>();
  /** Those drawn to the letter. Decided once per drawing: a veil itself can tire the guard. */
  const lettered = new WeakSet<Run>();

  /** Where veils have moved something: covered from then on. */
  let shy: WeakSet<Node> | undefined;
  /**
   * Of each veil in the batch that is being drawn, if it stands for what has been laid out: whose has moved something?
   */
  let fresh: (() => Run[])[] | undefined;

  const isShy = (run: Run) => !!shy && run.pieces.some(({ node }) => shy?.has(node.parentNode as Node));
  const isSettled = (run: Run) => parts.settled(run, isShy(run));
  const isVeilless = (run: Run) => run.far || isCoverOnly(run.block);
  const grows = (run: Run) => run.grownAt > 0 && schedule.now() - run.grownAt < quiet;
  const tired = (run: Run) =>
    run.pieces.some((piece) => !!piece.node.parentNode && parts.places.isTired(piece.node.parentNode)) ||
    run.hidden.some((stretch) => parts.texts.isTired(stretch.key));
  /** Nothing speaks against its being hidden to the letter. */
  const calm = (run: Run) => !grows(run) && !isVeilless(run) && !tired(run);
  const exact = (run: Run) => isSettled(run) && !parts.isOpen(run) && calm(run);

  /** Is the reader at the label of a cover? It would close if a veil were tried. */
  const isAtLabel = () => {
    const { activeElement } = parts.document;
    return activeElement?.localName === veilTag && activeElement.parentElement?.localName !== shieldTag;
  };
  const waits = (run: Run) => grows(run) || tired(run) || isAtLabel();

  let due = 0;
  let ticking = false;
  const tick = () => {
    ticking = false;
    const late = schedule.now() - due;
    parts.act(() => {
      const runs = [...restless];
      restless.clear();
      // A page that could not run has not been quiet: what it goes on to write is put to what it reads.
      const now = schedule.now();
      for (const run of runs) if (run.grownAt) run.grownAt = Math.min(now, run.grownAt + late);
      together(runs.filter((run) => (isThere(run) || forget(run)) && !(waits(run) && watch(run))));
    });
  };
  const watch = (run: Run) => {
    // Of a text that grows each state is a passage of its own, which comes and goes: one clock for them all.
    if (!ticking) {
      ticking = true;
      due = schedule.now() + quiet / 4;
      schedule.later(tick, quiet / 4);
    }
    return restless.add(run);
  };
  /** What is hidden of a passage, by node: found once for all of them, for a passage may have thousands. */
  const placesOf = ({ pieces, hidden }: Run) => {
    let places = placed.get(hidden);
    if (!places) {
      const all = hidden.flatMap((stretch) =>
        rangesOf(pieces, stretch.start, stretch.end).map((range, index) => ({ stretch, range, index })),
      );
      placed.set(hidden, (places = Map.groupBy(all, ({ range }) => range.node)));
    }
    return places;
  };
  const veilsOf = (run: Run, node: Text): VeilAt[] =>
    (placesOf(run).get(node) ?? []).map(({ stretch, range, index }) => {
      const [finding] = stretch.findings;
      const make = () => {
        parts.texts.fight(stretch.key);
        const hidden = splits.textOf(node).slice(range.from, range.to);
        const measured = parts.measures.of(range, hidden);
        const veil = createVeil({
          ...parts,
          finding,
          hidden,
          measured,
          first: index === 0,
          lined: !!node.parentElement && closest(node.parentElement, "a,u,ins,s,del,strike") !== null,
          reveal: (byKeyboard) => parts.answers().reveal(run, stretch, byKeyboard),
          spare: () => parts.answers().spare(run, stretch),
          seen: () => parts.answers().seen(stretch),
        });
        if (measured) fresh?.push(() => (measured.moved(veil) ? [run] : []));
        return veil;
      };
      return { ...range, token: `${stretch.key} ${parts.words.describe(finding)}`, make };
    });
  const refresh = (node: Text) =>
    splits.set(
      node,
      parts
        .runs(node)
        .filter((run) => lettered.has(run))
        .flatMap((run) => veilsOf(run, node)),
      () => parts.measures.isBox(node),
    );
  /** What is hidden of a passage that cannot be veiled yet. */
  const coverHidden = (run: Run) => {
    const places = placesOf(run);
    const settled = isSettled(run);
    // There will be no veil, whatever time passes; or none for now, for the page undoes them.
    const veilless = settled ? isVeilless(run) : isShy(run);
    const fought = settled && tired(run);
    if (fought) watch(run);
    const exactly = fought ? !grows(run) && !veilless : !settled && calm(run);
    if (exactly && textCovers.hold(run, [...places.values()].flat(), veilless || fought)) return;
    textCovers.release(run);
    const alone = veilless || fought;
    for (const node of places.keys()) {
      // Firefox blurs no part of a text in SVG, only the whole.
      const element = ((run.far || run.block?.localName === "text") && run.block) || around(node);
      if (element) covers.hold(element, run, alone ? aloneLook : "text");
    }
    if (settled && !alone) watch(run);
  };
  const cover = (run: Run) => {
    if (run.hidden.length && !lettered.has(run)) coverHidden(run);
    else textCovers.release(run);
    // Half a sentence can already tell: while the passage grows, all of it stays covered.
    if (grows(run)) {
      if (run.block && (run.hidden.length || run.after.topical)) covers.hold(run.block, run);
      watch(run);
    }
    const rubies = new Set<Element>();
    for (const node of placesOf(run).keys()) {
      // The picture over a caption that tells, or in one link with it, shows what it tells.
      for (const picture of picturesBy(node)) covers.hold(picture, run, "image");
      const element = around(node);
      const ruby = element && !isReading(run.block) && closest(element, "ruby");
      if (ruby) rubies.add(ruby);
    }
    // What is written above hidden letters says how they are read.
    for (const ruby of rubies) for (const reading of all(ruby, "rt")) covers.hold(reading, run);
  };
  const forget = (run: Run) => {
    restless.delete(run);
    covers.release(run);
    textCovers.release(run);
  };
  const drawExactly = (run: Run) => {
    if (exact(run)) lettered.add(run);
    else lettered.delete(run);
    // First: only a text that is whole can be covered letter by letter.
    if (run.hidden.length || splits.size)
      for (const node of new Set(run.pieces.map((piece) => piece.node))) refresh(node);
    covers.release(run);
    cover(run);
  };
  const draw = (run: Run) => {
    try {
      drawExactly(run);
    } catch (error) {
      // Then all that it stands in is hidden, and the others are drawn.
      lettered.delete(run);
      if (run.block && run.hidden.length) covers.hold(run.block, run);
      parts.trouble(error);
    }
  };
  const together = (runs: Iterable<Run>, each = draw) => {
    const all = [...runs];
    parts.measures.take(all.filter((run) => run.hidden.length && exact(run)));
    const drawn: typeof fresh = (fresh = []);
    for (const run of all) each(run);
    fresh = undefined;
    // All are asked before the first of them goes: one layout.
    for (const run of new Set(drawn.flatMap((ask) => ask()))) {
      for (const { node } of run.pieces) (shy ??= new WeakSet()).add(node.parentNode as Node);
      draw(run);
    }
  };
  return {
    together,
    get shy() {
      return shy !== undefined;
    },
    draw,
    refresh,
    forget,
  };
}
